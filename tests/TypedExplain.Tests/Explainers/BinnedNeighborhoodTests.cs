using System.Globalization;
using TypedExplain.Data;
using TypedExplain.Data.Bins;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

/// <summary>Bins: how they are drawn, what counts as being in one, and what an explanation says of them.</summary>
public class BinnedNeighborhoodTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly BinnedNeighborhood<LoanApplication> s_bins = new() { Background = s_loans, Samples = 4001 };

    /// <summary>1 where the income is in the second quarter, 0 elsewhere, and a little for a mortgage.</summary>
    private static readonly IModel<LoanApplication> s_step = Model.From<LoanApplication>(loan =>
        (loan.AnnualIncome > Income.Cuts[0] && loan.AnnualIncome <= Income.Cuts[1] ? 1 : 0) + (loan.Housing == Housing.Mortgage ? 0.25 : 0));

    private static NumberBins Income => NumberBins.Of([.. s_loans.Rows.Select(loan => loan.AnnualIncome)], [], Discretization.Quartile);

    [Fact]
    public void BinsAreDrawnAsOftenAsTheyOccur()
    {
        double[] rows = Draw(s_bins, s_loans[0]);
        NumberBins age = NumberBins.Of([.. s_loans.Rows.Select(loan => (double)loan.Age)], [], Discretization.Quartile);
        EncodedRows<LoanApplication> drawn = new(rows);
        double[] ages = new double[age.Means.Length], incomes = new double[4], means = new double[4];
        for (int row = 0; row < drawn.Count; row++)
        {
            LoanApplication loan = drawn.Decode(row);
            ages[age.Of(loan.Age)] += 1.0 / drawn.Count;
            incomes[Income.Of(loan.AnnualIncome)] += 1.0 / drawn.Count;
            means[Income.Of(loan.AnnualIncome)] += loan.AnnualIncome;
        }

        for (int bin = 0; bin < 4; bin++)
        {
            Assert.Equal(age.Frequencies[bin], ages[bin], 0.03);
            Assert.Equal(Income.Frequencies[bin], incomes[bin], 0.03);
            Assert.InRange(means[bin] / (incomes[bin] * drawn.Count), Income.Minima[bin], Income.Maxima[bin]);
        }
    }

    [Fact]
    public void ValuesInABinAreNormalBetweenItsEnds()
    {
        NumberBins bins = new([0, 1, 2, 2, 2, 3, 10], [4]);
        double[] drawn = [.. Enumerable.Range(0, 20000).Select(i => (i + 0.5) / 20000)], other = [0.3];
        bins.Draw(new double[drawn.Length], drawn);
        bins.Draw([0.99], other);
        Assert.All(drawn, value => Assert.InRange(value, 0, 4));

        // The mean of a normal number between two ends: μ + σ·(φ(a) − φ(b))/(Φ(b) − Φ(a)).
        double mean = 10.0 / 6, deviation = bins.Deviations[0], a = -mean / deviation, b = (4 - mean) / deviation;
        double expected = mean + (deviation * (Density(a) - Density(b)) / (MathNet.Numerics.Distributions.Normal.CDF(0, 1, b) - MathNet.Numerics.Distributions.Normal.CDF(0, 1, a)));
        Assert.Equal(expected, drawn.Average(), 1e-3);
        Assert.Equal(10, other[0], 1e-9);

        static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);
    }

    [Theory]
    [InlineData(typeof(Lime<LoanApplication>))]
    [InlineData(typeof(SmoothedLime<LoanApplication>))]
    [InlineData(typeof(Linex<LoanApplication>))]
    public void TheEffectIsThatOfBeingInTheBin(Type method)
    {
        LinearExplainer<LoanApplication> explainer = (LinearExplainer<LoanApplication>)Activator.CreateInstance(method)! with { Neighborhood = s_bins, Ridge = 1e-9 };
        LoanApplication inside = s_loans.Rows.First(loan => s_step.Predict(loan) == 1.25);
        Explanation<LoanApplication> explanation = explainer.Explain(s_step, inside);
        Assert.Equal(1, explanation.Attribution.AnnualIncome, 1e-6);
        Assert.Equal(1, explanation.Standardized.AnnualIncome, 1e-6);
        Assert.Equal(0.25, explanation.Attribution.Housing, 1e-6);
        Assert.Equal(0, explanation.Attribution.Age, 1e-6);
        Assert.Equal(1, explanation.Fit!.Value.R2, 1e-6);

        // The surrogate predicts by bins for other records too.
        foreach (LoanApplication other in s_loans.Rows)
            Assert.Equal(s_step.Predict(other), explanation.Predict(other), 1e-6);
    }

    [Fact]
    public void ItsTextNamesTheBin()
    {
        LoanApplication inside = s_loans.Rows.First(loan => s_step.Predict(loan) == 1.25);
        Explanation<LoanApplication> explanation = new Lime<LoanApplication> { Neighborhood = s_bins }.Explain(s_step, inside);
        string bin = $"{Income.Cuts[0]:F2} < AnnualIncome <= {Income.Cuts[1]:F2}";
        Assert.Equal(bin, explanation.BinOf(LoanApplicationFeatures.AnnualIncome));
        Assert.Null(explanation.BinOf(LoanApplicationFeatures.Housing));
        string line = explanation.ToString().Split('\n')[1];
        Assert.StartsWith($"  {bin}  ", line);
        Assert.Contains(" against outside ", line);
        Assert.Null(new Lime<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = s_loans } }.Explain(s_step, inside).BinOf(LoanApplicationFeatures.Age));
    }

    [Fact]
    public void RanksAndCutsTooCloseForTwoDecimals()
    {
        NumberBins close = new([0.001, 0.002, 0.003], [0.0011, 0.0012]);
        Assert.Equal("0.0011 < x <= 0.0012", close.Label("x", 1, cut => close.Text(cut, CultureInfo.InvariantCulture)));
        NumberBins even = new([1, 2, 3], [1.125, 2.625, 2.675]);
        Assert.Equal(["x <= 1.12", "1.12 < x <= 2.62", "2.62 < x <= 2.67", "x > 2.67"], Enumerable.Range(0, 4).Select(bin => even.Label("x", bin, cut => even.Text(cut, CultureInfo.InvariantCulture))));
    }

    [Fact]
    public void ContributionsOfBinsAreMeasuredAgainstTheBackground()
    {
        LoanApplication inside = s_loans.Rows.First(loan => s_step.Predict(loan) == 1.25);
        Explanation<LoanApplication> explanation = new Lime<LoanApplication> { Neighborhood = s_bins, Ridge = 1e-9 }.Explain(s_step, inside);
        double sum = explanation.Contributions(s_loans).AsSpan().ToArray().Sum();
        Assert.Equal(explanation.LocalPrediction - s_loans.Rows.Average(explanation.Predict), sum, 1e-9);
    }

    [Fact]
    public void EntropyCutsWhereClassesChange()
    {
        Dataset<LoanApplication> labeled = s_loans.WithLabels(s_loans.Rows.Select(loan => loan.AnnualIncome > 50_000 ? Housing.Own : Housing.Rent));
        BinnedNeighborhood<LoanApplication> bins = s_bins with { Background = labeled, Discretization = Discretization.Entropy };
        double below = s_loans.Rows.Where(loan => loan.AnnualIncome <= 50_000).Max(loan => loan.AnnualIncome), above = s_loans.Rows.Where(loan => loan.AnnualIncome > 50_000).Min(loan => loan.AnnualIncome);
        Assert.Equal([(below + above) / 2], bins.Statistics.Bins![LoanApplicationFeatures.AnnualIncome]!.Cuts);
        Assert.Equal(s_loans.Statistics.Mean.Age, bins.Statistics.Mean.Age);

        string message = Assert.Throws<InvalidDatasetException>(() => (s_bins with { Discretization = Discretization.Entropy }).Statistics).Message;
        Assert.StartsWith("Bins by entropy are cut where classes change, and the rows of LoanApplication have none.", message);
    }

    [Fact]
    public void NumbersThatDoNotSplitAreCutAtTheMedian() =>
        Assert.Equal([2], CutPoints.Of([1, 2, 3], [0, 0, 0], Discretization.Entropy));

    [Fact]
    public void ConstantFeaturesAreRefusedOrHeld()
    {
        Dataset<LoanApplication> young = new(s_loans.Rows.Select(loan => loan with { Age = 30 }));
        Lime<LoanApplication> lime = new() { Neighborhood = s_bins with { Background = young } };
        Assert.Contains("LoanApplication.Age is 30 years", Assert.Throws<InvalidDatasetException>(() => lime.Explain(s_step, s_loans[0])).Message);
        Explanation<LoanApplication> held = (lime with { Neighborhood = s_bins with { Background = young, HoldConstantFeatures = true } }).Explain(s_step, s_loans[0]);
        Assert.Equal(0, held.Attribution.Age);
        Assert.Null(held.BinOf(LoanApplicationFeatures.Age));
    }

    private static double[] Draw<T>(INeighborhood<T> neighborhood, T record)
        where T : IFeatureRecord<T>
    {
        double[] own = new double[T.Schema.Columns], rows = new double[(neighborhood.Samples - 1) * own.Length];
        T.Schema.Encode(record, own);
        neighborhood.Sample(own, new RandomStream(3, "test").For(own), rows);
        return rows;
    }
}
