using System.Xml.Linq;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Tests.Support;

namespace TypedExplain.Reports.Tests.Pictures;

/// <summary>A picture of a trust region has its ends, on the scale of each feature, and only of its own explanation.</summary>
public class RegionTests
{
    private static readonly PictureOptions s_kept = new() { ProtectedValues = ProtectedValues.Kept, MostRows = 100 };

    private static readonly Explanation<Person> s_explanation = Settings.Explained.Value;

    private static readonly TrustRegion<Person> s_region = s_explanation.TrustRegion(Settings.Model, new() { MinimumFidelity = 0.8, AnswerSpread = 1 });

    [Fact]
    public void Intervals_are_those_of_the_region()
    {
        TrustRegionPicture picture = TrustRegionPicture.Of(s_explanation, s_region, s_kept);

        Assert.True(s_region.HalfWidth > 0);
        Assert.Equal(s_region.Varied.Length, picture.Rows.Length);
        foreach (Feature<Person> feature in s_region.Varied)
        {
            RegionRow row = picture.Rows.Single(one => one.Name.Replace(" (protected)", "", StringComparison.Ordinal) == feature.DisplayName);
            Assert.Equal(feature.FormatRange(s_region.Lower[feature], s_region.Upper[feature], System.Globalization.CultureInfo.InvariantCulture), row.Range);
            Assert.InRange(row.Lower!.Value, -1.001 * s_region.HalfWidth, 0);
            Assert.InRange(row.Upper!.Value, 0, 1.001 * s_region.HalfWidth);
            Assert.Equal(s_region.Cut.Contains(feature), row.IsCut);
            if (feature.Kind is not (FeatureKind.Whole or FeatureKind.Ordinal) && feature.Precision != NumberPrecision.Day && !row.IsCut)
                Assert.Equal((-s_region.HalfWidth, s_region.HalfWidth), (row.Lower.Value, row.Upper.Value), (one, other) => Math.Abs(one.Item1 - other.Item1) + Math.Abs(one.Item2 - other.Item2) < 1e-9);
        }

        Assert.StartsWith("The explanation has a fidelity of at least 0.800 within ±", picture.Summary);
        RowChart chart = Assert.IsType<RowChart>(picture.Chart);
        Assert.All(chart.Rows, row => Assert.Equal(2, row.Marks.Count));
        _ = XElement.Parse(picture.ToSvg(240));
    }

    [Fact]
    public void A_whole_number_on_a_circle_is_drawn_as_far_as_it_goes()
    {
        // Half a month is less than the next one.
        double halfWidth = 0.5 / s_explanation.Statistics.Deviation.Month;
        RegionRow still = Month(halfWidth), several = Month(5 * halfWidth), all = Month(100 * halfWidth);

        Assert.Equal(("11 to 11", 0, 0), (still.Range, still.Lower!.Value, still.Upper!.Value));
        Assert.Equal("9 to 1", several.Range);
        Assert.Equal((-4 * halfWidth, 4 * halfWidth), (several.Lower!.Value, several.Upper!.Value), (one, other) => Math.Abs(one.Item1 - other.Item1) + Math.Abs(one.Item2 - other.Item2) < 1e-9);
        Assert.Equal("1 to 12", all.Range);
        Assert.Equal((-12 * halfWidth, 12 * halfWidth), (all.Lower!.Value, all.Upper!.Value), (one, other) => Math.Abs(one.Item1 - other.Item1) + Math.Abs(one.Item2 - other.Item2) < 1e-9);

        static RegionRow Month(double halfWidth) =>
            TrustRegionPicture.Of(s_explanation, s_explanation.TrustRegion(Settings.Model, new() { MinimumFidelity = 0, AnswerSpread = 1e9, StartHalfWidth = halfWidth, LargestHalfWidth = halfWidth }), s_kept).Rows.Single(row => row.Name == "Month");
    }

    [Fact]
    public void A_unit_is_told_once() => Assert.Matches(@"^[\d,.]+ to [\d,.]+ EUR$", TrustRegionPicture.Of(s_explanation, s_region, s_kept).Rows.Single(row => row.Name == "annual income").Range);

    [Fact]
    public void Protected_numbers_are_masked()
    {
        TrustRegionPicture picture = TrustRegionPicture.Of(s_explanation, s_region, new() { MostRows = 100 });
        RegionRow age = picture.Rows.Single(row => row.IsProtected);

        Assert.Equal(("Age", "", null, null), (age.Name, age.Range, age.Lower, age.Upper));
        Assert.Contains("Protected features are marked and have no number.", picture.Notes);
        Assert.DoesNotContain(Settings.People[3].Age.ToString(System.Globalization.CultureInfo.InvariantCulture) + " years", picture.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void Nowhere_is_told()
    {
        double own = Settings.People[3].Income;
        IModel<Person> jumps = Model.From<Person>(person => (1e-7 * person.Income) + (person.Income > own ? 1 : 0));
        Explanation<Person> explanation = Settings.Linex<Person>(Settings.People).Explain(jumps, Settings.People[3]);
        TrustRegionPicture picture = TrustRegionPicture.Of(explanation, explanation.TrustRegion(jumps, new() { MinimumFidelity = 1, AnswerSpread = 1 }));

        Assert.Empty(picture.Rows);
        Assert.Equal("The explanation has a fidelity of at least 1.000 nowhere around the instance.", picture.Summary);
        Assert.NotEmpty(picture.Notes);
        _ = XElement.Parse(picture.ToSvg());
    }

    [Fact]
    public void A_region_of_another_explanation_is_refused()
    {
        Explanation<Person> other = Settings.Linex<Person>(Settings.People).Explain(Settings.Model, Settings.People[50]);

        Assert.Equal("The trust region of Person that is given is not of this explanation: it is of score by LINEX, or around another instance. Make it with explanation.TrustRegion(model).", Assert.Throws<InvalidOptionException>(() => TrustRegionPicture.Of(other, s_region)).Message);
    }
}
