using Orleans.TestingHost;
using TypedExplain.Orleans.Tests.Support;

namespace TypedExplain.Orleans.Tests.Jobs;

/// <summary>A job on three silos ends with the files of a plain run, whatever becomes of a silo.</summary>
public class ClusterJobTests
{
    private readonly SharedStorage _storage = new();

    [Fact]
    public async Task AJobOnThreeSilosHasTheBytesOfAPlainRun()
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Job(folder, 107);
        await (job with { Folder = folder.Of("whole") }).RunAsync();
        await using InProcessTestCluster cluster = await Cluster.StartAsync(3, _storage, silo => silo.AddExplanationJob("nightly", _ => job, Cluster.Quick));
        Assert.Equal(ExplanationJobState.NotStarted, (await cluster.Job().StatusAsync()).State);
        await cluster.Job().StartAsync();
        List<ExplanationJobStatus> told = [];
        await foreach (ExplanationJobStatus status in cluster.Job().WatchAsync())
            told.Add(status);
        Assert.Equal((ExplanationJobState.Done, 6, 6, 107L, 0L, 0L), (told[^1].State, told[^1].Shards, told[^1].Done, told[^1].Rows, told[^1].Refused, told[^1].Bad));
        Assert.Equal(told.Select(status => status.Done).Order(), told.Select(status => status.Done));
        Assert.Equal(folder.Files("whole"), folder.Files("parts"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AfterASiloIsKilledAllShardsAreDoneAndNothingIsDoubled(bool isItTheGrains)
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Job(folder, 300);
        await (job with { Folder = folder.Of("whole") }).RunAsync();
        IModel<Client> slow = Model.From<Client>(client =>
        {
            Thread.Sleep(1);
            return Clients.Score(client);
        }).Identified("score", "1", new string('a', 64));
        await using InProcessTestCluster cluster = await Cluster.StartAsync(3, _storage, silo => silo.AddExplanationJob("nightly", _ => job with { Model = slow, Threads = 1 }, Cluster.Quick));
        await cluster.Job().StartAsync();
        await cluster.Job().UntilAsync(status => status is { Done: >= 1, Leased: 3 });
        InProcessSiloHandle killed = cluster.Silos.First(silo => cluster.IsAt(cluster.Job(), silo) == isItTheGrains);
        await cluster.KillSiloAsync(killed);
        ExplanationJobStatus status = await cluster.Job().UntilAsync(status => status.IsEnded);
        Assert.Equal((ExplanationJobState.Done, 15, 300L), (status.State, status.Done, status.Rows));
        Assert.Equal(folder.Files("whole"), folder.Files("parts"));
        Assert.True((await job.VerifyAsync()).IsSound);
    }

    [Fact]
    public async Task AShardThatFailsIsToldByNameAndTheOthersAreFinished()
    {
        using TemporaryFolder folder = new();
        string text = Clients.Csv(Clients.Many(107));
        string[] lines = text.Split('\n');
        for (int i = 45; i < 52; i++)
            lines[i] = lines[i].Replace("true", "maybe", StringComparison.Ordinal).Replace("false", "maybe", StringComparison.Ordinal);
        ExplanationJob<Client> job = Clients.Job(new CsvSource<Client>(folder.Write("clients.csv", string.Join('\n', lines))), folder.Of("parts")) with { MaxBadRows = 2 };
        await using InProcessTestCluster cluster = await Cluster.StartAsync(3, _storage, silo => silo.AddExplanationJob("nightly", _ => job, Cluster.Quick));
        await cluster.Job().StartAsync();
        ExplanationJobStatus status = await cluster.Job().UntilAsync(status => status.IsEnded);
        Assert.Equal((ExplanationJobState.Failed, 5, 0, 0), (status.State, status.Done, status.Leased, status.Waiting));
        FailedShard failed = Assert.Single(status.Failed);
        Assert.Equal((2, "part-00002-of-00006", 1), (failed.Shard, failed.Name, failed.Tries));
        Assert.Contains("more than 2 bad rows", failed.Message, StringComparison.Ordinal);
        Assert.Contains("part-00002-of-00006 failed, begun 1 time", status.ToString(), StringComparison.Ordinal);
        await cluster.Job().StartAsync();
        Assert.Equal(ExplanationJobState.Failed, (await cluster.Job().UntilAsync(status => status.IsEnded)).State);
    }

    [Fact]
    public async Task WhatFailsForAMomentIsTriedAgain()
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Job(folder, 107);
        await (job with { Folder = folder.Of("whole") }).RunAsync();
        int asked = 0;
        IModel<Client> failing = Model.From<Client>(client => Interlocked.Increment(ref asked) % 3_001 == 3_000 && asked < 7_000 ? throw new TimeoutException("It does not answer.") : Clients.Score(client)).Identified("score", "1", new string('a', 64));
        await using InProcessTestCluster cluster = await Cluster.StartAsync(3, _storage, silo => silo.AddExplanationJob("nightly", _ => job with { Model = failing }, Cluster.Quick));
        await cluster.Job().StartAsync();
        Assert.Equal(ExplanationJobState.Done, (await cluster.Job().UntilAsync(status => status.IsEnded)).State);
        Assert.Equal(folder.Files("whole"), folder.Files("parts"));
    }

    [Fact]
    public async Task ACanceledJobKeepsWhatIsFinishedAndGoesOnWhenItIsStarted()
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Job(folder, 107);
        await (job with { Folder = folder.Of("whole") }).RunAsync();
        using ManualResetEventSlim open = new();
        int asked = 0;
        IModel<Client> waiting = Model.From<Client>(client =>
        {
            if (Interlocked.Increment(ref asked) > 2_000 && !open.Wait(30_000))
                throw new InvalidOperationException("Nobody opened.");
            return Clients.Score(client);
        }).Identified("score", "1", new string('a', 64));
        await using InProcessTestCluster cluster = await Cluster.StartAsync(3, _storage, silo => silo.AddExplanationJob("nightly", _ => job with { Model = waiting, Threads = 1 }, Cluster.Quick));
        await cluster.Job().StartAsync();
        await cluster.Job().UntilAsync(status => status.Leased == 3);
        ExplanationJobStatus canceled = await cluster.Job().CancelAsync();
        Assert.Equal((ExplanationJobState.Canceled, 0, true), (canceled.State, canceled.Leased, canceled.IsEnded));
        Assert.Equal(ExplanationJobState.Canceled, (await cluster.Job().CancelAsync()).State);
        Assert.Null(await cluster.Job().LeaseAsync("me"));
        await Task.Delay(1_000);
        open.Set();
        await Task.Delay(1_000);
        Assert.InRange((await cluster.Job().StatusAsync()).Done, 0, 5);
        await cluster.Job().StartAsync();
        Assert.Equal(ExplanationJobState.Done, (await cluster.Job().UntilAsync(status => status.IsEnded)).State);
        Assert.Equal(folder.Files("whole"), folder.Files("parts"));
    }

    [Fact]
    public async Task ASecondStartDoesNothingAgain()
    {
        using TemporaryFolder folder = new();
        int asked = 0;
        IModel<Client> counting = Model.From<Client>(client => Clients.Score(client) + (0 * Interlocked.Increment(ref asked))).Identified("score", "1", new string('a', 64));
        ExplanationJob<Client> job = Job(folder, 107) with { Model = counting };
        await (job with { Folder = folder.Of("whole") }).RunAsync();
        int once = Interlocked.Exchange(ref asked, 0);
        await using InProcessTestCluster cluster = await Cluster.StartAsync(3, _storage, silo => silo.AddExplanationJob("nightly", _ => job, Cluster.Quick));
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => cluster.Job().StartAsync()));
        await cluster.Job().UntilAsync(status => status.IsEnded);
        await cluster.Job().StartAsync();
        Assert.Equal(ExplanationJobState.Done, (await cluster.Job().UntilAsync(status => status.IsEnded)).State);
        await Task.Delay(500);
        Assert.Equal(once, asked);
    }

    [Fact]
    public async Task AJobThatIsStartedAgainDoesNotTakeYesterdaysResultsForTodays()
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Job(folder, 60);
        await using InProcessTestCluster cluster = await Cluster.StartAsync(1, _storage, silo => silo.AddExplanationJob("nightly", _ => job, Cluster.Quick));
        await cluster.Job().StartAsync();
        await cluster.Job().UntilAsync(status => status.State == ExplanationJobState.Done);
        File.Delete(Path.Combine(folder.Of("parts"), "part-00001-of-00003.csv"));
        await cluster.Job().StartAsync();
        await cluster.Job().UntilAsync(status => status.State == ExplanationJobState.Done);
        Assert.True(File.Exists(Path.Combine(folder.Of("parts"), "part-00001-of-00003.csv")));
        string text = Clients.Csv(Clients.Many(60));
        folder.Write("clients.csv", text.Replace("K-3,", "K-X,", StringComparison.Ordinal));
        await cluster.Job().StartAsync();
        ExplanationJobStatus status = await cluster.Job().UntilAsync(status => status.IsEnded);
        Assert.Equal(ExplanationJobState.Failed, status.State);
        Assert.Contains("clients.csv has changed", status.Problem, StringComparison.Ordinal);
    }

    private static ExplanationJob<Client> Job(TemporaryFolder folder, int clients) => Clients.Job(new CsvSource<Client>(folder.Write("clients.csv", Clients.Csv(Clients.Many(clients)))), folder.Of("parts"));
}
