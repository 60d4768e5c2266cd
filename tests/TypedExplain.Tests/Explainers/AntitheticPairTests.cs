using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

/// <summary>Neighbors in antithetic pairs.</summary>
public class AntitheticPairTests
{
    private static readonly GaussianNeighborhood<Point> s_around = new() { Background = new([new(0, 0, 0, 0), new(1, 2, 3, 4), new(5, 1, -3, 2)]), Samples = 401, Design = SamplingDesign.AntitheticPairs };

    [Fact]
    public void TheSecondOfAPairIsAsFarOnTheOtherSide()
    {
        double[] instance = new double[FeatureSchema.Of<Point>().Columns], rows = Draw(401, instance);
        for (int row = 0; row < 400; row += 2)
        {
            for (int column = 0; column < instance.Length; column++)
                Assert.Equal(2 * instance[column], rows[(row * instance.Length) + column] + rows[((row + 1) * instance.Length) + column], 1e-9);
        }
    }

    [Fact]
    public void PairsAreDrawnOnTheirOwn() =>
        Assert.Equal(400 / 2, Draw(401, new double[4]).Chunk(2 * 4).Select(pair => pair[0]).Distinct().Count());

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(400)]
    [InlineData(1500)]
    public void ASmallerNeighborhoodIsTheBeginningOfALargerOne(int samples)
    {
        double[] instance = new double[FeatureSchema.Of<Point>().Columns], small = Draw(samples, instance), large = Draw(2001, instance);
        Assert.Equal(small, large[..small.Length]);
    }

    [Fact]
    public void FlagsAndCategoriesKeepTheirFrequencies()
    {
        Dataset<LoanApplication> loans = Loans.Load();
        GaussianNeighborhood<LoanApplication> around = new() { Background = loans, Samples = 20_001, Design = SamplingDesign.AntitheticPairs };
        double[] rows = new double[20_000 * FeatureSchema.Of<LoanApplication>().Columns];
        around.Sample(loans.Encoded[0], new RandomStream(3, "pairs"), rows);
        Feature<LoanApplication> flag = LoanApplicationFeatures.HasDefaulted;
        double set = Enumerable.Range(0, 20_000).Average(row => rows[(row * FeatureSchema.Of<LoanApplication>().Columns) + flag.Column]);
        Assert.Equal(loans.Rows.Average(loan => loan.HasDefaulted ? 1.0 : 0), set, 0.01);
    }

    [Fact]
    public void StandardErrorsOfPairsAreTheSpreadOverSeeds()
    {
        Dataset<LoanApplication> loans = Loans.Load();
        Lime<LoanApplication> lime = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = loans, Samples = 401, Design = SamplingDesign.AntitheticPairs }, StandardErrors = true };
        Explanation<LoanApplication>[] runs = [.. Enumerable.Range(0, 150).Select(seed => (lime with { Seed = seed }).Explain(Analytic.Smooth<LoanApplication>(), loans[0]))];
        foreach (Feature<LoanApplication> feature in FeatureSchema.Of<LoanApplication>().Features)
        {
            double mean = runs.Average(run => run.Standardized[feature]);
            double spread = Math.Sqrt(runs.Sum(run => Math.Pow(run.Standardized[feature] - mean, 2)) / (runs.Length - 1));
            Assert.InRange(runs.Average(run => run.StandardErrors![feature]) / spread, 0.85, 1.15);
        }
    }

    [Fact]
    public void StandardErrorsOfAPartitionKnowNoPairs()
    {
        GaussianNeighborhood<LoanApplication> pairs = new() { Background = Loans.Load(), Samples = 50, Design = SamplingDesign.AntitheticPairs };
        Linex<LoanApplication> linex = new() { Neighborhood = pairs, Partition = [pairs, pairs] };
        Assert.Equal(99, linex.Explain(Analytic.Smooth<LoanApplication>(), pairs.Background[0]).Queries);
        InvalidOptionException error = Assert.Throws<InvalidOptionException>(() => (linex with { StandardErrors = true }).Explain(Analytic.Smooth<LoanApplication>(), pairs.Background[0]));
        Assert.Contains("SamplingDesign.Independent", error.Message);
    }

    private static double[] Draw(int samples, double[] instance)
    {
        s_around.Background!.Encoded[0].CopyTo(instance);
        double[] rows = new double[(samples - 1) * instance.Length];
        (s_around with { Samples = samples }).Sample(instance, new RandomStream(5, "pairs"), rows);
        return rows;
    }
}
