using Orleans.TestingHost;
using TypedExplain.Orleans.Jobs;
using TypedExplain.Orleans.Tests.Support;

namespace TypedExplain.Orleans.Tests.Jobs;

/// <summary>The grain of a job on silos without workers: the test is the workers.</summary>
public class JobGrainTests
{
    private readonly SharedStorage _storage = new();
    private readonly FakeTime _time = new();

    [Fact]
    public async Task ALeaseThatRunsOutIsHandedOutAgainAndTheLateFinishCounts()
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Job(folder);
        await using InProcessTestCluster cluster = await StartAsync(job);
        IExplanationJobGrain grain = await StartedAsync(cluster);
        Assert.Equal(0, (await grain.LeaseAsync("frozen"))!.Shard);
        _time.Advance(1.9);
        Assert.Equal(1, (await grain.LeaseAsync("well"))!.Shard);
        _time.Advance(0.2);
        Assert.Equal(0, (await grain.LeaseAsync("well"))!.Shard);
        Assert.False(await grain.HeartbeatAsync("frozen", 0, default));
        Assert.True(await grain.HeartbeatAsync("well", 0, new(8, 1, 0)));
        Assert.Equal((8L, 1L), await grain.StatusAsync() is var status ? (status.Rows, status.Refused) : default);
        await job.RunShardAsync(0);
        await grain.FinishAsync("frozen", 0, new(20, 0, 0));
        Assert.Equal((1, 20L, 1), await grain.StatusAsync() is var late ? (late.Done, late.Rows, late.Leased) : default);
        Assert.False(await grain.HeartbeatAsync("well", 0, default));
    }

    [Fact]
    public async Task AGrainThatIsActivatedAgainKnowsWhatItKnew()
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Job(folder);
        await using InProcessTestCluster cluster = await StartAsync(job);
        IExplanationJobGrain grain = await StartedAsync(cluster);
        foreach (string worker in new[] { "a", "b", "c" })
            await grain.LeaseAsync(worker);
        await grain.FailAsync("a", 0, "the column is gone", isWorthTryingAgain: false);
        await job.RunShardAsync(1);
        await grain.FinishAsync("b", 1, new(20, 0, 0));
        await job.RunShardAsync(4);
        await AgainAsync(cluster, grain);
        ExplanationJobStatus status = await grain.UntilAsync(status => status.State == ExplanationJobState.Running);
        Assert.Equal((2, 1, 2, 40L), (status.Done, status.Leased, status.Waiting, status.Rows));
        Assert.Equal("the column is gone", Assert.Single(status.Failed).Message);
        Assert.True(await grain.HeartbeatAsync("c", 2, default));
        Assert.False(await grain.HeartbeatAsync("d", 2, default));
        Assert.Equal(3, (await grain.LeaseAsync("d"))!.Shard);
        await grain.CancelAsync();
        await AgainAsync(cluster, grain);
        Assert.Equal(ExplanationJobState.Canceled, (await grain.StatusAsync()).State);
        Assert.False(await grain.HeartbeatAsync("c", 2, default));
    }

    [Fact]
    public async Task WhereTheStorageHasLostTheJobItsWorkersSayThatItWasStarted()
    {
        using TemporaryFolder folder = new();
        await using InProcessTestCluster cluster = await StartAsync(Job(folder));
        IExplanationJobGrain grain = await StartedAsync(cluster);
        await grain.LeaseAsync("a");
        _storage.Clear();
        await AgainAsync(cluster, grain);
        Assert.Equal(ExplanationJobState.NotStarted, (await grain.StatusAsync()).State);
        Assert.True(await grain.HeartbeatAsync("a", 0, default));
        await grain.UntilAsync(status => status.State == ExplanationJobState.Running);
        Assert.True(await grain.HeartbeatAsync("a", 0, default));
        Assert.Equal(1, (await grain.LeaseAsync("b"))!.Shard);
    }

    [Fact]
    public async Task AShardWhoseFilesNobodyElseSeesIsNotFinished()
    {
        using TemporaryFolder folder = new();
        await using InProcessTestCluster cluster = await StartAsync(Job(folder), Cluster.Quick with { MostTries = 1 });
        IExplanationJobGrain grain = await StartedAsync(cluster);
        await grain.LeaseAsync("elsewhere");
        await grain.FinishAsync("elsewhere", 0, new(20, 0, 0));
        ExplanationJobStatus status = await grain.StatusAsync();
        Assert.Equal(0, status.Done);
        Assert.Contains("The folder must be one that all silos share", Assert.Single(status.Failed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AJobThatCannotBePlannedSaysWhy()
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Job(folder);
        await (job with { Format = new JsonLinesFormat() }).RunAsync();
        await using InProcessTestCluster cluster = await StartAsync(job);
        await cluster.Job().StartAsync();
        ExplanationJobStatus status = await cluster.Job().UntilAsync(status => status.IsEnded);
        Assert.Equal(ExplanationJobState.Failed, status.State);
        Assert.Contains("another format", status.Problem, StringComparison.Ordinal);
        Directory.Delete(folder.Of("parts"), recursive: true);
        await StartedAsync(cluster);
    }

    [Fact]
    public async Task AJobThatNobodyRegisteredIsToldToTheCaller()
    {
        using TemporaryFolder folder = new();
        await using InProcessTestCluster cluster = await StartAsync(Job(folder));
        ExplanationGrainException error = await Assert.ThrowsAsync<ExplanationGrainException>(() => cluster.Job("daily").StartAsync());
        Assert.Equal(ExplanationFault.Setup, error.Fault);
        Assert.Contains("No job is called daily", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AWorkerWithAnotherJobOfTheSameNameDoesNoShard()
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Job(folder);
        RegisteredJob<Client> registered = new("nightly", new(), () => job);
        await Assert.ThrowsAsync<ForeignPlanException>(() => registered.RunShardAsync(new(0, "another"), new Progress<ShardNumbers>(), default));
        Assert.Equal(["job.json"], folder.Files("parts").Keys);
        PlannedJob plan = await registered.PlanAsync(default);
        Assert.Equal(new(20, 0, 0), await registered.RunShardAsync(new(0, plan.Id), new Progress<ShardNumbers>(), default));
    }

    [Fact]
    public async Task AWorkerIsToldHowFarItIsAndASiloThatStopsGivesItsShardBack()
    {
        using TemporaryFolder folder = new();
        using ManualResetEventSlim open = new();
        int asked = 0;
        IModel<Client> waiting = Model.From<Client>(client =>
        {
            if (Interlocked.Increment(ref asked) > 800)
                open.Wait(10_000);
            return Clients.Score(client);
        }).Identified("score", "1", new string('a', 64));
        ExplanationJob<Client> job = Job(folder) with { Model = waiting, Threads = 1 };
        await using InProcessTestCluster cluster = await Cluster.StartAsync(2, _storage, silo => silo.AddExplanationJob("nightly", _ => job, Cluster.Quick with { LeaseTime = TimeSpan.FromHours(1) }));
        await cluster.Job().StartAsync();
        await cluster.Job().UntilAsync(status => status is { Leased: 2, Rows: > 0 });
        Task stopped = cluster.StopSiloAsync(cluster.Silos.First(silo => !cluster.IsAt(cluster.Job(), silo)));
        open.Set();
        await stopped;
        Assert.Equal(ExplanationJobState.Done, (await cluster.Job().UntilAsync(status => status.IsEnded)).State);
    }

    private static ExplanationJob<Client> Job(TemporaryFolder folder) => Clients.Job(new CsvSource<Client>(folder.Write("clients.csv", Clients.Csv(Clients.Many(107)))), folder.Of("parts"));

    private static async Task<IExplanationJobGrain> StartedAsync(InProcessTestCluster cluster)
    {
        await cluster.Job().StartAsync();
        await cluster.Job().UntilAsync(status => status.State == ExplanationJobState.Running);
        return cluster.Job();
    }

    private static async Task AgainAsync(InProcessTestCluster cluster, IExplanationJobGrain grain)
    {
        await cluster.DeactivateAsync(grain);
        await cluster.WaitForDeactivationAsync(grain);
    }

    private Task<InProcessTestCluster> StartAsync(ExplanationJob<Client> job, ExplanationJobOptions? options = null) =>
        Cluster.StartAsync(1, _storage, silo => silo.AddExplanationJob("nightly", _ => job, options ?? Cluster.Quick).UseExplanationWorkers(0), _time);
}
