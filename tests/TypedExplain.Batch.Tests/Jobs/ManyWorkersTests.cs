using TypedExplain.Batch.Faults;
using TypedExplain.Batch.Jobs;

namespace TypedExplain.Batch.Tests.Jobs;

/// <summary>Workers that are at the same files in the same moment.</summary>
public sealed class ManyWorkersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WorkersThatBeginAtOnceAllSucceedAndLeaveNothing()
    {
        CsvSource<Client> source = new(_folder.Write("clients.csv", Clients.Csv(Clients.Many(40))));
        for (int round = 0; round < 15; round++)
        {
            ExplanationJob<Client> job = Clients.Job(source, _folder.Of($"out{round}"));
            JobReport[] reports = await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Task.Run(() => (job with { ShardRows = 9 + i }).RunAsync().AsTask())));
            Assert.All(reports, report => Assert.Equal(40, report.Rows));
            Assert.DoesNotContain(Directory.GetFiles(job.Folder, "*", SearchOption.AllDirectories), path => path.EndsWith(".tmp", StringComparison.Ordinal) || path.Contains("attempts", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task AFileThatAnotherWorkerHasJustMadeIsLeftUntilTheShardIsFinished()
    {
        ExplanationJob<Client> job = Clients.Job(new CsvSource<Client>(_folder.Write("clients.csv", Clients.Csv(Clients.Many(10)))), _folder.Of("out"));
        JobPlan plan = await job.PlanAsync();
        ShardFiles files = new(job.Folder, plan, 0);
        string empty = files.Temporary(".csv"), dead = files.Temporary(".csv"), end = files.Temporary(".manifest.json");
        File.WriteAllText(empty, "");
        File.WriteAllText(dead, "Number");
        File.WriteAllText(end, "{}");
        using FileStream living = files.New(".csv");
        living.Write("Number"u8);
        living.Flush();
        files.Clean();
        Assert.Equal([true, false, true, true], [File.Exists(empty), File.Exists(dead), File.Exists(end), File.Exists(living.Name)]);
        ShardFiles.Clean(job.Folder, name => name == "another");
        Assert.True(File.Exists(empty));
        ShardFiles.Clean(job.Folder, name => name == files.Name);
        Assert.Equal([false, false, false, true], [File.Exists(empty), File.Exists(dead), File.Exists(end), File.Exists(living.Name)]);
    }

    [Fact]
    public void OnlyAFileThatSomebodyHoldsIsHeld()
    {
        string path = _folder.Write("held", "text");
        using FileStream holder = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.True(HeldFile.Is(Assert.ThrowsAny<IOException>(() => File.OpenRead(path).Dispose())));
        Assert.False(HeldFile.Is(Assert.ThrowsAny<IOException>(() => File.OpenRead(_folder.Of("absent")).Dispose())));
        Assert.False(HeldFile.Is(Assert.ThrowsAny<IOException>(() => new FileStream(path, FileMode.CreateNew).Dispose())));
    }
}
