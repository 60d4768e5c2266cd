using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Summaries;

/// <summary>What cannot be added up is refused by an error that names both, and changes nothing; what was not explained is counted.</summary>
public class MixedSummaryTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Model.From<LoanApplication>(Loans.Score);
    private static readonly Lime<LoanApplication> s_lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = s_loans, Samples = 60 } };

    [Fact]
    public void Other_outputs_are_refused() => Refused(part => part.Output = "declined", "output", "approved", "declined");

    [Fact]
    public void Other_kinds_are_refused() => Refused(part => part.Kind = OutputKind.Probability, "kind of output", "score", "probability");

    [Fact]
    public void Other_scales_are_refused() => Refused(part => part.Scale = new(LinkFunction.Logit, 1e-9), "scale", "Identity", "Logit");

    [Fact]
    public void Other_explainers_are_refused() => Refused(part => part.Explainer = Made<LoanApplication>.Explainer("Another"), "explainer", "Own", "Another");

    [Fact]
    public void Other_base_values_are_refused() => Refused(part => part.BaseValue = Math.BitIncrement(0.5), "base value", "0.5", "0.5000000000000001");

    [Fact]
    public void Equal_explainers_are_not_other_ones()
    {
        PortfolioSummary<LoanApplication> summary = new();
        summary.Add(Values(null));
        summary.Add(Values(part => part.Explainer = Made<LoanApplication>.Explainer("Own")));
        Assert.Equal(2, summary.Explained);
    }

    [Fact]
    public void Effects_are_not_contributions()
    {
        PortfolioSummary<LoanApplication> summary = new();
        summary.Add(Values(null));
        string message = Assert.Throws<InvalidOptionException>(() => summary.Add(s_lime.Explain(s_model, s_loans[0]))).Message;
        Assert.Equal("The quantity of this summary is contributions, and that of what is added is effects per standard deviation; they cannot be added up. Begin another summary for it.", message);
    }

    [Fact]
    public void Seeds_are_options_too()
    {
        PortfolioSummary<LoanApplication> summary = new();
        summary.Add(s_lime.Explain(s_model, s_loans[0]));
        summary.Add((s_lime with { Seed = s_lime.Seed }).Explain(s_model, s_loans[1]));
        string message = Assert.Throws<InvalidOptionException>(() => summary.Add((s_lime with { Seed = 77 }).Explain(s_model, s_loans[1]))).Message;
        Assert.Contains("\"seed\":77", message, StringComparison.Ordinal);
        Assert.Contains("\"seed\":0", message, StringComparison.Ordinal);
        Assert.Equal(2, summary.Explained);
    }

    [Fact]
    public void Outcomes_are_counted_by_what_became_of_them()
    {
        PortfolioSummary<LoanApplication> summary = new();
        Explanation<LoanApplication> explanation = s_lime.Explain(s_model, s_loans[0]);
        summary.Add(new Certified<LoanApplication>(explanation, new(), 1));
        summary.Add(new BestEffort<LoanApplication>(explanation, ["no fit"], 1));
        summary.Add(new Refused<LoanApplication>("too dear", 1));
        summary.Add(new Explained<Explanation<LoanApplication>>(0, explanation));
        summary.Add(new Failed<Explanation<LoanApplication>>(1, "", new InvalidOperationException("lost")));
        summary.Add(new NotReached<Explanation<LoanApplication>>(2));
        summary.Add(new NotReached<ShapValues<LoanApplication>>(3));

        PortfolioSummary<LoanApplication> merged = new();
        merged.Merge(summary);
        merged.Add(new Refused<LoanApplication>("too dear", 1));
        Assert.Equal((3L, 1L, 1L, 2L, 1L, 2L), (merged.Explained, merged.Certified, merged.BestEffort, merged.Refused, merged.Failed, merged.NotReached));
        Assert.Contains(": 3 explained, 1 certified, 1 best effort, 2 refused, 1 failed, 2 not reached\n", merged.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Only_failures_make_a_summary_too()
    {
        PortfolioSummary<LoanApplication> summary = new();
        summary.Add(new Refused<LoanApplication>("too dear", 1));
        Assert.Equal("summary of LoanApplication: 0 explained, 1 refused\n", summary.ToString());
    }

    [Fact]
    public void Other_options_are_not_merged()
    {
        Feature<LoanApplication> housing = FeatureSchema.Of<LoanApplication>().Features[2];
        PortfolioSummary<LoanApplication> summary = new(new() { Background = s_loans });
        Assert.Contains("Background of this summary is 40 rows", Assert.Throws<InvalidOptionException>(() => summary.Merge(new())).Message, StringComparison.Ordinal);
        Assert.Contains("[], and that of the other one [Housing]", Assert.Throws<InvalidOptionException>(() => summary.Merge(new(new() { Background = s_loans, Segments = [housing] }))).Message, StringComparison.Ordinal);
        Assert.Contains("count twice", Assert.Throws<InvalidOptionException>(() => summary.Merge(summary)).Message, StringComparison.Ordinal);
        summary.Merge(new(new() { Background = Loans.Load() }));
    }

    [Fact]
    public void Segments_are_a_few_features_that_can_be_divided()
    {
        System.Collections.Immutable.ImmutableArray<Feature<LoanApplication>> all = FeatureSchema.Of<LoanApplication>().Features;
        Assert.Contains("AnnualIncome, a number, and Background is null", Message(new() { Segments = [all[1]] }), StringComparison.Ordinal);
        Assert.Contains("Housing twice", Message(new() { Segments = [all[2], all[2]] }), StringComparison.Ordinal);
        Assert.Contains("has 9 features", Message(new() { Segments = [.. Enumerable.Repeat(all[2], 9)] }), StringComparison.Ordinal);
        Assert.Contains("is null", Message(new() { Segments = default }), StringComparison.Ordinal);

        static string Message(SummaryOptions<LoanApplication> options) => Assert.Throws<InvalidOptionException>(() => new PortfolioSummary<LoanApplication>(options)).Message;
    }

    private static void Refused(Action<Made<LoanApplication>.Part> change, string what, string own, string other)
    {
        PortfolioSummary<LoanApplication> summary = new(), another = new();
        summary.Add(Values(null));
        another.Add(Values(change));
        string before = SummaryText.Of(summary);

        string added = Assert.Throws<InvalidOptionException>(() => summary.Add(Values(change))).Message;
        string merged = Assert.Throws<InvalidOptionException>(() => summary.Merge(another)).Message;
        Assert.Equal(added, merged);
        Assert.Contains($"The {what} of this summary is ", added, StringComparison.Ordinal);
        Assert.Contains(own, added, StringComparison.Ordinal);
        Assert.Contains(other, added, StringComparison.Ordinal);
        Assert.Equal(before, SummaryText.Of(summary));
    }

    private static ShapValues<LoanApplication> Values(Action<Made<LoanApplication>.Part>? change) => Made<LoanApplication>.Values(s_loans[0], [1, -2, 0.5, 0], change);
}
