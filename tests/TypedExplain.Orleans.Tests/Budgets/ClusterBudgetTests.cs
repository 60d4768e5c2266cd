using Microsoft.Extensions.DependencyInjection;
using Orleans.TestingHost;
using TypedExplain.Orleans.Tests.Support;

namespace TypedExplain.Orleans.Tests.Budgets;

/// <summary>A ceiling that all silos keep, whatever becomes of one of them.</summary>
public class ClusterBudgetTests
{
    private readonly SharedStorage _storage = new();

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(100_000)]
    public async Task TheCeilingIsNotPassedByCallersOnAllSilosWhenOneIsKilled(int blockRows)
    {
        const long most = 20_000;
        long asked = 0;
        IModel<Client> counting = new CountingModel(rows => Interlocked.Add(ref asked, rows));
        await using InProcessTestCluster cluster = await Cluster.StartAsync(3, _storage, silo => silo.AddQueryBudget("score", new() { StorageName = SharedStorage.Name, MaxRows = most }));
        IQueryBudgetGrain grain = cluster.Client.GetGrain<IQueryBudgetGrain>("score");
        await grain.UsedAsync();
        InProcessSiloHandle killed = cluster.Silos.First(silo => cluster.IsAt(grain, silo));
        IModel<Client>[] models = [.. cluster.Silos.Where(silo => silo != killed).Append(killed).Select(silo => counting.WithClusterBudget(cluster.GetSiloServiceProvider(silo.SiloAddress).GetRequiredService<IGrainFactory>(), "score", blockRows))];
        Task<int>[] callers = [.. Enumerable.Range(0, 12).Select(i => Task.Run(() => UntilRefused(models[i % 3], 20 + i)))];
        while (Interlocked.Read(ref asked) < most / 5 && !callers.All(caller => caller.IsCompleted))
            await Task.Delay(5);
        await cluster.KillSiloAsync(killed);
        int[] answered = await Task.WhenAll(callers);
        Assert.Equal(asked, answered.Sum());
        BudgetUse use = await grain.UsedAsync();
        Assert.InRange(use.Rows, asked, most);
        Assert.InRange(asked, blockRows == 0 ? most * 9 / 10 : most / 5, most);
    }

    [Fact]
    public async Task CallsHaveACeilingToo()
    {
        int calls = 0;
        IModel<Client> counting = new CountingModel(_ => Interlocked.Increment(ref calls));
        await using InProcessTestCluster cluster = await Cluster.StartAsync(1, _storage, silo => silo.AddQueryBudget("score", new() { StorageName = SharedStorage.Name, MaxCalls = 50 }));
        IModel<Client> model = counting.WithClusterBudget(cluster.Client, "score", blockRows: 0);
        BudgetExhaustedException error = Assert.Throws<BudgetExhaustedException>(() => Ask(model, 10, 60));
        Assert.Contains("All 50 calls of the cluster's budget score are used up", error.Message, StringComparison.Ordinal);
        Assert.Equal(50, calls);
    }

    [Fact]
    public async Task WhateverTheSizesOfBatchesNoMoreThanABlockIsHeldAndFewBatchesAreCalls()
    {
        long asked = 0, calls = 0;
        await using InProcessTestCluster cluster = await Cluster.StartAsync(1, _storage, silo => silo
            .AddQueryBudget("score", new() { StorageName = SharedStorage.Name, MaxRows = 1_000_000, MaxCalls = 1_000_000 })
            .AddIncomingGrainCallFilter(context =>
            {
                calls += context.InterfaceName.EndsWith(nameof(IQueryBudgetGrain), StringComparison.Ordinal) ? 1 : 0;
                return context.Invoke();
            }));
        IModel<Client> model = new CountingModel(rows => asked += rows).WithClusterBudget(cluster.Client, "score", blockRows: 2_000);
        foreach (int rows in Enumerable.Range(0, 400).Select(i => i % 7 == 0 ? 150 : 1 + (i % 3)))
            Ask(model, rows, 1);
        Assert.InRange(calls, 1, 40);
        BudgetUse use = await cluster.Client.GetGrain<IQueryBudgetGrain>("score").UsedAsync();
        Assert.InRange(use.Rows, asked, asked + 2_000);
        Assert.InRange(use.Calls, 400, 8_000);
    }

    [Fact]
    public async Task BlocksShrinkNearTheEndAndWhatIsNotNeededIsNotRefused()
    {
        await using InProcessTestCluster cluster = await Cluster.StartAsync(1, _storage, silo => silo.AddQueryBudget("score", new() { StorageName = SharedStorage.Name, MaxRows = 1_000 }));
        IQueryBudgetGrain grain = cluster.Client.GetGrain<IQueryBudgetGrain>("score");
        Assert.Equal(200 + 100, (await grain.ReserveAsync(200, 1_000_000)).Rows);
        Assert.Equal(600 + 12, (await grain.ReserveAsync(600, 1_000_000)).Rows);
        BudgetBlock refused = await grain.ReserveAsync(89, 0);
        Assert.Equal((0L, 0L), (refused.Rows, refused.Calls));
        Assert.Contains("912 of the 1000 rows of the cluster's budget score are used up, and 89 more", refused.Refusal, StringComparison.Ordinal);
        Assert.Equal(88, (await grain.ReserveAsync(88, 5, 9)).Rows);
        Assert.Equal(new BudgetUse(1_000, 1_000, 12, long.MaxValue), await grain.UsedAsync());
        Assert.Equal(ExplanationFault.Setup, (await Assert.ThrowsAsync<ExplanationGrainException>(() => grain.ReserveAsync(-1, 0))).Fault);
    }

    [Fact]
    public async Task BlocksFollowEachOtherAtTheRateAlsoOnAnotherMachine()
    {
        FakeTime time = new();
        await using InProcessTestCluster cluster = await Cluster.StartAsync(1, _storage, silo => silo.AddQueryBudget("score", new() { StorageName = SharedStorage.Name, RowsPerSecond = 100 }), time);
        IQueryBudgetGrain grain = cluster.Client.GetGrain<IQueryBudgetGrain>("score");
        BudgetBlock first = await grain.ReserveAsync(50, 10_000);
        Assert.Equal((150L, TimeSpan.Zero, 100d), (first.Rows, first.Wait, first.RowsPerSecond));
        Assert.Equal(TimeSpan.FromSeconds(1.5), (await grain.ReserveAsync(100, 0)).Wait);
        time.Advance(1);
        Assert.Equal(TimeSpan.FromSeconds(1.5), (await grain.ReserveAsync(100, 0)).Wait);
        await cluster.DeactivateAsync(grain);
        await cluster.WaitForDeactivationAsync(grain);
        Assert.Equal(TimeSpan.FromSeconds(2.5), (await grain.ReserveAsync(10, 0)).Wait);
        time.Advance(60);
        Assert.Equal(TimeSpan.Zero, (await grain.ReserveAsync(10, 0)).Wait);
    }

    [Fact]
    public async Task AModelThatIsAwaitedKeepsToTheBudgetToo()
    {
        await using InProcessTestCluster cluster = await Cluster.StartAsync(1, _storage, silo => silo.AddQueryBudget("score", new() { StorageName = SharedStorage.Name, MaxRows = 100 }));
        long asked = 0;
        IAsyncModel<Client> model = new CountingAsyncModel(rows => asked += rows).WithClusterBudget(cluster.Client, "score", blockRows: 0);
        IExplainer<Client> explainer = new Lime<Client> { Neighborhood = new GaussianNeighborhood<Client> { Background = Clients.Background, Samples = 40 } };
        await Assert.ThrowsAsync<BudgetExhaustedException>(async () =>
        {
            for (int i = 0; i < 3; i++)
                await explainer.Begin(model, Clients.Of(i)).FinishAsync(model);
        });
        Assert.Equal(asked, (await cluster.Client.GetGrain<IQueryBudgetGrain>("score").UsedAsync()).Rows);
        Assert.InRange(asked, 1, 100);
    }

    [Fact]
    public async Task AJobWhoseBudgetIsUsedUpFailsAndNoRowDoes()
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Clients.Job(new CsvSource<Client>(folder.Write("clients.csv", Clients.Csv(Clients.Many(107)))), folder.Of("parts"));
        await (job with { Folder = folder.Of("whole") }).RunAsync();
        await using InProcessTestCluster cluster = await Cluster.StartAsync(1, _storage, silo => silo
            .AddQueryBudget("score", new() { StorageName = SharedStorage.Name, MaxRows = 4_000 })
            .AddExplanationJob("nightly", services => job with { Model = job.Model.WithClusterBudget(services.GetRequiredService<IGrainFactory>(), "score") }, Cluster.Quick with { MostTries = 1 }));
        await cluster.Job().StartAsync();
        ExplanationJobStatus status = await cluster.Job().UntilAsync(status => status.IsEnded);
        Assert.Equal(ExplanationJobState.Failed, status.State);
        Assert.InRange(status.Done, 1, 5);
        Assert.Contains("of the cluster's budget score are used up", status.Failed[0].Message, StringComparison.Ordinal);
        Assert.Equal(0, status.Refused);
        Dictionary<string, string> whole = folder.Files("whole");
        Assert.All(folder.Files("parts"), file => Assert.Equal(whole[file.Key], file.Value));
    }

    [Fact]
    public async Task ABudgetThatNobodyRegisteredIsAnErrorOfTheSetup()
    {
        await using InProcessTestCluster cluster = await Cluster.StartAsync(1, _storage, silo => silo.AddQueryBudget("score", new() { StorageName = SharedStorage.Name }));
        IModel<Client> model = new CountingModel(_ => { }).WithClusterBudget(cluster.Client, "scores");
        Assert.Contains("No budget is called scores", Assert.Throws<InvalidOptionException>(() => Ask(model, 1, 1)).Message, StringComparison.Ordinal);
    }

    private static int UntilRefused(IModel<Client> model, int rows)
    {
        for (int answered = 0; ; answered += rows)
        {
            try
            {
                Ask(model, rows, 1);
            }
            catch (Exception error) when (error is BudgetExhaustedException or RemoteModelException)
            {
                return answered;
            }
        }
    }

    private static void Ask(IModel<Client> model, int rows, int times)
    {
        double[] values = Encoded<Client>(Clients.Many(rows)), scores = new double[rows];
        for (int i = 0; i < times; i++)
            model.Score(new EncodedRows<Client>(values), scores);
    }

    private static double[] Encoded<T>(T[] records)
        where T : IFeatureRecord<T>
    {
        double[] values = new double[records.Length * T.Schema.Columns];
        for (int i = 0; i < records.Length; i++)
            T.Schema.Encode(records[i], values.AsSpan(i * T.Schema.Columns, T.Schema.Columns));
        return values;
    }
}
