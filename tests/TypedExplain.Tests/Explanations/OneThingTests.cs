using TypedExplain.Errors;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Explanations;

/// <summary>A number and the noun behind it agree: 1 row, 2 rows.</summary>
public class OneThingTests
{
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();
    private static readonly Explanation<LoanApplication> s_explanation = new Lime<LoanApplication> { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = s_loans, Samples = 60 } }
        .Explain(Model.From<LoanApplication>(Loans.Score), s_loans[0]);

    [Theory]
    [InlineData(0, "rows", "queries")]
    [InlineData(1, "row", "query")]
    [InlineData(2, "rows", "queries")]
    public void ANounStandsBehindItsNumber(int count, string regular, string irregular) =>
        Assert.Equal((regular, irregular), (Noun.Of(count, "row"), Noun.Of(count, "query", "queries")));

    [Theory]
    [InlineData(1, "1 query")]
    [InlineData(2, "2 queries")]
    public void Outcomes(int queries, string words)
    {
        Assert.StartsWith($"best effort after {words}: no fit\n", new BestEffort<LoanApplication>(s_explanation, ["no fit"], queries).ToString());
        Assert.Contains($") after {words}\n", new Certified<LoanApplication>(s_explanation, new(), queries).ToString());
        Assert.StartsWith($"refused after {words}: ", new Refused<LoanApplication>("too dear", queries).ToString());
    }

    [Theory]
    [InlineData(1, "1 row, 1 repeat, 1 query", "1 row, 1 query", "1 sample is")]
    [InlineData(2, "2 rows, 2 repeats, 2 queries", "2 rows, 2 queries", "2 samples are")]
    public void Results(int count, string importances, string interactions, string samples)
    {
        Assert.EndsWith(importances, new FeatureImportances<LoanApplication> { Loss = LossFunction.SquaredError, Baseline = 1, BaselineError = 0, All = [], Rows = count, Repeats = count, Output = "score", Queries = count, IsConditional = false }.ToString());
        Assert.EndsWith(interactions, new Interactions<LoanApplication> { Totals = [], Pairs = [], Rows = count, Output = "score", Queries = count }.ToString());
        double[] ends = new double[FeatureSchema.Of<LoanApplication>().Features.Length];
        bool[] varies = [.. ends.Select((_, index) => index < count)];
        TrustRegion<LoanApplication> region = new(ends, ends, varies, new bool[ends.Length]) { HalfWidth = 1, Samples = count, Queries = count };
        Assert.Contains($"; {count} {(count == 1 ? "query" : "queries")}\n", region.ToString());
        Assert.Contains($"{samples} too few for a bound over {count} number{(count == 1 ? "" : "s")};", region.ToString());
    }

    [Theory]
    [InlineData(1, "1 row of LoanApplication", "1 of 1 row", "1 row of LoanApplication that stands for 1", "over 1 row (", "over 1 class (", "over 1 fold (")]
    [InlineData(2, "2 rows of LoanApplication", "2 of 2 rows", "2 rows of LoanApplication that stand for 2", "over 2 rows (", "over 2 classes (", "over 2 fold (")]
    public void Data(int count, string data, string progress, string weighted, params string[] units)
    {
        Dataset<LoanApplication> few = new(s_loans.Rows.Take(count));
        Assert.Equal(data, few.ToString());
        Assert.Equal(progress, new GlobalProgress(count, count).ToString());
        Assert.Equal(weighted, new WeightedRows<LoanApplication>(few, [.. Enumerable.Repeat(1.0, count)]).ToString());
        foreach ((string unit, string words) in ((string[])["rows", "classes", "fold"]).Zip(units))
            Assert.Contains(words, new Score("own", 1, 0, count, unit, MetricDirection.LowerIsBetter, "").ToString());
    }

    [Theory]
    [InlineData(1, "The 1 row of LoanApplication has no target")]
    [InlineData(2, "The 2 rows of LoanApplication have no target")]
    public void AnErrorToo(int count, string words) =>
        Assert.StartsWith(words, Assert.Throws<InvalidDatasetException>(() => new RandomForest<LoanApplication>().Train(new Dataset<LoanApplication>(s_loans.Rows.Take(count)))).Message);
}
