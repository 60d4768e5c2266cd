using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Metrics;

public class MetricTableTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly IModel<LoanApplication> s_model = Model.From<LoanApplication>(Loans.Score);
    private static readonly GaussianNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 60 };

    [Fact]
    public void TheBaselinesAreAlwaysThere()
    {
        MetricTable<LoanApplication> table = Table(new Lime<LoanApplication> { Neighborhood = s_around });
        Assert.Equal(["LIME", "trivial", "random", "global"], table.Explainers.Select(explainer => explainer.Name));

        MetricTable<LoanApplication> given = Table(new RandomExplainer<LoanApplication> { Background = s_loans, Seed = 8 });
        Assert.Equal(["random", "trivial", "global"], given.Explainers.Select(explainer => explainer.Name));
    }

    [Fact]
    public void ItsScoresAreThoseOfTheMetrics()
    {
        Linex<LoanApplication> linex = new() { Neighborhood = s_around };
        MetricTable<LoanApplication> table = Table(linex);
        Assert.Equal(new Infidelity<LoanApplication>().Evaluate(linex, s_model, s_loans), table[0][0]);
        Assert.Equal(PairedTest.Of(table[0][1], table[1][1]), table.Compare(0, 1, 1));
    }

    [Fact]
    public void ItsTextIsAligned()
    {
        string[] lines = Table(new Lime<LoanApplication> { Neighborhood = s_around }, new Linex<LoanApplication> { Neighborhood = s_around }).ToString().TrimEnd().Split('\n');
        Assert.Equal(["LIME", "LINEX", "trivial", "random", "global"], lines[0].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("1 Infidelity                ↓  ", lines[1]);
        Assert.Equal(lines[0].Length, lines[1].Length);
        Assert.Equal(lines[0].Length, lines[2].Length);
        Assert.Equal("mean ± standard error over 40 rows; ↓ lower is better, ↑ higher is better", lines[3]);
        Assert.StartsWith("2 Coefficient inconsistency: mean over features", lines[5]);
    }

    [Fact]
    public void ErrorsAreOnTheModelsScaleAndEffectsSayTheirs()
    {
        IModel<LoanApplication> probability = Model.From<LoanApplication>(loan => 1 / (1 + Math.Exp((40 - loan.Age) / 4.0))).As(OutputKind.Probability);
        Lime<LoanApplication> odds = new() { Neighborhood = s_around };
        Explanation<LoanApplication>[] explanations = [.. odds.ExplainMany(probability, s_loans.Rows).Results];
        double[] misses = [.. explanations.Select(explanation => Math.Abs(probability.Predict(explanation.Instance) - (1 / (1 + Math.Exp(-explanation.PredictLinked(explanation.Instance))))))];
        Assert.Equal(misses, new Infidelity<LoanApplication>().Evaluate(odds, probability, s_loans).Values, (left, right) => Math.Abs(left - right) < 1e-12);
        Score fresh = new NeighborhoodFidelity<LoanApplication> { Neighborhood = s_around with { Samples = 6 } }.Evaluate(odds, probability, s_loans);
        Assert.All(fresh.Values, value => Assert.InRange(value, 0, 1));

        // KernelSHAP's effects are in probability, so its line says so, and it is not compared with those in log odds.
        MetricTable<LoanApplication> table = MetricTable<LoanApplication>.Of(
            [odds, new KernelShap<LoanApplication> { Background = s_loans }], [new Infidelity<LoanApplication>(), new CoefficientInconsistency<LoanApplication>()], probability, s_loans);
        Assert.Equal(["mean over features of the difference of effects in own units, in log odds, 3 nearest rows", "mean over features of the difference of effects in own units, 3 nearest rows"], table.Explainers.Select((_, i) => table[i][1].Convention).Take(2));
        Assert.All(Enumerable.Range(2, 3), baseline => Assert.Equal(table[0][1].Convention, table[baseline][1].Convention));
        Assert.Contains("\n2 Coefficient inconsistency of KernelSHAP: mean over features of the difference of effects in own units, 3 nearest rows\n", table.ToString());
        Assert.Equal(table[0][0].Convention, table[1][0].Convention);
        Assert.Throws<InvalidOptionException>(() => table.Compare(0, 1, 1));
        _ = table.Compare(0, 1, 0);

        foreach (IMetric<LoanApplication> metric in (IMetric<LoanApplication>[])
            [
                new SeedVariance<LoanApplication> { Explainer = seed => odds with { Seed = seed }, Runs = 2 },
                new ResamplingStability<LoanApplication> { Explainer = seed => odds with { Seed = seed }, Runs = 1, FirstSeed = 5 },
                new Stability<LoanApplication> { Neighborhood = s_around with { Samples = 2 } },
            ])
            Assert.Contains(", in log odds", metric.Evaluate(odds, probability, s_loans).Convention);
    }

    [Fact]
    public void NothingToCompare() =>
        Assert.Equal(
            "A metric table was given 0 explainers and 2 metrics; it needs at least one of each.",
            Assert.Throws<InvalidOptionException>(() => Table()).Message);

    private static MetricTable<LoanApplication> Table(params IExplainer<LoanApplication>[] explainers) =>
        MetricTable<LoanApplication>.Of(explainers, [new Infidelity<LoanApplication>(), new CoefficientInconsistency<LoanApplication>()], s_model, s_loans);
}
