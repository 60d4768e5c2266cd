using System.Text.Json;
using TypedExplain.Testing.Tests.Support;

namespace TypedExplain.Testing.Tests.Diffs;

/// <summary>Segments by the values of a feature.</summary>
public class SegmentTests
{
    private static readonly ModelDiff<Borrower> s_diff = ModelDiff<Borrower>.Of(
        Borrowers.ByIncome,
        Model.From<Borrower>(one => one.Age >= 55 ? Borrowers.ByDebt.Predict(one) : Borrowers.ByIncome.Predict(one)),
        Borrowers.All,
        seed => new Lime<Borrower> { Neighborhood = new GaussianNeighborhood<Borrower> { Background = Borrowers.All, Samples = 300, Radius = 0.05 }, Seed = seed },
        new() { Segments = [BorrowerFeatures.Age, BorrowerFeatures.Home, BorrowerFeatures.Savings, BorrowerFeatures.HasDefaulted, BorrowerFeatures.IsForeign] });

    [Fact]
    public void Categories_and_flags_are_divided_by_value()
    {
        Assert.Equal(["Rent", "Mortgage", "Own"], Of(BorrowerFeatures.Home).Select(segment => segment.Value));
        Assert.Equal(Enum.GetValues<Home>().Select(home => Borrowers.All.Rows.Count(one => one.Home == home)), Of(BorrowerFeatures.Home).Select(segment => segment.Instances));
        Assert.Equal(["false", "true"], Of(BorrowerFeatures.HasDefaulted).Select(segment => segment.Value));
    }

    [Fact]
    public void The_segment_that_changes_is_the_one_that_is_told()
    {
        SegmentDiff<Borrower>[] ages = Of(BorrowerFeatures.Age);
        Assert.True(ages[3].FirstReason.Changed.Value > 0.5);
        Assert.True(ages[3].FirstReason.IsByModel);
        Assert.Equal(1, ages[3].Prediction.Value);
        Assert.False(ages[0].FirstReason.IsByModel);
        Assert.Equal(0, ages[0].FirstReason.Changed.Count + ages[0].Prediction.Count);
    }

    [Fact]
    public void Numbers_are_divided_into_ranges_with_as_many_instances_and_missing_ones_apart()
    {
        SegmentDiff<Borrower>[] savings = Of(BorrowerFeatures.Savings);
        double[] present = [.. Borrowers.All.Rows.Where(one => one.Savings is not null).Select(one => one.Savings!.Value).Order()];

        Assert.Equal(5, savings.Length);
        Assert.Equal(("missing", 60 - present.Length), (savings[4].Value, savings[4].Instances));
        Assert.All(savings[..4], segment => Assert.InRange(segment.Instances, present.Length / 4, (present.Length / 4) + 1));
        Assert.Matches(@"^[\d,]+ to [\d,]+$", savings[0].Value);
        Assert.Equal(60, savings.Sum(segment => segment.Instances));
    }

    /// <summary>Equal numbers stay together, however many ranges are asked for.</summary>
    [Fact]
    public void Equal_numbers_are_in_one_range()
    {
        IReadOnlyList<Borrower> rows = [.. Borrowers.All.Rows.Select((one, i) => one with { Age = i < 40 ? 30 : 40 + (i % 2) })];
        ModelDiff<Borrower> diff = ModelDiff<Borrower>.Of(Borrowers.ByIncome, Borrowers.ByDebt, rows, Borrowers.Lime(30), new() { Segments = [BorrowerFeatures.Age], Bins = 5 });

        Assert.Equal([("30 years", 40), ("40 years", 10), ("41 years", 10)], diff.Segments.Select(segment => (segment.Value, segment.Instances)));
    }

    [Fact]
    public void Values_of_protected_features_are_data_and_withheld_from_texts()
    {
        Assert.Equal(["false", "true"], Of(BorrowerFeatures.IsForeign).Select(segment => segment.Value));
        Assert.Contains("IsForeign: group 2, withheld (protected)", s_diff.ToString());
        Assert.DoesNotContain("IsForeign: true", s_diff.ToString());
        Assert.DoesNotContain("IsForeign: false", s_diff.ToString());

        JsonElement[] kept = Segments(ProtectedValues.Kept), withheld = Segments(ProtectedValues.Withheld);
        Assert.Equal("false", kept[^2].GetProperty("value").GetString());
        Assert.True(kept[^2].GetProperty("protected").GetBoolean());
        Assert.Equal("""{"name":"IsForeign","protected":true}""", withheld[^2].GetRawText());
        Assert.Equal(kept[0].GetRawText(), withheld[0].GetRawText());

        static JsonElement[] Segments(ProtectedValues values) => [.. JsonDocument.Parse(s_diff.ToJson(values)).RootElement.GetProperty("segments").EnumerateArray()];
    }

    private static SegmentDiff<Borrower>[] Of(Feature<Borrower> feature) => [.. s_diff.Segments.Where(segment => segment.Feature == feature)];
}
