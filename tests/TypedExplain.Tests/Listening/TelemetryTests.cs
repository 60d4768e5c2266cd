using System.Diagnostics;
using System.Reflection;
using TypedExplain.Telemetry;
using TypedExplain.Tests.Runs;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Listening;

/// <summary>What telemetry tells of each kind of run, and that it costs nothing where nobody listens.</summary>
[Collection(nameof(ListeningTests))]
public class TelemetryTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();

    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 200 };

    private static readonly Lime<LoanApplication> s_lime = new() { Neighborhood = s_around };

    private static IModel<LoanApplication> Scorecard { get; } = Model.From<LoanApplication>(loan => Loans.Score(loan));

    private static IModel<LoanApplication> Broken { get; } = Model.From<LoanApplication>(loan => throw new FormatException("canary in a message"));

    [Fact]
    public void One_explanation_is_one_activity_with_its_measurements()
    {
        using Heard heard = new();
        Explanation<LoanApplication> explanation = s_lime.Explain(Scorecard, s_loans[3]);

        Activity activity = Assert.Single(heard.Activities);
        Assert.Equal("explain", activity.OperationName);
        Assert.Equal(ActivityStatusCode.Unset, activity.Status);
        Assert.Equal("LoanApplication", activity.GetTagItem(TypedExplainTelemetry.RecordTag));
        Assert.Equal("LIME", activity.GetTagItem(TypedExplainTelemetry.MethodTag));
        Assert.Equal("score", activity.GetTagItem(TypedExplainTelemetry.OutputKindTag));
        Assert.Equal("explained", activity.GetTagItem(TypedExplainTelemetry.OutcomeTag));
        Assert.Equal((long)explanation.Queries, activity.GetTagItem(TypedExplainTelemetry.QueriesTag));
        Assert.Equal(explanation.Caveats, ((string[])activity.GetTagItem(TypedExplainTelemetry.CaveatsTag)!).Aggregate(Caveats.None, (all, name) => all | Enum.Parse<Caveats>(name)));
        Assert.Equal(1, heard.Sum(TypedExplainTelemetry.ExplanationsCounter));
        Assert.Equal(explanation.Queries, heard.Sum(TypedExplainTelemetry.QueriesCounter));
        Assert.Equal((double)(long)activity.GetTagItem(TypedExplainTelemetry.BatchesTag)!, heard.Sum(TypedExplainTelemetry.BatchesCounter));
        Assert.Equal(explanation.Fit!.Value.R2, heard.Sum(TypedExplainTelemetry.FitHistogram));
        Assert.InRange(Assert.Single(heard.Of(TypedExplainTelemetry.DurationHistogram)).Value, 0, double.MaxValue);
    }

    [Fact]
    public void What_becomes_of_a_run_is_told()
    {
        Assert.Equal("certified LIME", Told(() => new Certifier<LoanApplication> { Explainer = s_lime, Standard = new() { MinimumFit = -1 } }.Explain(Scorecard, s_loans[3])));
        Assert.Equal("best_effort LIME", Told(() => new Certifier<LoanApplication> { Explainer = s_lime, Standard = new() { MinimumFit = 1 }, MaxQueries = 300 }.Explain(Scorecard, s_loans[3])));
        Assert.Equal("refused LIME out_of_budget", Told(() => new Certifier<LoanApplication> { Explainer = s_lime, MaxQueries = 3 }.Explain(Scorecard, s_loans[3])));
        Assert.Equal("refused LIME no_fit", Told(() => new Certifier<LoanApplication> { Explainer = s_lime, MaxQueries = 300 }.Explain(Model.From<LoanApplication>(loan => 1e200 * Loans.Score(loan)), s_loans[3])));
        Assert.Equal("explained Consensus", Told(() => new Consensus<LoanApplication> { Explainers = [s_lime, new Linex<LoanApplication> { Neighborhood = s_around }] }.Explain(Scorecard, s_loans[3])));
        Assert.Equal("explained KernelSHAP", Told(() => new KernelShap<LoanApplication> { Background = s_loans }.Values(Scorecard, s_loans[3])));
        Assert.Equal("explained LIME", Told(() => s_lime.ExplainOutputs(Scorecard, s_loans[3])));
        Assert.Equal("explained PartialDependence", Told(() => new PartialDependence<LoanApplication> { Background = s_loans }.Of(Scorecard, FeatureSchema.Of<LoanApplication>().Features[1])));
        Assert.Equal("failed LIME TypedExplain.InvalidModelException", Told(() => Record.Exception(() => s_lime.Explain(Broken, s_loans[3]))!));
        Assert.Equal("failed LIME TypedExplain.InvalidFeatureException", Told(() => Record.Exception(() => s_lime.Explain(Scorecard, s_loans[3] with { Age = 7 }))!));
        Assert.Equal("failed LIME System.OperationCanceledException", Told(() => Record.Exception(() => s_lime.Explain(Scorecard, s_loans[3], new CancellationToken(true)))!));
    }

    [Fact]
    public void Caveats_and_refusals_are_counted_by_name()
    {
        using Heard heard = new();
        Explanation<LoanApplication> constant = s_lime.Explain(Model.From<LoanApplication>(_ => 1), s_loans[3]);
        _ = new Certifier<LoanApplication> { Explainer = s_lime, MaxQueries = 300 }.Explain(Model.From<LoanApplication>(loan => 1e200 * Loans.Score(loan)), s_loans[3]);

        Assert.NotEqual(Caveats.None, constant.Caveats);
        Assert.Equal(constant.Caveats.ToString().Split(", "), heard.Of(TypedExplainTelemetry.CaveatsCounter).Select(caveat => (string)caveat.Tags[TypedExplainTelemetry.CaveatTag]!));
        Assert.Equal("no_fit", Assert.Single(heard.Of(TypedExplainTelemetry.RefusalsCounter)).Tags[TypedExplainTelemetry.RefusalReasonTag]);
    }

    [Fact]
    public async Task Runs_that_are_awaited_are_told_alike()
    {
        using Heard heard = new();
        string? around = null;
        IModel<LoanApplication> seeing = Model.From<LoanApplication>(loan =>
        {
            around = Activity.Current?.OperationName;
            return Loans.Score(loan);
        });
        _ = await s_lime.ExplainAsync(new LateModel<LoanApplication>(seeing), s_loans[3]);
        Assert.Equal("explain", around);
        Assert.Null(Activity.Current);
        Assert.Equal("explained", Assert.Single(heard.Activities).GetTagItem(TypedExplainTelemetry.OutcomeTag));
    }

    [Fact]
    public void Each_instance_of_many_is_told()
    {
        using Heard heard = new();
        using Activity around = new Activity("around").Start();
        _ = s_lime.ExplainMany(Scorecard, [s_loans[0], s_loans[1] with { Age = 7 }, s_loans[2]], together: 2);

        Assert.Equal(["explained", "explained", "failed"], heard.Activities.Select(activity => (string)activity.GetTagItem(TypedExplainTelemetry.OutcomeTag)!).Order(StringComparer.Ordinal));
        Assert.All(heard.Activities, activity => Assert.Equal(around.Id, activity.ParentId));
        Assert.All(heard.Activities, activity => Assert.Equal("LIME", activity.GetTagItem(TypedExplainTelemetry.MethodTag)));
        Assert.Same(around, Activity.Current);
        Assert.Equal(3, heard.Sum(TypedExplainTelemetry.ExplanationsCounter));
    }

    [Fact]
    public void Memory_and_budgets_are_told()
    {
        using Heard heard = new();
        CachedModel<LoanApplication> cached = new(Scorecard);
        _ = s_lime.Explain(cached, s_loans[3]);
        _ = s_lime.Explain(cached, s_loans[3]);
        QueryBudget budget = new() { MaxRows = 100, Name = "credit" }, silent = new() { MaxRows = 50 };
        budget.Reserve(30);
        budget.Reserve(20);
        silent.Reserve(10);

        Assert.Equal((cached.Hits, cached.Misses), (heard.Sum(TypedExplainTelemetry.CacheHitsCounter), heard.Sum(TypedExplainTelemetry.CacheMissesCounter)));
        Assert.Equal([70.0, 50.0], heard.Of(TypedExplainTelemetry.BudgetRowsGauge).Select(left => left.Value));
        Assert.All(heard.Of(TypedExplainTelemetry.BudgetRowsGauge), left => Assert.Equal("credit", left.Tags[TypedExplainTelemetry.BudgetNameTag]));
        Assert.Empty(heard.Of(TypedExplainTelemetry.BudgetCallsGauge));
    }

    [Fact]
    public void Nobody_who_listens_changes_a_bit()
    {
        string alone = s_lime.Explain(Scorecard, s_loans[3]).ToJson();
        using Heard heard = new();

        Assert.Equal(alone, s_lime.Explain(Scorecard, s_loans[3]).ToJson());
    }

    [Fact]
    public void Nothing_is_allocated_where_nobody_listens()
    {
        const int Runs = 200;
        Explanation<LoanApplication> result = s_lime.Explain(Scorecard, s_loans[3]);
        Run<LoanApplication, Explanation<LoanApplication>>[] runs = [.. Enumerable.Range(0, Runs + 1).Select(_ => Run<LoanApplication, Explanation<LoanApplication>>.Of(() => result))];
        _ = runs[Runs].Finish(Scorecard);
        Assert.False(Instruments.AreOfRuns);

        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Runs; i++)
            _ = runs[i].Finish(Scorecard);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Every_name_is_a_constant_and_on_the_page()
    {
        using Heard heard = new();
        string page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "telemetry.md"));
        string[] names = [.. typeof(TypedExplainTelemetry).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!)];
        string[] instruments = [.. typeof(TypedExplainTelemetry).GetFields().Where(field => field.Name.EndsWith("Counter", StringComparison.Ordinal) || field.Name.EndsWith("Histogram", StringComparison.Ordinal) || field.Name.EndsWith("Gauge", StringComparison.Ordinal)).Select(field => (string)field.GetRawConstantValue()!)];
        _ = new Certifier<LoanApplication> { Explainer = s_lime, MaxQueries = 3 }.Explain(Scorecard, s_loans[3]);
        Record.Exception(() => s_lime.Explain(Broken, s_loans[3]));
        _ = s_lime.Explain(Scorecard, s_loans[3]);

        Assert.All(names, name => Assert.Contains($"`{name}`", page));
        Assert.All(names, name => Assert.Matches("^(TypedExplain|[a-z]+([._][a-z]+)*)$", name));
        Assert.Equal(instruments.Order(), heard.Instruments.Select(instrument => instrument.Name).Distinct().Order());
        Assert.All(heard.Instruments, instrument => Assert.Contains(page.Split('\n'), line => line.StartsWith($"| `{instrument.Name}` |", StringComparison.Ordinal) && line.Contains($"`{instrument.Unit}`", StringComparison.Ordinal)));
        Assert.Empty(((string[])[.. heard.Activities.SelectMany(activity => activity.TagObjects).Select(tag => tag.Key), .. heard.Measurements.SelectMany(measurement => measurement.Tags.Keys)]).Except(names));
    }

    /// <summary>The outcome of the one run that is heard, its method, and its refusal or error.</summary>
    private static string Told(Func<object> run)
    {
        using Heard heard = new();
        run();
        Activity activity = Assert.Single(heard.Activities);
        Assert.Equal(1, heard.Sum(TypedExplainTelemetry.ExplanationsCounter));
        Assert.Equal(activity.GetTagItem(TypedExplainTelemetry.ErrorTypeTag) is null ? ActivityStatusCode.Unset : ActivityStatusCode.Error, activity.Status);
        Assert.Null(activity.StatusDescription);
        Assert.Empty(activity.Events);
        return string.Join(' ', new[] { TypedExplainTelemetry.OutcomeTag, TypedExplainTelemetry.MethodTag, TypedExplainTelemetry.RefusalReasonTag, TypedExplainTelemetry.ErrorTypeTag }.Select(activity.GetTagItem).OfType<string>());
    }
}
