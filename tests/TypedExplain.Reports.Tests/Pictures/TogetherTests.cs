using System.Xml.Linq;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Tests.Support;

namespace TypedExplain.Reports.Tests.Pictures;

/// <summary>A picture of interactions counts every number once; protected features are not in it.</summary>
public class TogetherTests
{
    private static readonly PictureOptions s_kept = new() { ProtectedValues = ProtectedValues.Kept };

    private static readonly Lazy<ShapInteractions<Person>> s_interactions = new(() => new KernelShap<Person> { Background = Settings.People.Select([0, 1, 2]), ExactUpTo = 12 }
        .Interactions(Model.From<Person>(person => (person.Income * (int)person.Grade / 1e5) + (0.01 * person.Month) + (0.02 * person.Age * (person.Home == Home.Own ? 1 : 0))), Settings.People[3]));

    [Fact]
    public void All_numbers_sum_to_the_answer()
    {
        ShapInteractions<Person> interactions = s_interactions.Value;
        InteractionsPicture picture = InteractionsPicture.Of(interactions, s_kept with { MostRows = 100 });

        Assert.Equal(interactions.Prediction, interactions.BaseValue + picture.Cells.Sum(cell => cell.Number), 1e-9);
        Assert.Equal(picture.Cells.Select(cell => (double?)cell.Number), picture.Table.Rows.Select(row => row[2].Number));
        ShapInteraction<Person> pair = interactions.Pairs.MaxBy(one => Math.Abs(one.Value))!;
        InteractionCell largest = picture.Cells.Where(cell => cell.First != cell.Second).MaxBy(cell => Math.Abs(cell.Number))!;
        Assert.Equal(pair.Value, largest.Number);
        Assert.Contains($"The most is added together by {largest.First} with {largest.Second} ", picture.Summary);
        Assert.Contains(picture.Notes, note => note.StartsWith("With the base value ", StringComparison.Ordinal));
    }

    /// <summary>The diagonal goes from the upper left to the lower right, the more important a feature the nearer to the upper left.</summary>
    [Fact]
    public void The_cells_are_half_a_square()
    {
        InteractionsPicture picture = InteractionsPicture.Of(s_interactions.Value, s_kept with { MostRows = 3 });
        HeatChart chart = Assert.IsType<HeatChart>(picture.Chart);

        Assert.Equal([(0, 2), (0, 1), (0, 0), (1, 1), (1, 0), (2, 0)], chart.Cells.Select(cell => (cell.Across, cell.Up)));
        Assert.Equal(picture.Cells.Select(cell => (cell.First, cell.Second)), chart.Cells.Select(cell => (chart.Across.Labels[cell.Across], chart.Up.Labels[cell.Up])));
        Assert.True(chart.IsDiverging);
        Assert.Contains(picture.Notes, note => note.Contains(" not drawn, with interactions of at most ", StringComparison.Ordinal));
        _ = XElement.Parse(picture.ToSvg(240));
    }

    [Fact]
    public void Protected_features_are_left_out_and_cannot_be_computed()
    {
        InteractionsPicture open = InteractionsPicture.Of(s_interactions.Value, s_kept with { MostRows = 100 }), picture = InteractionsPicture.Of(s_interactions.Value, new() { MostRows = 100 });

        Assert.Contains(open.Cells, cell => cell.First.EndsWith(" (protected)", StringComparison.Ordinal));
        Assert.DoesNotContain(picture.Cells, cell => (cell.First + cell.Second).Contains("Age", StringComparison.Ordinal));
        Assert.Contains("Protected features and what they add with others are not shown.", picture.Notes);
        Assert.DoesNotContain(picture.Notes, note => note.Contains("base value", StringComparison.Ordinal));
    }

    /// <summary>Features of which only rounding is left are not drawn; where there are no others the picture says so.</summary>
    [Fact]
    public void Rounding_is_not_drawn()
    {
        InteractionsPicture picture = InteractionsPicture.Of(s_interactions.Value, s_kept with { MostRows = 100 });
        Assert.DoesNotContain(picture.Cells, cell => cell.Number != 0 && Math.Abs(cell.Number) < 1e-12);
        Assert.DoesNotContain(picture.Cells, cell => cell.First == "Debt");

        InteractionsPicture flat = InteractionsPicture.Of(new KernelShap<Person> { Background = Settings.People.Select([0, 1]), ExactUpTo = 12 }.Interactions(Model.From<Person>(_ => 2), Settings.People[3]));
        Assert.Empty(flat.Cells);
        Assert.Equal("score is 2.000. No two of these features add anything together.", flat.Summary);
        _ = XElement.Parse(flat.ToSvg());
        _ = flat.ToJson();
    }

    [Fact]
    public void A_page_has_both()
    {
        ShapValues<Person> values = Settings.Exact.Value;
        Explanation<Person> explanation = Settings.Explained.Value;
        TrustRegion<Person> region = explanation.TrustRegion(Settings.Model, new() { MinimumFidelity = 0.5, AnswerSpread = 1 });

        Assert.Contains(new Report<Person> { Interactions = s_interactions.Value }.Decision(values).Pictures, picture => picture is InteractionsPicture);
        IReadOnlyList<Picture> pictures = new Report<Person> { Interactions = s_interactions.Value, Region = region }.Decision(explanation).Pictures;
        Assert.Contains(pictures, picture => picture is InteractionsPicture);
        Assert.Contains(pictures, picture => picture is TrustRegionPicture);
        Assert.StartsWith("Region of a report is of an explanation by effects", Assert.Throws<InvalidOptionException>(() => new Report<Person> { Region = region }.Decision(values)).Message);
    }
}
