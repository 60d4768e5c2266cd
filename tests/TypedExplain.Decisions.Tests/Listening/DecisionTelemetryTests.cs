using System.Diagnostics;
using TypedExplain.Decisions.Tests.Reasons.Support;
using TypedExplain.Decisions.Tests.Support;
using TypedExplain.Tests.Listening;
using TypedExplain.Tests.Runs;

namespace TypedExplain.Decisions.Tests.Listening;

/// <summary>What telemetry tells of principal reasons and of recourse: what became of them, how many rows they asked about, and nothing of the person.</summary>
[Collection(nameof(ListeningTests))]
public class DecisionTelemetryTests
{
    private static readonly Recourse<Borrower> s_recourse = new() { Wanted = answer => answer >= 36_000 };

    private static IModel<Borrower> Income { get; } = Model.From<Borrower>(one => one.Income);

    [Fact]
    public void What_becomes_of_reasons_is_told()
    {
        PrincipalReasons<Applicant> reasons = Applicants.Reasons, all = Applicants.AgainstAll;
        IModel<Applicant> foreign = Applicants.Linear(foreign: -1000), broken = Model.From<Applicant>(_ => throw new FormatException("canary-7411"));
        int asked = 0;

        Assert.Equal("explained PrincipalReasons", Told(() => reasons.State(Applicants.Score, Applicants.Poor)));
        Assert.Equal("explained PrincipalReasons", Told(() => (reasons with { Rules = [AutomaticDenial.When(ApplicantReason.R11, (Applicant one) => one.HasDefaulted)] }).State(Applicants.Score, Applicants.Poor)));
        Assert.Equal("refused PrincipalReasons not_adverse", Told(() => reasons.State(Applicants.Score, Applicants.Poor with { Income = 190_000 })));
        Assert.Equal("refused PrincipalReasons rounding_decides", Told(() => (all with { Cutoff = 1000 + 1e-7 }).State(Applicants.Linear(income: 0.1), Applicants.Poor)));
        Assert.Equal("refused PrincipalReasons nothing_adverse", Told(() => (all with { Cutoff = 900, Favorable = FavorableOutcome.Low }).State(Applicants.Linear(income: 0.1), Applicants.Poor)));
        Assert.Equal("refused PrincipalReasons protected_feature", Told(() => all.State(foreign, Applicants.Poor with { IsForeign = true })));
        Assert.Equal("refused PrincipalReasons reasonless_feature", Told(() => all.State(Applicants.Linear(income: 0.02, age: 100), Applicants.Poor)));
        Assert.Equal("refused PrincipalReasons undecided", Told(() => (reasons with { Explainer = new PermutationShap<Applicant> { Background = Applicants.Past, Permutations = 2, Seed = 1 }, MaxReasons = 2, MaxQueries = 1 }).State(Applicants.Mixed, Applicants.Poor)));
        Assert.Equal("refused PrincipalReasons out_of_budget", Told(() => (reasons with { MaxQueries = 10 }).State(Applicants.Mixed, Applicants.Poor)));
        Assert.Equal("refused PrincipalReasons poor_fit", Told(() => (all with { Linear = new Lime<Applicant> { Neighborhood = new GaussianNeighborhood<Applicant> { Background = Applicants.Past, Samples = 500 } } }).State(Model.From<Applicant>(one => Math.Sin(one.Income)), Applicants.Poor)));
        Assert.Equal("refused PrincipalReasons not_deterministic", Told(() => all.State(Model.From<Applicant>(_ => asked++), Applicants.Poor)));
        Assert.Equal("failed PrincipalReasons TypedExplain.InvalidModelException", Told(() => Record.Exception(() => reasons.State(broken, Applicants.Poor))!));
        Assert.Equal("failed PrincipalReasons TypedExplain.InvalidOptionException", Told(() => Record.Exception(() => (reasons with { MaxReasons = 0 }).State(Applicants.Score, Applicants.Poor))!));
    }

    [Fact]
    public void What_becomes_of_recourse_is_told()
    {
        Assert.Equal("explained Recourse", Told(() => s_recourse.Find(Income, Borrower.One)));
        Assert.Equal("explained Recourse", Told(() => (s_recourse with { Wanted = answer => answer >= 2 }).Find(Lender.Forest, Borrower.One)));
        Assert.Equal("refused Recourse out_of_budget", Told(() => (s_recourse with { Wanted = answer => answer >= 190_000, MaxQueries = 5 }).Find(Model.From<Borrower>(one => one.Income * (one.HasDefaulted ? 0.5 : 1)), Borrower.One)));
        Assert.Equal("failed Recourse TypedExplain.InvalidOptionException", Told(() => Record.Exception(() => (s_recourse with { MaxQueries = 1 }).Find(Income, Borrower.One))!));
    }

    [Fact]
    public async Task All_rows_that_are_asked_about_are_told_called_or_awaited()
    {
        long rows = 0;
        IModel<Applicant> counted = Model.FromRows<Applicant>((asked, scores) =>
        {
            Interlocked.Add(ref rows, asked.Count);
            Applicants.Mixed.Score(asked, scores);
        });
        using (Heard heard = new())
        {
            // With the people at the cutoff, who are found on the way.
            ReasonStatement<Applicant> statement = New().State(counted, Applicants.Poor);
            Assert.Equal(statement.Queries + Applicants.Past.Count, rows);
            Asked(heard, rows);
        }

        rows = 0;
        using (Heard heard = new())
        {
            _ = await New().StateAsync(new LateModel<Applicant>(counted), Applicants.Poor);
            Asked(heard, rows);
        }

        using (Heard heard = new())
        {
            RecourseOutcome<Borrower> outcome = await s_recourse.FindAsync(new LateModel<Borrower>(Income), Borrower.One);
            Asked(heard, outcome.Queries);
        }

        static PrincipalReasons<Applicant> New() => new() { Reference = Reference.AtCutoff(Applicants.Past, cutoff: 640, band: 120) };
    }

    [Fact]
    public void Each_of_many_is_told_and_their_caveats_by_name()
    {
        // The key is no feature, so that no column holds what the score rests on.
        IModel<Applicant> byKey = Model.From<Applicant>(one => Applicants.Score.Predict(one) - (one.Id == "poor" ? 5 : 0));
        using Heard heard = new();
        Stated<Applicant>[] stated = [.. Applicants.Reasons.StateMany(byKey, [Applicants.Poor, Applicants.Poor with { Id = "else" }, Applicants.Poor]).Results.OfType<Stated<Applicant>>()];

        Assert.Equal(3, stated.Length);
        Assert.Equal(3, heard.Activities.Count);
        Assert.Equal(3, heard.Sum(TypedExplainTelemetry.ExplanationsCounter));
        string[] names = [.. stated.Where(one => one.Caveats != Caveats.None).SelectMany(one => one.Caveats.ToString().Split(", "))];
        Assert.NotEmpty(names);
        Assert.Equal(names.Order(), heard.Of(TypedExplainTelemetry.CaveatsCounter).Select(caveat => (string)caveat.Tags[TypedExplainTelemetry.CaveatTag]!).Order());
    }

    private static void Asked(Heard heard, long rows)
    {
        Activity activity = Assert.Single(heard.Activities);
        Assert.Equal(rows, activity.GetTagItem(TypedExplainTelemetry.QueriesTag));
        Assert.Equal(rows, heard.Sum(TypedExplainTelemetry.QueriesCounter));
        Assert.InRange((long)activity.GetTagItem(TypedExplainTelemetry.BatchesTag)!, 2, rows);
        Assert.Equal((double)(long)activity.GetTagItem(TypedExplainTelemetry.BatchesTag)!, heard.Sum(TypedExplainTelemetry.BatchesCounter));
    }

    /// <summary>The outcome of the one run that is heard, its method, and its refusal or error; no text that is told is of the person or the model.</summary>
    private static string Told(Func<object> run)
    {
        using Heard heard = new();
        run();
        Activity activity = Assert.Single(heard.Activities);
        Assert.Equal(1, heard.Sum(TypedExplainTelemetry.ExplanationsCounter));
        Assert.DoesNotContain(heard.Texts(), told => told.Text.Contains("canary", StringComparison.Ordinal));
        object? refusal = activity.GetTagItem(TypedExplainTelemetry.RefusalReasonTag);
        Assert.Equal(refusal is null ? [] : [refusal], heard.Of(TypedExplainTelemetry.RefusalsCounter).Select(counted => counted.Tags[TypedExplainTelemetry.RefusalReasonTag]));
        return string.Join(' ', new[] { TypedExplainTelemetry.OutcomeTag, TypedExplainTelemetry.MethodTag, TypedExplainTelemetry.RefusalReasonTag, TypedExplainTelemetry.ErrorTypeTag }.Select(activity.GetTagItem).OfType<string>());
    }
}
