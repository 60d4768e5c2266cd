using TypedExplain.Neighborhoods.Density;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explainers;

public class KdeNeighborhoodTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly KdeNeighborhood<LoanApplication> s_around = new() { Background = s_loans, Samples = 400 };

    /// <summary>Numbers on a line, so that only one component varies.</summary>
    private static readonly Dataset<Point> s_line = new(Enumerable.Range(0, 60).Select(i => new Point(i, 2 * i, -i, 5 - (3 * i))));

    private static double[][] Draw<T>(KdeNeighborhood<T> neighborhood, T instance)
        where T : IFeatureRecord<T>
    {
        double[] columns = new double[FeatureSchema.Of<T>().Columns];
        FeatureSchema.Of<T>().Encode(instance, columns);
        double[] rows = new double[columns.Length * (neighborhood.Samples - 1)];
        neighborhood.Sample(columns, new RandomStream(1, "test").For(columns), rows);
        return [.. rows.Chunk(columns.Length)];
    }

    [Fact]
    public void NeighborsAreRowsWithinTheRadiusAndNoise()
    {
        // Almost no noise: every neighbor is a row of the background within the radius, and all such rows come up.
        FeatureStatistics<LoanApplication> statistics = s_loans.Statistics;
        LoanApplication instance = s_loans[0];
        double Distance(LoanApplication other) => Math.Sqrt(
            Math.Pow((other.Age - instance.Age) / statistics.Deviation.Age, 2) + Math.Pow((other.AnnualIncome - instance.AnnualIncome) / statistics.Deviation.AnnualIncome, 2));
        HashSet<LoanApplication> near = [.. s_loans.Rows.Where(row => Distance(row) <= 1)];
        HashSet<LoanApplication> drawn = [.. Draw(s_around with { Radius = 1, Bandwidth = 1e-9 }, instance).Select(row => new EncodedRows<LoanApplication>(row).Decode(0)).Select(loan => loan with { AnnualIncome = Math.Round(loan.AnnualIncome) })];
        Assert.InRange(near.Count, 3, 30);
        Assert.True(near.SetEquals(drawn));
    }

    [Fact]
    public void NoiseHasTheBandwidth()
    {
        Dataset<Point> same = new([new(5, 0, 0, 0), new(5, 0, 0, 0), new(5.000001, 1, 1, 1)]);
        double deviation = same.Statistics.Deviation[1];
        KdeNeighborhood<Point> around = new() { Background = same, Bandwidth = 0.25, Radius = 0.1, Samples = 4001 };
        double[] values = [.. Draw(around, same[0]).Select(row => row[1] / deviation)];
        Assert.Equal(0, values.Average(), 0.02);
        Assert.Equal(0.25, Math.Sqrt(values.Average(value => value * value)), 0.01);

        // In a ball of 4 dimensions half of the volume lies beyond 0.841 of the radius.
        double[] lengths = [.. Draw(around with { Kernel = DensityKernel.TopHat }, same[0]).Select(row =>
            Math.Sqrt(Enumerable.Range(0, 4).Sum(j => Math.Pow((row[j] - (j == 0 ? 5 : 0)) / same.Statistics.Deviation[j], 2))))];
        Assert.InRange(lengths.Max(), 0.24, 0.2501);
        Assert.Equal(0.5, lengths.Count(length => length > 0.25 * Math.Pow(0.5, 0.25)) / 4000.0, 0.03);
    }

    /// <summary>What the search found can be told, and set it gives the same neighbors.</summary>
    [Fact]
    public void TheBandwidthThatWasFoundIsTold()
    {
        double found = s_around.FittedBandwidth();
        Assert.InRange(found, 0.005, 0.5);
        Assert.Null(s_around.Bandwidth);
        Assert.Equal(Draw(s_around, s_loans[0]), Draw(s_around with { Bandwidth = found }, s_loans[0]));
        Assert.Equal(0.125, (s_around with { Bandwidth = 0.125 }).FittedBandwidth());
        Assert.Equal("Bandwidth of the neighborhood is -1; it must be above 0.", Assert.Throws<InvalidOptionException>(() => (s_around with { Bandwidth = -1 }).FittedBandwidth()).Message);
    }

    [Fact]
    public void ComponentsKeepNeighborsOnThePlaneOfTheData()
    {
        foreach (DensityKernel kernel in Enum.GetValues<DensityKernel>())
        {
            KdeNeighborhood<Point> around = new() { Background = s_line, Components = 1, Bandwidth = 0.3, Kernel = kernel };
            foreach (double[] row in Draw(around, s_line[30]))
            {
                Assert.Equal(2 * row[0], row[1], 1e-3);
                Assert.Equal(5 - (3 * row[0]), row[3], 1e-3);
            }

            Assert.True(Draw(around, s_line[30]).Select(row => row[0]).Distinct().Count() > 400);
        }
    }

    [Fact]
    public void ComponentsNeedMoreCenters()
    {
        // 0.06 standard deviations between rows, twice that along the component: the first radius with 20 rows.
        int Rows(KdeNeighborhood<Point> around) => Draw(around with { Bandwidth = 1e-9, Samples = 2000 }, s_line[30]).Select(row => Math.Round(row[0])).Distinct().Count();
        int plain = Rows(new() { Background = s_line }), along = Rows(new() { Background = s_line, Components = 1 });
        Assert.InRange(plain, 10, 14);
        Assert.InRange(along, 20, 24);
    }

    [Fact]
    public void OptionsThatChangeTheFitMakeItAnew()
    {
        double[][] wide = Draw(s_around with { Bandwidth = 3 }, s_loans[0]), searched = Draw(s_around, s_loans[0]);
        KdeNeighborhood<LoanApplication> used = s_around with { Bandwidth = 3 };
        Assert.Equal(wide, Draw(used, s_loans[0]));
        Assert.Equal(searched, Draw(used with { Bandwidth = null }, s_loans[0]));
        Assert.NotEqual(wide, searched);
        Assert.NotEqual(wide, Draw(used with { Components = 1 }, s_loans[0]));
        Dataset<LoanApplication> half = s_loans.Select([.. Enumerable.Range(0, 20)]);
        Assert.Equal(Draw(new() { Background = half, Samples = 400 }, s_loans[0]), Draw(s_around with { Background = half }, s_loans[0]));
    }

    [Fact]
    public void EqualOptionsAreEqualValuesWhateverWasComputed()
    {
        KdeNeighborhood<LoanApplication> one = s_around with { Radius = 1 }, other = new() { Background = s_loans, Samples = 400, Radius = 1 };
        Draw(one, s_loans[0]);
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, other with { Bandwidth = 0.1 });
    }

    [Fact]
    public void ManyThreadsShareOneFit()
    {
        for (int repeat = 0; repeat < 5; repeat++)
        {
            KdeNeighborhood<LoanApplication> fresh = s_around with { Background = s_loans };
            double[][][] drawn = new double[8][][];
            Parallel.For(0, drawn.Length, i => drawn[i] = Draw(fresh, s_loans[0]));
            Assert.All(drawn, rows => Assert.Equal(drawn[0], rows));
        }
    }

    [Fact]
    public void NothingWithinTheRadius()
    {
        LoanApplication far = s_loans[0] with { AnnualIncome = 500_000 };
        string message = Assert.Throws<NoFitException>(() => Draw(s_around with { Radius = 1 }, far)).Message;
        Assert.StartsWith("None of the 40 background rows lies within 1 of LoanApplication { Age = ", message);
        Assert.Contains("Widen the Radius", message);
        Assert.Equal(399, Draw(s_around, far).Length);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void WidthsOutsideTheirRange(double width)
    {
        Assert.StartsWith("Radius of the neighborhood is ", Assert.Throws<InvalidOptionException>(() => Draw(s_around with { Radius = width }, s_loans[0])).Message);
        Assert.EndsWith("it must be above 0.", Assert.Throws<InvalidOptionException>(() => Draw(s_around with { Bandwidth = width }, s_loans[0])).Message);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void ComponentsOutsideTheirRange(int components) => Assert.Equal(
        $"Components of the neighborhood is {components}; with 2 numbers that vary it must be from 1 to 2.",
        Assert.Throws<InvalidOptionException>(() => Draw(s_around with { Components = components }, s_loans[0])).Message);

    [Fact]
    public void BackgroundsThatTeachNothing()
    {
        Assert.Contains("at least 2", Assert.Throws<InvalidDatasetException>(() => Draw(s_around with { Background = s_loans.Select([0]) }, s_loans[0])).Message);
        Dataset<LoanApplication> constant = new(s_loans.Rows.Select(loan => loan with { HasDefaulted = true }));
        Assert.Contains("HoldConstantFeatures = true", Assert.Throws<InvalidDatasetException>(() => Draw(s_around with { Background = constant }, s_loans[0])).Message);
        LoanApplication honest = s_loans[0] with { HasDefaulted = false };
        Assert.All(Draw(s_around with { Background = constant, HoldConstantFeatures = true }, honest), row => Assert.Equal(0, row[^1]));
    }

    [Theory]
    [InlineData(0, 0.2)]
    [InlineData(0.2, 0.2)]
    [InlineData(0.25, 0.3)]
    [InlineData(1e7, 1e7)]
    public void TheFirstRadiusTriedIsTwoTenths(double farthest, double expected) =>
        Assert.Equal(expected, PickRadius.Automatic([0, farthest * farthest, 1e30], 2), 1e-9);

    [Fact]
    public void EveryNeighborPicksARowOfItsOwn()
    {
        // Rows are drawn in blocks of 512; the second block must not pick as the first did.
        double[][] rows = Draw(s_around with { Samples = 1025, Radius = 100, Bandwidth = 1e-9 }, s_loans[0]);
        double[] incomes = [.. rows.Select(row => Math.Round(row[1]))];
        Assert.NotEqual(incomes[..100], incomes[512..612]);
        Assert.InRange(incomes[..512].Zip(incomes[512..]).Count(pair => pair.First == pair.Second), 0, 60);
    }
}
