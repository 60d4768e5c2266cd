using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using TypedExplain.Hosting.Tests.App;

namespace TypedExplain.Hosting.Tests.Services;

/// <summary>The same question is worked on once, however often and by however many it is asked; nothing else is taken for the same.</summary>
public class CacheTests
{
    [Fact]
    public async Task A_question_is_worked_on_once()
    {
        using Gate gate = new();
        await using TestApp app = await TestApp.StartAsync(service => service.UseCache(), model: gate.Model);
        Served<Outcome<Applicant>> first = await app.Service.ExplainAsync(Applicants.Example(0));
        int batches = gate.Batches;
        Served<Outcome<Applicant>> second = await app.Service.ExplainAsync(Applicants.Example(0));
        Assert.Equal((false, true, batches), (first.IsRemembered, second.IsRemembered, gate.Batches));
        Assert.Same(first.Result, second.Result);

        // Another question, another instance, if only by a bit, and one that no column tells apart.
        Assert.False((await app.Service.ContributeAsync(Applicants.Example(0))).IsRemembered);
        Assert.False((await app.Service.ExplainAsync(Applicants.Example(0) with { Income = Math.BitIncrement(Applicants.Example(0).Income) })).IsRemembered);
    }

    [Fact]
    public async Task Many_who_ask_at_once_wait_for_one()
    {
        using Gate gate = new();
        await using TestApp app = await TestApp.StartAsync(service => service.UseCache(), model: gate.Model);
        gate.Close();
        Task<Served<Outcome<Applicant>>>[] all = [.. Enumerable.Range(0, 20).Select(_ => app.Service.ExplainAsync(Applicants.Example(0)).AsTask())];
        await gate.EnteredAsync();
        gate.Open();
        Served<Outcome<Applicant>>[] served = await Task.WhenAll(all);
        Assert.Single(served, one => !one.IsRemembered);
        Assert.All(served, one => Assert.Same(served[0].Result, one.Result));
    }

    [Fact]
    public async Task Who_waits_is_not_cancelled_with_who_asked_first()
    {
        using Gate gate = new();
        await using TestApp app = await TestApp.StartAsync(service => service.UseCache(), model: gate.Model);
        gate.Close();
        using CancellationTokenSource cancel = new();
        Task<Served<Outcome<Applicant>>> first = app.Service.ExplainAsync(Applicants.Example(0), cancel.Token).AsTask();
        await gate.EnteredAsync();
        Task<Served<Outcome<Applicant>>> second = app.Service.ExplainAsync(Applicants.Example(0)).AsTask();
        await cancel.CancelAsync();
        gate.Open();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.NotNull((await second).Result);
    }

    [Fact]
    public async Task Who_leaves_takes_nothing_from_who_asked_first()
    {
        using Gate gate = new();
        await using TestApp app = await TestApp.StartAsync(service => service.UseCache(), model: gate.Model);
        gate.Close();
        Task<Served<Outcome<Applicant>>> first = app.Service.ExplainAsync(Applicants.Example(0)).AsTask();
        await gate.EnteredAsync();
        using CancellationTokenSource cancel = new();
        Task<Served<Outcome<Applicant>>> second = app.Service.ExplainAsync(Applicants.Example(0), cancel.Token).AsTask();
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
        gate.Open();
        Served<Outcome<Applicant>> served = await first;
        Assert.Same(served.Result, (await app.Service.ExplainAsync(Applicants.Example(0))).Result);
    }

    [Fact]
    public async Task A_failure_is_not_remembered()
    {
        int asked = 0;
        await using TestApp app = await TestApp.StartAsync(service => service.UseCache(), model: Model.From<Applicant>(applicant => Volatile.Read(ref asked) == 0 ? double.NaN : Applicants.Score(applicant)));
        await Assert.ThrowsAsync<InvalidModelException>(() => app.Service.ContributeAsync(Applicants.Example(0)).AsTask());
        Interlocked.Increment(ref asked);
        Assert.False((await app.Service.ContributeAsync(Applicants.Example(0))).IsRemembered);
    }

    [Fact]
    public async Task No_more_is_remembered_than_asked_for()
    {
        using Gate gate = new();
        await using TestApp app = await TestApp.StartAsync(service => service.UseCache(capacity: 2), model: gate.Model);
        for (int i = 0; i < 20; i++)
            await app.Service.ContributeAsync(Applicants.Example(i));
        int remembered = 0;
        for (int i = 0; i < 20; i++)
            remembered += (await app.Service.ContributeAsync(Applicants.Example(i))).IsRemembered ? 1 : 0;
        Assert.InRange(remembered, 0, 2);
        Assert.Throws<InvalidOptionException>(() => new Microsoft.Extensions.DependencyInjection.ServiceCollection().AddTypedExplain().AddExplainer<Applicant>().UseCache(0));
    }

    [Fact]
    public async Task Options_that_change_give_other_results_and_bad_ones_change_nothing()
    {
        Changing source = new() { InitialData = TestApp.Options };
        await using TestApp app = await TestApp.StartAsync(service => service.UseCache(), source: source);
        Served<Outcome<Applicant>> first = await app.Service.ExplainAsync(Applicants.Example(0));
        source.Provider!.Change("Explain:Seed", "5");
        Served<Outcome<Applicant>> second = await app.Service.ExplainAsync(Applicants.Example(0));
        Assert.False(second.IsRemembered);
        Assert.NotEqual(first.Result.ToJson(), second.Result.ToJson());
        source.Provider.Change("Explain:Samples", "-1");
        Assert.Same(second.Result, (await app.Service.ExplainAsync(Applicants.Example(0))).Result);
        Assert.StartsWith("Degraded", await app.Client.GetStringAsync(new Uri("/health", UriKind.Relative)), StringComparison.Ordinal);
        source.Provider.Change("Explain:Samples", "60");
        Assert.False((await app.Service.ExplainAsync(Applicants.Example(0))).IsRemembered);
        Assert.StartsWith("Healthy", await app.Client.GetStringAsync(new Uri("/health", UriKind.Relative)), StringComparison.Ordinal);
    }

    private sealed class Changing : IConfigurationSource
    {
        public required IDictionary<string, string?> InitialData { get; init; }

        public ChangingProvider? Provider { get; private set; }

        public IConfigurationProvider Build(IConfigurationBuilder builder) => Provider = new ChangingProvider(new() { InitialData = InitialData });
    }

    private sealed class ChangingProvider(MemoryConfigurationSource source) : MemoryConfigurationProvider(source)
    {
        public void Change(string key, string value)
        {
            Set(key, value);
            try
            {
                OnReload();
            }
            catch (Exception)
            {
                // Who changes a file does not learn what readers make of it.
            }
        }
    }
}
