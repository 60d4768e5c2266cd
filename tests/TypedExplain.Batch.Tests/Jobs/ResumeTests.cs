using System.Globalization;

namespace TypedExplain.Batch.Tests.Jobs;

/// <summary>A job that was ended, by whatever, goes on and ends with the same bytes.</summary>
public class ResumeTests
{
    [Fact]
    public async Task AJobThatWasEndedAndResumedHasTheBytesOfOneThatWasNot()
    {
        using TemporaryFolder folder = new();
        CsvSource<Client> source = new(folder.Write("clients.csv", Clients.Csv(Clients.Many(107))));
        JobReport whole = await Clients.Job(source, folder.Of("whole")).RunAsync();
        Assert.Equal((107, 0, 0, 6), (whole.Rows, whole.Refused, whole.Bad, whole.Finished));

        int asked = 0;
        using CancellationTokenSource ended = new();
        ExplanationJob<Client> job = Clients.Job(source, folder.Of("parts")) with { BatchRows = 3, Threads = 1 };
        IModel<Client> ending = Model.From<Client>(client => ++asked == 2_500 ? Cancel(ended) : Clients.Score(client)).Identified("score", "1", new string('a', 64));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () => await (job with { Model = ending }).RunAsync(cancellation: ended.Token));
        Assert.DoesNotContain(folder.Files("parts").Keys, name => name.EndsWith(".tmp", StringComparison.Ordinal));
        Assert.Empty(Directory.GetFiles(Path.Combine(folder.Of("parts"), "attempts")));

        JobReport rest = await job.RunAsync();
        Assert.InRange(rest.Finished, 1, 5);
        Assert.Equal(107, rest.Rows);
        Assert.Equal(folder.Files("whole"), folder.Files("parts"));
        Assert.Equal(0, (await job.RunAsync()).Finished);
    }

    [Fact]
    public async Task WorkersThatShareAJobDoAllOfIt()
    {
        using TemporaryFolder folder = new();
        JsonLinesSource<Client> source = new(folder.Write("clients.jsonl", Clients.Json(Clients.Many(107))));
        await Clients.Job(source, folder.Of("whole")).RunAsync();
        ExplanationJob<Client> job = Clients.Job(source, folder.Of("parts"));
        JobReport[] reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() => job.RunAsync(new(worker, 4)).AsTask())));
        Assert.Equal([2, 2, 1, 1], reports.Select(report => report.Finished));
        Assert.Equal(folder.Files("whole"), folder.Files("parts"));
    }

    [Fact]
    public async Task TwoWorkersOnTheSameShardsDoNoHarm()
    {
        using TemporaryFolder folder = new();
        CsvSource<Client> source = new(folder.Write("clients.csv", Clients.Csv(Clients.Many(60))));
        await Clients.Job(source, folder.Of("whole")).RunAsync();
        ExplanationJob<Client> job = Clients.Job(source, folder.Of("parts"));
        JobReport[] reports = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => job.RunAsync().AsTask())));
        Assert.All(reports, report => Assert.Equal(60, report.Rows));
        Assert.Equal(folder.Files("whole"), folder.Files("parts"));
    }

    [Theory]
    [InlineData(",", ".", "-")]
    [InlineData("·", "’", "~")]
    public async Task WorkersOfOtherCulturesWriteTheSameBytes(string point, string group, string minus)
    {
        using TemporaryFolder folder = new();
        CsvSource<Client> source = new(folder.Write("clients.csv", Clients.Csv(Clients.Many(30)).Replace("K-3,", "K-I3,", StringComparison.Ordinal)));
        ExplanationJob<Client> job = Clients.Job(source, folder.Of("whole")) with { Receipts = true };
        await job.RunAsync();
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo("") { NumberFormat = new NumberFormatInfo { NumberDecimalSeparator = point, NumberGroupSeparator = group, NegativeSign = minus } };
            await (job with { Folder = folder.Of("other"), Threads = 1 }).RunAsync();
            (job with { Folder = folder.Of("other") }).Merge();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }

        job.Merge();
        Assert.Equal(folder.Files("whole"), folder.Files("other"));
    }

    [Theory]
    [InlineData("part-00001-of-00003.csv")]
    [InlineData("part-00001-of-00003.manifest.json")]
    [InlineData("part-00001-of-00003.leaves")]
    [InlineData("part-00001-of-00003.summary.json")]
    public async Task AFileThatWasChangedIsMadeAgainAndTold(string name)
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Clients.Job(new CsvSource<Client>(folder.Write("clients.csv", Clients.Csv(Clients.Many(60)))), folder.Of("results"));
        await job.RunAsync();
        Dictionary<string, string> before = folder.Files("results");
        string path = Path.Combine(folder.Of("results"), name);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[bytes.Length / 2] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.False((await job.VerifyAsync(rows: 0)).IsSound);
        Assert.Contains("part-00001", Assert.Throws<BatchException>(() => job.Merge()).Message, StringComparison.Ordinal);
        JobReport again = await job.RunAsync();
        Assert.Equal(1, again.Finished);
        Assert.Contains("part-00001", Assert.Single(again.Redone), StringComparison.Ordinal);
        Assert.Equal(before, folder.Files("results"));
        Assert.True((await job.VerifyAsync()).IsSound);
    }

    private static double Cancel(CancellationTokenSource ended)
    {
        ended.Cancel();
        return 0;
    }
}
