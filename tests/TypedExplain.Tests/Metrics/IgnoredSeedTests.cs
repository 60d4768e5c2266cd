using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Metrics;

/// <summary>A measure of chance is refused where the seed is not passed on, and 0 where there is no chance.</summary>
public class IgnoredSeedTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Model.From<LoanApplication>(Loans.Score);
    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 60 };
    private static readonly Lime<LoanApplication> s_lime = new() { Neighborhood = s_around, Seed = 7 };

    public static TheoryData<string> Drawing => [.. Explainers.Keys];

    private static Dictionary<string, Func<int, IExplainer<LoanApplication>>> Explainers { get; } = new()
    {
        ["LIME"] = _ => s_lime,
        ["LIME anew"] = _ => new Lime<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = Loans.Load(), Samples = 60 } },
        ["every other seed"] = seed => s_lime with { Seed = seed % 2 },
        ["S-LIME"] = _ => new SmoothedLime<LoanApplication> { Neighborhood = s_around },
        ["LINEX"] = _ => new Linex<LoanApplication> { Neighborhood = s_around },
        ["KernelSHAP"] = _ => new KernelShap<LoanApplication> { Background = s_loans, ExactUpTo = 0, Samples = 8 },
        ["PermutationSHAP"] = _ => new PermutationShap<LoanApplication> { Background = s_loans, Permutations = 2 },
        ["random"] = _ => new RandomExplainer<LoanApplication> { Background = s_loans },
        ["wrapped"] = _ => new Wrapped(s_lime),
    };

    [Theory]
    [MemberData(nameof(Drawing))]
    public void AnIgnoredSeedIsRefused(string name)
    {
        ExplainedRows<LoanApplication> rows = ExplainedRows<LoanApplication>.Of(s_lime with { Seed = 99 }, s_model, s_loans);
        string variance = Assert.Throws<InvalidOptionException>(() => new SeedVariance<LoanApplication> { Explainer = Explainers[name] }.Evaluate(rows)).Message;
        Assert.StartsWith("Seed variance explained the rows under the seeds 0 and ", variance);
        Assert.Contains("draws at random: the function given as Explainer does not pass its seed on. Write Explainer = seed => explainer with { Seed = seed }.", variance);
        string stability = Assert.Throws<InvalidOptionException>(() => new ResamplingStability<LoanApplication> { Explainer = Explainers[name] }.Evaluate(rows)).Message;
        Assert.StartsWith("Resampling stability explained the rows under the seeds 1 and ", stability);
    }

    /// <summary>One run cannot differ from another, but it must from the rows' own explanations.</summary>
    [Fact]
    public void TheRowsOwnSeedIsNoOther()
    {
        ExplainedRows<LoanApplication> rows = ExplainedRows<LoanApplication>.Of(s_lime, s_model, s_loans);
        ResamplingStability<LoanApplication> metric = new() { Explainer = seed => s_lime with { Seed = seed }, FirstSeed = 7, Runs = 1 };
        Assert.StartsWith("Resampling stability explained the rows under the seed 7 and got their own explanations to the bit, although LIME draws at random: they have the same seed.", Assert.Throws<InvalidOptionException>(() => metric.Evaluate(rows)).Message);
        Assert.True((metric with { FirstSeed = 8 }).Evaluate(rows).Mean > 0);
    }

    [Fact]
    public void WithoutChanceThereIsNoVariance()
    {
        ExplainedRows<LoanApplication> rows = ExplainedRows<LoanApplication>.Of(s_lime, s_model, s_loans);
        IModel<LoanApplication> constant = Model.From<LoanApplication>(_ => 3);
        Forest<LoanApplication> forest = new RandomForest<LoanApplication> { Trees = 3 }.Train(s_loans.WithTarget(s_loans.Rows.Select(Loans.Score)));
        Check(new TrivialExplainer<LoanApplication> { Background = s_loans }, rows);
        Check(new KernelShap<LoanApplication> { Background = s_loans }, rows);
        Check(new TreeShap<LoanApplication> { Background = s_loans }, ExplainedRows<LoanApplication>.Of(s_lime, forest, s_loans));
        Check(s_lime, ExplainedRows<LoanApplication>.Of(s_lime, constant, s_loans));
        Check(new Maple<LoanApplication> { Background = s_loans, Trees = 10 }.Fit(s_model), rows);

        static void Check(IExplainer<LoanApplication> explainer, ExplainedRows<LoanApplication> rows)
        {
            Score score = new SeedVariance<LoanApplication> { Explainer = _ => explainer }.Evaluate(rows);
            Assert.Equal(0, score.Mean);
            Assert.EndsWith(", and all agree to the bit: the method draws nothing, or does not show its seed", score.Convention);
        }
    }

    private sealed class Wrapped(IExplainer<LoanApplication> inner) : IExplainer<LoanApplication>
    {
        public string Name => "wrapped";

        public Run<LoanApplication, Explanation<LoanApplication>> Begin(IModelInfo<LoanApplication> model, LoanApplication instance, CancellationToken cancellation = default) =>
            inner.Begin(model, instance, cancellation);
    }
}
