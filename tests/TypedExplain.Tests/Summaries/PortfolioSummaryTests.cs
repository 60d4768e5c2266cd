using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Summaries;

/// <summary>What a summary tells of few explanations, counted by hand.</summary>
public class PortfolioSummaryTests
{
    private static readonly LoanApplication s_young = new(20, 10_000, Housing.Rent, false), s_old = new(70, 90_000, Housing.Own, true);
    private static readonly Dataset<LoanApplication> s_loans = Loans.Load();

    [Fact]
    public void Of_nothing_there_is_nothing()
    {
        PortfolioSummary<LoanApplication> summary = new();
        FeatureSummary<LoanApplication> age = summary[Feature("Age")];

        Assert.Equal((0L, null, null), (summary.Explained, summary.Quantity, summary.BaseValue));
        Assert.True(double.IsNaN(age.Mean) && double.IsNaN(age.StandardError) && double.IsNaN(age.Quantile(0.5)) && double.IsNaN(age.Minimum) && double.IsNaN(age.FirstShare));
        Assert.Empty(age.Buckets);
        Assert.Empty(age.Dependence);
        Assert.Equal(4, summary.Ranked().Count());
        Assert.Equal("summary of LoanApplication: 0 explained\n", summary.ToString());
        summary.Merge(new());
        Assert.Equal(0, summary.Explained);
    }

    [Fact]
    public void Of_one_there_is_no_error()
    {
        PortfolioSummary<LoanApplication> summary = new();
        summary.Add(Made<LoanApplication>.Values(s_young, [0.25, -0.5, 0, 0.125]));
        FeatureSummary<LoanApplication> income = summary[Feature("AnnualIncome")];

        Assert.Equal((-0.5, 0.5, 1L, 1.0), (income.Mean, income.MeanMagnitude, income.First, income.FirstShare));
        Assert.Equal((-0.5, -0.5), (income.Quantile(0.5), income.Minimum));
        Assert.True(double.IsNaN(income.StandardError) && double.IsNaN(income.UndecidedShare));
        Assert.Equal(["AnnualIncome", "Age", "HasDefaulted", "Housing"], summary.Ranked().Select(one => one.Feature.Name));
    }

    [Fact]
    public void Counts_means_and_bins_are_those_of_the_rows()
    {
        PortfolioSummary<LoanApplication> summary = new(new() { Background = s_loans, Segments = [Feature("Housing")] });
        summary.Add(Made<LoanApplication>.Values(s_young, [1, -2, 0.5, 0]));
        summary.Add(Made<LoanApplication>.Values(s_old, [3, -1, 0.5, 3]));
        summary.Add(Made<LoanApplication>.Values(s_old, [0, 0, 0, 0]));

        FeatureSummary<LoanApplication> age = summary[Feature("Age")];
        Assert.Equal((2L, 0L, 1L, 4.0), (age.Positive, age.Negative, age.Zero, age.Sum));
        Assert.Equal(1L, age.First);
        Assert.Equal(0L, summary[Feature("HasDefaulted")].First);
        Assert.Equal(4 / 3.0, age.Mean);
        Assert.Equal((Math.Sqrt(7 / 9.0), Math.Sqrt(7 / 3.0)), (age.StandardError, age.StandardDeviation));

        Assert.All(age.Dependence, bin => Assert.Equal(DependenceKind.Range, bin.Kind));
        Assert.InRange(age.Dependence.Length, 20, 32);
        Assert.Equal((double.NegativeInfinity, double.PositiveInfinity), (age.Dependence[0].Above, age.Dependence[^1].UpTo));
        DependenceBin old = age.Dependence.Single(bin => bin.Above < 70 && bin.UpTo >= 70);
        Assert.Equal((2L, 1.5, 70.0, 70.0), (old.Count, old.Mean, old.LeastValue, old.LargestValue));

        FeatureSummary<LoanApplication> housing = summary[Feature("Housing")];
        Assert.Equal(["Rent 1", "Mortgage 0", "Own 2"], housing.Dependence.Select(bin => $"{bin.Label} {bin.Count}"));
        Assert.Equal(["Rent 1", "Mortgage 0", "Own 2"], summary.Segments.Select(segment => $"{segment.Label} {segment.Count}"));
        Assert.Equal(1.5, summary.Segments[2].Mean[Feature("Age")]);
        Assert.Equal(["Age", "HasDefaulted", "AnnualIncome", "Housing"], summary.Segments[2].Ranked().Select(one => one.Feature.Name));
        Assert.True(double.IsNaN(summary.Segments[1].Mean[0]));
    }

    [Fact]
    public void Positions_tell_high_values_from_low_ones()
    {
        PortfolioSummary<LoanApplication> summary = new(new() { Background = s_loans });
        summary.Add(Made<LoanApplication>.Values(s_young with { Age = 18 }, [1, 1, 1, 1]));
        summary.Add(Made<LoanApplication>.Values(s_old with { Age = 100 }, [-1, -1, -1, -1]));

        Assert.Equal([1.0, 0.0], summary[Feature("Age")].Buckets.Select(bucket => Math.Round(bucket.Position!.Value, 1)));
        Assert.Equal([1.0, 0.0], summary[Feature("Housing")].Buckets.Select(bucket => bucket.Position!.Value));
        Assert.Equal([1.0, 0.0], summary[Feature("HasDefaulted")].Buckets.Select(bucket => bucket.Position!.Value));
    }

    [Fact]
    public void Missing_values_are_apart()
    {
        Dataset<MissingPoint> points = new([new(1, 2), new(2, null), new(null, 3)]);
        PortfolioSummary<MissingPoint> summary = new(new() { Background = points });
        summary.Add(Made<MissingPoint>.Values(points[0], [1, 0, 1, 0]));
        summary.Add(Made<MissingPoint>.Values(points[1], [1, 0, 0, 2]));
        FeatureSummary<MissingPoint> y = summary[FeatureSchema.Of<MissingPoint>().Features.Single(feature => feature.Name == "Y")];

        SummaryBucket zero = y.Buckets[0];
        Assert.Equal((1L, 1L, null), (zero.Count, zero.Missing, zero.Position));
        Assert.Equal((DependenceKind.Missing, "missing", 1L), (y.Dependence[^1].Kind, y.Dependence[^1].Label, y.Dependence[^1].Count));
        Assert.Equal(3, y.Dependence.Length);
    }

    [Fact]
    public void A_constant_feature_has_one_range()
    {
        Dataset<LoanApplication> same = new([s_young, s_young]);
        PortfolioSummary<LoanApplication> summary = new(new() { Background = same, Segments = [Feature("Age")] });
        for (int i = 0; i < 10; i++)
            summary.Add(Made<LoanApplication>.Values(s_young, [0.1, 0.1, 0, 0]));

        DependenceBin only = Assert.Single(summary[Feature("Age")].Dependence);
        Assert.Equal(("any", 10L, 0.1, 0.0), (only.Label, only.Count, only.Mean, only.StandardError));
        Assert.Equal("any", Assert.Single(summary.Segments).Label);
        Assert.Equal(0.5, Assert.Single(summary[Feature("Age")].Buckets).Position!.Value, 0.01);
        Assert.Equal(10, summary[Feature("Housing")].Zero);
    }

    [Fact]
    public void A_table_for_people_withholds_what_is_protected()
    {
        PortfolioSummary<Annotated> summary = new();
        for (int i = 0; i < 5; i++)
            summary.Add(Made<Annotated>.Values(new(1000 * i, i % 2 == 0, Housing.Own) { Age = 30 }, [0.125 * i, 9, -0.25, 0], part => part.Caveats = i == 2 ? Caveats.RowLoss | Caveats.NotConverged : Caveats.None));
        summary.Add(new Failed<ShapValues<Annotated>>(7, "", new InvalidOperationException("lost")));

        Snapshot.Matches(summary.ToString(), "txt");
        Assert.Equal([new CaveatCount(Caveats.NotConverged, 1), new CaveatCount(Caveats.RowLoss, 1)], summary.Caveats.AsEnumerable());
        Assert.DoesNotContain("9", summary[FeatureSchema.Of<Annotated>().Features[1]].ToString(), StringComparison.Ordinal);
    }

    private static Feature<LoanApplication> Feature(string name) => FeatureSchema.Of<LoanApplication>().Features.Single(feature => feature.Name == name);
}
