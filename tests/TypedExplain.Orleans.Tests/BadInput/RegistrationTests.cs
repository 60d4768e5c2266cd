using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TypedExplain.Orleans.Tests.BadInput;

/// <summary>What is registered wrongly is refused where it is registered, by its name.</summary>
public class RegistrationTests
{
    private static readonly ClusterBudgetOptions s_budget = new() { StorageName = "redis" };

    private readonly Silo _silo = new();

    public static TheoryData<string, ExplanationJobOptions> Jobs => new()
    {
        { "HeartbeatTime of the job nightly is 00:00:00", new() { HeartbeatTime = TimeSpan.Zero } },
        { "LeaseTime must be at least twice HeartbeatTime", new() { LeaseTime = TimeSpan.FromSeconds(9) } },
        { "MostTries of the job nightly is 0", new() { MostTries = 0 } },
        { "StorageName of the job nightly is empty", new() { StorageName = " " } },
    };

    public static TheoryData<string, ClusterBudgetOptions> Budgets => new()
    {
        { "StorageName of the budget score is null", s_budget with { StorageName = null! } },
        { "StorageName of the budget score is empty", s_budget with { StorageName = "" } },
        { "MaxCalls -1", s_budget with { MaxCalls = -1 } },
        { "MaxRows -1", s_budget with { MaxRows = -1 } },
        { "RowsPerSecond 0;", s_budget with { RowsPerSecond = 0 } },
        { "RowsPerSecond NaN", s_budget with { RowsPerSecond = double.NaN } },
    };

    public static TheoryData<string, OnlineExplanationOptions> Explanations => new()
    {
        { "Concurrency of the explanations clients is 0", new() { Concurrency = 0 } },
        { "Queue of the explanations clients is -1", new() { Queue = -1 } },
        { "ProtectedValues of the explanations clients is 9", new() { ProtectedValues = (ProtectedValues)9 } },
    };

    [Theory]
    [MemberData(nameof(Jobs))]
    public void OptionsOfJobs(string message, ExplanationJobOptions options) => Refused(message, () => _silo.AddExplanationJob("nightly", _ => Job(), options));

    [Theory]
    [MemberData(nameof(Budgets))]
    public void OptionsOfBudgets(string message, ClusterBudgetOptions options) => Refused(message, () => _silo.AddQueryBudget("score", options));

    [Theory]
    [MemberData(nameof(Explanations))]
    public void OptionsOfExplanations(string message, OnlineExplanationOptions options) => Refused(message, () => _silo.AddExplanations("clients", _ => (Clients.Model, Clients.Explainer), options));

    [Fact]
    public void Names()
    {
        Refused("The name of a job is empty", () => _silo.AddExplanationJob(" ", _ => Job()));
        Refused("The name of a budget is empty", () => _silo.AddQueryBudget("", s_budget));
        Refused("The name of explanations is empty", () => _silo.AddExplanations("", _ => (Clients.Model, Clients.Explainer)));
        _silo.AddExplanationJob("a", _ => Job()).AddExplanationJob("b", _ => Job()).AddQueryBudget("a", s_budget).AddExplanations("a", _ => (Clients.Model, Clients.Explainer));
        Refused("A job of the name a is registered already", () => _silo.AddExplanationJob("a", _ => Job()));
        Refused("A budget of the name a is registered already", () => _silo.AddQueryBudget("a", s_budget));
        Refused("Explanations of the name a is registered already", () => _silo.AddExplanations("a", _ => (Clients.Model, Clients.Explainer)));
        Refused("workers is -1", () => _silo.UseExplanationWorkers(-1));
    }

    [Fact]
    public void ABudgetOfAModel()
    {
        IGrainFactory nobody = new NoGrains();
        Refused("The name of a budget is empty", () => Clients.Model.WithClusterBudget(nobody, ""));
        Refused("blockRows of the budget score is -1", () => Clients.Model.WithClusterBudget(nobody, "score", blockRows: -1));
        Assert.Equal("score", Clients.Model.WithClusterBudget(nobody, "score").Identity()!.Name);
    }

    private static ExplanationJob<Client> Job() => Clients.Job(new CsvSource<Client>("clients.csv"), "folder");

    private static void Refused(string message, Action action) => Assert.Contains(message, Assert.Throws<InvalidOptionException>(action).Message, StringComparison.Ordinal);

    internal sealed class Silo : ISiloBuilder
    {
        public IServiceCollection Services { get; } = new ServiceCollection();

        public IConfiguration Configuration { get; } = new ConfigurationManager();
    }
}
