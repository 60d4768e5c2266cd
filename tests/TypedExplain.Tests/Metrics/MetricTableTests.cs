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
    public void NothingToCompare() =>
        Assert.Equal(
            "A metric table was given 0 explainers and 2 metrics; it needs at least one of each.",
            Assert.Throws<InvalidOptionException>(() => Table()).Message);

    private static MetricTable<LoanApplication> Table(params IExplainer<LoanApplication>[] explainers) =>
        MetricTable<LoanApplication>.Of(explainers, [new Infidelity<LoanApplication>(), new CoefficientInconsistency<LoanApplication>()], s_model, s_loans);
}
