using Orleans.TestingHost;
using TypedExplain.Orleans.Tests.Support;

namespace TypedExplain.Orleans.Tests.Online;

/// <summary>Explanations online are those of the library, and errors travel without values.</summary>
public class OnlineExplanationTests
{
    [Fact]
    public async Task AnswersAreThoseOfTheLibraryToTheBit()
    {
        await using InProcessTestCluster cluster = await StartAsync(new() { Concurrency = 2 }, Clients.Model, silos: 2);
        IExplanationGrain grain = cluster.Client.GetGrain<IExplanationGrain>("clients");
        Client[] clients = Clients.Many(40);
        string[] answers = await Task.WhenAll(clients.Select(client => grain.ExplainAsync(JsonRecord.Write(client))));
        Assert.Equal(clients.Select(client => Clients.Explainer.Explain(Clients.Model, client).ToJson(ProtectedValues.Withheld)), answers);
        Assert.DoesNotContain("South", string.Concat(answers), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProtectedValuesAreToldWhereTheSiloSaysSo()
    {
        await using InProcessTestCluster cluster = await StartAsync(new() { ProtectedValues = ProtectedValues.Kept }, Clients.Model);
        Assert.Equal(Clients.Explainer.Explain(Clients.Model, Clients.Of(1)).ToJson(), await cluster.Client.GetGrain<IExplanationGrain>("clients").ExplainAsync(JsonRecord.Write(Clients.Of(1))));
    }

    [Theory]
    [InlineData("""{"Number":"K-1","Age":7,"Incom":5,"Income":77777.5,"Region":"Westeros","IsOwner":true}""", "Age|Incom|Region", "Westeros")]
    [InlineData("""{"Number":"K-1","Age":"seventy""", "", "seventy")]
    [InlineData("[]", "", "[")]
    [InlineData("", "", "\0")]
    public async Task WhatIsNoRecordIsToldMemberByMemberWithoutItsValues(string json, string members, string secret)
    {
        await using InProcessTestCluster cluster = await StartAsync(new(), Clients.Model);
        ExplanationGrainException error = await Assert.ThrowsAsync<ExplanationGrainException>(() => cluster.Client.GetGrain<IExplanationGrain>("clients").ExplainAsync(json));
        Assert.Equal((ExplanationFault.Record, false), (error.Fault, error.IsWorthTryingAgain));
        Assert.Equal(members.Split('|').Order(), error.Faults.Select(fault => fault.Member).Order());
        Assert.DoesNotContain(secret, error.ToString(), StringComparison.Ordinal);
        Assert.All(error.Faults, fault => Assert.Contains(fault.Allowed, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(false, "The model failed, gave an answer that is no finite number, or does not fit its record. The log of the silo says which error it was.")]
    [InlineData(true, "The model failed (InvalidOperationException). The log of the silo says more.")]
    public async Task AModelThatFailsIsToldWithoutWhatItSays(bool isNotEvenThere, string message)
    {
        IModel<Client> failing = Model.From<Client>(client => throw new InvalidOperationException($"No such region: {client.Region}"));
        await using InProcessTestCluster cluster = await Cluster.StartAsync(1, new(), silo => silo.AddExplanations("clients", _ => isNotEvenThere ? throw new InvalidOperationException("No such region.") : (failing, Clients.Explainer)));
        ExplanationGrainException error = await Assert.ThrowsAsync<ExplanationGrainException>(() => cluster.Client.GetGrain<IExplanationGrain>("clients").ExplainAsync(JsonRecord.Write(Clients.Of(1))));
        Assert.Equal((ExplanationFault.Model, message), (error.Fault, error.Message));
        Assert.DoesNotContain("region", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MoreThanItTakesIsRefusedAndNoMoreThanItMayIsWorkedOn()
    {
        int open = 0, most = 0;
        using ManualResetEventSlim gate = new();
        IModel<Client> counting = new Budgets.CountingModel(_ =>
        {
            int now = Interlocked.Increment(ref open);
            for (int seen = most; now > seen && Interlocked.CompareExchange(ref most, now, seen) != seen; seen = most)
            {
            }

            gate.Wait(30_000);
            Interlocked.Decrement(ref open);
        });
        await using InProcessTestCluster cluster = await StartAsync(new() { Concurrency = 2, Queue = 3 }, counting);
        IExplanationGrain grain = cluster.Client.GetGrain<IExplanationGrain>("clients");
        Task<string>[] asked = [.. Enumerable.Range(0, 9).Select(i => grain.ExplainAsync(JsonRecord.Write(Clients.Of(i))))];
        Task<string> refused = await Task.WhenAny(asked);
        while (asked.Count(task => task.IsFaulted) < 4)
            await Task.Delay(20);
        gate.Set();
        await Task.WhenAll(asked).ContinueWith(_ => { }, TaskScheduler.Default);
        Assert.Equal((4, 5), (asked.Count(task => task.IsFaulted), asked.Count(task => task.IsCompletedSuccessfully)));
        Assert.Equal((ExplanationFault.Overload, true), Assert.IsType<ExplanationGrainException>(refused.Exception!.InnerException) is var error ? (error.Fault, error.IsWorthTryingAgain) : default);
        Assert.Equal(2, most);
    }

    [Fact]
    public async Task ANameThatNobodyRegisteredIsToldToTheCaller()
    {
        await using InProcessTestCluster cluster = await StartAsync(new(), Clients.Model);
        ExplanationGrainException error = await Assert.ThrowsAsync<ExplanationGrainException>(() => cluster.Client.GetGrain<IExplanationGrain>("client").ExplainAsync("{}"));
        Assert.Equal(ExplanationFault.Setup, error.Fault);
        Assert.Contains("No explanations are called client", error.Message, StringComparison.Ordinal);
    }

    private static Task<InProcessTestCluster> StartAsync(OnlineExplanationOptions options, IModel<Client> model, short silos = 1) =>
        Cluster.StartAsync(silos, new(), silo => silo.AddExplanations("clients", _ => (model, Clients.Explainer), options));
}
