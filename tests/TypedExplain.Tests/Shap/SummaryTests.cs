using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Shap;

public class SummaryTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(39)]
    public void RowsAreRealAndStandForAll(int rows)
    {
        WeightedRows<LoanApplication> summary = s_loans.Summarize(rows, seed: 4);
        Assert.InRange(summary.Count, 1, rows);
        Assert.Equal(rows, summary.Count);
        Assert.Equal(40, summary.TotalWeight);
        Assert.All(summary.Rows.Rows, row => Assert.Contains(s_loans.Rows, loan => ReferenceEquals(loan, row)));
        Assert.Equal(summary.Count, summary.Rows.Rows.Distinct(ReferenceEqualityComparer.Instance).Count());
    }

    [Fact]
    public void ASummaryOfAllIsAll()
    {
        WeightedRows<LoanApplication> summary = s_loans.Summarize(40);
        Assert.Same(s_loans, summary.Rows);
        Assert.All(summary.Weights, weight => Assert.Equal(1, weight));
        Assert.Same(s_loans, s_loans.Summarize(1000).Rows);
    }

    [Fact]
    public void ClustersAreFound()
    {
        RandomStream stream = new(1, "clusters");
        (double X, double Y, int Size)[] places = [(0, 0, 50), (100, 0, 30), (0, 1000, 20)];
        Dataset<Point> rows = new(places.SelectMany((place, p) => Enumerable.Range(0, place.Size).Select(i => new Point(place.X + stream.Uniform((200 * p) + i), place.Y + stream.Uniform(1000 + (200 * p) + i), 7, 7))));
        for (int seed = 0; seed < 20; seed++)
        {
            WeightedRows<Point> summary = rows.Summarize(3, seed);
            Assert.Equal([20, 30, 50], summary.Weights.Order());
            for (int i = 0; i < 3; i++)
            {
                // Of a cluster in a square of 1, the row nearest to the middle is not at its edge.
                Point kept = summary.Rows[i];
                Assert.InRange(kept.X % 100, 0.1, 0.9);
                Assert.InRange(kept.Y % 1000, 0.1, 0.9);
            }
        }
    }

    [Fact]
    public void EqualRowsAreKeptOnce()
    {
        Dataset<Point> rows = new(Enumerable.Range(0, 30).Select(i => new Point(i % 3, 0, 0, 0)));
        WeightedRows<Point> summary = rows.Summarize(10, seed: 1);
        Assert.Equal(3, summary.Count);
        Assert.All(summary.Weights, weight => Assert.Equal(10, weight));
        Assert.Equal(1, new Dataset<Point>(Enumerable.Repeat(new Point(1, 2, 3, 4), 5)).Summarize(2).Count);
    }

    [Fact]
    public void ASummaryComesNearTheWhole()
    {
        IModel<LoanApplication> model = Model.From<LoanApplication>(Loans.Score);
        ShapValues<LoanApplication> whole = new KernelShap<LoanApplication> { Background = s_loans }.Values(model, s_loans[2]);
        ShapValues<LoanApplication> part = new KernelShap<LoanApplication> { Background = s_loans.Summarize(15) }.Values(model, s_loans[2]);
        for (int i = 0; i < 4; i++)
            Assert.Equal(whole.Contributions[i], part.Contributions[i], 0.03);
        Assert.True(part.Queries < whole.Queries / 2);
    }

    [Fact]
    public void SameSeedSameRows()
    {
        Assert.Equal(s_loans.Summarize(6, seed: 1).Rows.Rows.AsEnumerable(), s_loans.Summarize(6, seed: 1).Rows.Rows.AsEnumerable());
        Assert.NotEqual(s_loans.Summarize(6, seed: 1).Rows.Rows.AsEnumerable(), s_loans.Summarize(6, seed: 2).Rows.Rows.AsEnumerable());
    }

    [Fact]
    public void WeightedStatistics()
    {
        WeightedRows<LoanApplication> rows = new(s_loans.Select([0, 1]), [1, 3]);
        FeatureStatistics<LoanApplication> repeated = s_loans.Select([0, 1, 1, 1]).Statistics;
        for (int i = 0; i < 4; i++)
        {
            Assert.Equal(repeated.Mean[i], rows.Statistics.Mean[i], 1e-9);
            Assert.Equal(repeated.Deviation[i], rows.Statistics.Deviation[i], 1e-9);
        }

        foreach (Feature<LoanApplication> feature in FeatureSchema.Of<LoanApplication>().Features)
            Assert.Equal(repeated.Frequencies(feature), rows.Statistics.Frequencies(feature));
        WeightedRows<LoanApplication> one = s_loans.Select([0]);
        Assert.Equal(s_loans[0].Age, one.Statistics.Mean.Age);
        Assert.Equal(0, one.Statistics.Deviation.Age);
    }

    [Fact]
    public void BadWeights()
    {
        Assert.Equal("1 weight was given for 40 rows of LoanApplication; each row needs one.", Assert.Throws<InvalidDatasetException>(() => new WeightedRows<LoanApplication>(s_loans, [1])).Message);
        foreach (double weight in (double[])[0, -1, double.NaN, double.PositiveInfinity])
            Assert.Contains("The weight of row 1 of LoanApplication is ", Assert.Throws<InvalidDatasetException>(() => new WeightedRows<LoanApplication>(s_loans.Select([0, 1]), [1, weight])).Message);
        Assert.Contains("more than a double can hold", Assert.Throws<InvalidDatasetException>(() => new WeightedRows<LoanApplication>(s_loans.Select([0, 1]), [1e308, 1e308])).Message);
        Assert.Equal("rows of a summary is 0; it must be at least 1.", Assert.Throws<InvalidOptionException>(() => s_loans.Summarize(0)).Message);
        Assert.Throws<ArgumentNullException>(() => (WeightedRows<LoanApplication>)(Dataset<LoanApplication>)null!);
    }
}
