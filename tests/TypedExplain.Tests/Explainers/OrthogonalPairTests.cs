using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

/// <summary>Antithetic pairs that are balanced, and what pairs are where a number or a category cannot be mirrored.</summary>
public class OrthogonalPairTests
{
    // Pairs of a block of a record with few features.
    private const int Block = 16;

    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();

    private static readonly Dataset<Point> s_points = new([new(0, 0, 0, 0), new(1, 2, 3, 4), new(5, 1, -3, 2)]);

    [Fact]
    public void PairsAreBalancedByDefault() => Assert.Equal(SamplingDesign.OrthogonalPairs, new GaussianNeighborhood<Point>().Design);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void OfEveryTwoFeaturesTheSidesAgreeInHalfThePairs(int seed)
    {
        double[][] rows = Rows(s_points, 0, (2 * Block * 3) + 1, SamplingDesign.OrthogonalPairs, seed);
        double[] own = s_points.Encoded[0].ToArray();
        foreach (double[][] block in rows.Chunk(2 * Block))
        {
            bool[][] sides = [.. block.Where((_, row) => row % 2 == 0).Select(row => (bool[])[.. row.Select((value, column) => value > own[column])])];
            for (int one = 0; one < own.Length; one++)
            {
                Assert.Equal(Block / 2, sides.Count(pair => pair[one]));
                for (int other = 0; other < one; other++)
                    Assert.Equal(Block / 2, sides.Count(pair => pair[one] == pair[other]));
            }
        }
    }

    [Theory]
    [InlineData(SamplingDesign.AntitheticPairs)]
    [InlineData(SamplingDesign.OrthogonalPairs)]
    public void AtALimitTheLargeHasTheSmallAsItsPartner(SamplingDesign design)
    {
        // Mirrored, both of a pair would be folded onto the same place.
        LoanApplication youngest = s_loans[0] with { Age = 18 };
        double[][] rows = Rows(new Dataset<LoanApplication>([youngest, .. s_loans.Rows]), 0, 4_001, design, 5);
        double[] ages = [.. rows.Select(row => row[LoanApplicationFeatures.Age.Column])];
        Assert.True(Correlation(ages) < -0.4, $"{Correlation(ages)}");

        // And each of them is distributed as though it were drawn on its own.
        double[][] single = Rows(new Dataset<LoanApplication>([youngest, .. s_loans.Rows]), 0, 40_001, SamplingDesign.Independent, 5);
        double[] alone = [.. single.Select(row => row[LoanApplicationFeatures.Age.Column])];
        Assert.Equal(alone.Average(), ages.Average(), 0.3);
        Assert.Equal(alone.Average(age => age * age), ages.Average(age => age * age), 30.0);
    }

    [Theory]
    [InlineData(SamplingDesign.AntitheticPairs)]
    [InlineData(SamplingDesign.OrthogonalPairs)]
    public void NotBothOfAPairHaveTheInstancesCategoryWhereItIsRare(SamplingDesign design)
    {
        // Whichever place its category has among the names.
        foreach (LoanApplication loan in Enum.GetValues<Housing>().Select(housing => s_loans[0] with { Housing = housing }))
        {
            LoanApplication[] evenly = [.. Enum.GetValues<Housing>().SelectMany(housing => s_loans.Rows.Take(6).Select((other, i) => other with { Housing = housing, HasDefaulted = i % 2 == 0 }))];
            int own = FeatureSchema.Of<LoanApplication>().Features[LoanApplicationFeatures.Housing.Index].Column + (int)loan.Housing;
            double[][] rows = Rows(new Dataset<LoanApplication>([loan, .. evenly]), 0, 2_001, design, 6);
            Assert.DoesNotContain(rows.Chunk(2), pair => pair[0][own] == 1 && pair[1][own] == 1);
            Assert.Equal((evenly.Count(other => other.Housing == loan.Housing) + 1) / (evenly.Length + 1.0), rows.Average(row => row[own]), 0.03);
        }
    }

    [Fact]
    public void OneFeaturesJumpIsTakenLessForAnothersSlope()
    {
        IModel<Point> jumps = Model.From<Point>(point => (point.X > 0 ? 1 : 0) + (point.Y > 0 ? 1 : 0) + (0.1 * point.Z));
        Dataset<Point> asked = new([new(0, 0, 0, 0), new(0.1, 0, 0, 0), new(0, -0.1, 0, 0), new(0, 0, 1, 1)]);
        double Variance(SamplingDesign design)
        {
            Lime<Point> lime = new() { Neighborhood = new GaussianNeighborhood<Point> { Background = s_points, Samples = 257, Design = design } };
            return new SeedVariance<Point> { Explainer = seed => lime with { Seed = seed }, Runs = 12 }.Evaluate(lime, jumps, asked).Mean;
        }

        double orthogonal = Variance(SamplingDesign.OrthogonalPairs), pairs = Variance(SamplingDesign.AntitheticPairs);
        Assert.True(orthogonal < 0.85 * pairs, $"{orthogonal} {pairs}");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(33)]
    [InlineData(400)]
    [InlineData(1500)]
    public void ASmallerNeighborhoodIsTheBeginningOfALargerOne(int samples)
    {
        double[][] large = Rows(s_loans, 0, 2_001, SamplingDesign.OrthogonalPairs, 7);
        Assert.Equal(large[..(samples - 1)], Rows(s_loans, 0, samples, SamplingDesign.OrthogonalPairs, 7));
    }

    private static double[][] Rows<T>(Dataset<T> background, int instance, int samples, SamplingDesign design, int seed)
        where T : IFeatureRecord<T>
    {
        GaussianNeighborhood<T> around = new() { Background = background, Samples = samples, Design = design };
        double[] rows = new double[(samples - 1) * FeatureSchema.Of<T>().Columns];
        around.Sample(background.Encoded[instance], new RandomStream(seed, "pairs"), rows);
        return [.. rows.Chunk(FeatureSchema.Of<T>().Columns)];
    }

    private static double Correlation(double[] ofPairs)
    {
        double mean = ofPairs.Average(), variance = ofPairs.Average(value => (value - mean) * (value - mean));
        return ofPairs.Chunk(2).Average(pair => (pair[0] - mean) * (pair[1] - mean)) / variance;
    }
}
