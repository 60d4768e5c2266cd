using TypedExplain.Reports.Tests.Support;

namespace TypedExplain.Reports.Tests.Pictures;

/// <summary>A waterfall has the contributions, goes from the base value to the answer, and does not tell what is protected.</summary>
public class WaterfallTests
{
    private static readonly PictureOptions s_kept = new() { ProtectedValues = ProtectedValues.Kept, MostRows = 20 };

    [Fact]
    public void It_has_the_contributions_and_ends_at_the_answer()
    {
        ShapValues<Person> values = Settings.Exact.Value;
        WaterfallPicture picture = WaterfallPicture.Of(values, s_kept);

        double[] contributions = [.. values.Contributions.Ranked(ProtectedValues.Kept).Select(ranked => ranked.Contribution).Where(contribution => contribution != 0)];
        Assert.Equal(contributions, picture.Bars.Select(bar => bar.Number!.Value).Where(number => number != 0));
        Assert.Equal(values.Prediction, values.BaseValue + picture.Bars.Sum(bar => bar.Number!.Value), 1e-12);
        Assert.Equal(values.BaseValue, picture.Table.Rows[0][^1].Number);
        Assert.Equal(values.Prediction, picture.Table.Rows[^1][^1].Number);
        Assert.Equal(values.Prediction, picture.Table.Rows[^2][^1].Number!.Value, 1e-12);
        Assert.All(picture.Bars, bar => Assert.Null(bar.Lower));
        Assert.Contains(picture.Bars, bar => bar is { Name: "Age (protected)", Value: [_, ..] });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void What_is_left_is_one_row_that_makes_the_sum(int rows)
    {
        ShapValues<Person> values = Settings.Exact.Value;
        WaterfallPicture picture = WaterfallPicture.Of(values, s_kept with { MostRows = rows });

        Assert.Equal(rows + 1, picture.Bars.Length);
        Assert.EndsWith(", together", picture.Bars[^1].Name);
        Assert.Equal(values.Prediction, values.BaseValue + picture.Bars.Sum(bar => bar.Number!.Value), 1e-12);
        Assert.Equal(T(values).Length, picture.Bars.Sum(bar => bar.Features));

        static Feature<Person>[] T(ShapValues<Person> of) => [.. FeatureSchema.Of<Person>().Features.Where(feature => of.Contributions[feature] != 0)];
    }

    /// <summary>Whatever is shown, no protected contribution can be computed from it: the one row that it is in holds another feature too.</summary>
    [Fact]
    public void Protected_contributions_are_never_alone()
    {
        for (int rows = 1; rows <= 12; rows++)
        {
            WaterfallPicture picture = WaterfallPicture.Of(Settings.Exact.Value, new() { MostRows = rows });
            PictureBar[] withheld = [.. picture.Bars.Where(bar => bar.IsProtected)];
            Assert.All(withheld, bar => Assert.Equal(("protected", null), (bar.Value, bar.Number)));
            Assert.Contains("more and 2 protected, together", picture.Bars[^1].Name);
            double own = Settings.Exact.Value.Contributions[PersonFeatures.Age], other = Settings.Exact.Value.Contributions[PersonFeatures.Born];
            Assert.DoesNotContain(picture.Bars, bar => bar.Number is { } number && (Math.Abs(number - own) < 1e-9 || Math.Abs(number - own - other) < 1e-9));
            Assert.DoesNotContain(Settings.People[3].Age.ToString() + " years", picture.ToSvg() + picture.ToHtml() + picture.ToJson());
        }
    }

    [Fact]
    public void Estimates_have_intervals()
    {
        ShapValues<Person> values = Settings.Sampled.Value;
        WaterfallPicture picture = WaterfallPicture.Of(values, s_kept);
        foreach (PictureBar bar in picture.Bars.Where(bar => bar.Lower is not null))
        {
            Feature<Person> feature = FeatureSchema.Of<Person>().Features.Single(one => bar.Number!.Value == values.Contributions[one] && values.StandardErrors![one] > 0);
            Assert.Equal(bar.Number!.Value + (1.959963984540054 * values.StandardErrors![feature]), bar.Upper!.Value, 1e-12);
        }

        Assert.Contains(picture.Bars, bar => bar.Lower is not null);
        Assert.Contains(picture.Notes, note => note.Contains("95 % intervals"));
    }
}
