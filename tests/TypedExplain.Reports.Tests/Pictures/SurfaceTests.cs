using System.Text;
using System.Xml.Linq;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Tests.Support;

namespace TypedExplain.Reports.Tests.Pictures;

/// <summary>A picture of two features has the numbers of its surface, tells what rests on no row, and draws circles, logarithms and names as such.</summary>
public class SurfaceTests
{
    private static readonly PartialDependence<Person> s_dependence = new() { Background = Settings.People, Points = 6 };

    private static readonly AccumulatedLocalEffects<Person> s_effects = new() { Background = Settings.People, PairIntervals = 5 };

    [Fact]
    public void It_has_the_numbers_of_the_surface()
    {
        PartialDependenceSurface<Person> surface = s_dependence.Of(Settings.Model, PersonFeatures.Income, PersonFeatures.Home);
        SurfacePicture picture = SurfacePicture.Of(surface);
        int columns = surface.SecondPoints.Length;

        Assert.Equal(surface.FirstPoints.Length * columns, picture.Cells.Length);
        for (int i = 0; i < picture.Cells.Length; i++)
        {
            (int first, int second) = (i / columns, i % columns);
            Assert.Equal((surface.FirstPoints[first].Label, surface.SecondPoints[second].Label, surface[first, second], surface.StandardError(first, second), surface.Support(first, second)), (picture.Cells[i].First, picture.Cells[i].Second, picture.Cells[i].Number, picture.Cells[i].StandardError, picture.Cells[i].Rows));
            Assert.Equal([surface[first, second], surface.StandardError(first, second), surface.Support(first, second)], picture.Table.Rows[i].Skip(2).Select(cell => cell.Number!.Value));
        }

        SurfaceCell best = picture.Cells.Where(cell => cell.Rows > 0).MaxBy(cell => cell.Number)!;
        Assert.Contains($"highest at annual income (EUR) {best.First} with Home {best.Second}, ", picture.Summary);
        Assert.False(picture.IsChange);
    }

    /// <summary>The more, the darker; a cell is where its values are, and one without rows is faint and hatched.</summary>
    [Fact]
    public void Colors_and_places_are_those_of_the_numbers()
    {
        HeatAxis across = Axis(1, 10, 100) with { IsLog = true }, up = Axis("a", "b");
        HeatChart chart = new() { Across = across, Up = up, Cells = [.. Enumerable.Range(0, 6).Select(i => new HeatCell(i / 2, i % 2, i, $"{i}", i == 3 ? 0 : 5))], Numbers = "n", Write = number => $"{number}", IsDiverging = false };
        XElement svg = XElement.Parse(chart.ToSvg(720, "", "", isAlone: true));
        XElement[] cells = [.. svg.Descendants().Where(element => element.Name.LocalName == "rect" && element.Attribute("class")?.Value.StartsWith("te-h", StringComparison.Ordinal) == true).Take(6)];

        Assert.Equal(["te-h0", "te-h1", "te-h3", "te-h5 te-faint", "te-h7", "te-h8"], cells.Select(cell => cell.Attribute("class")!.Value));
        Assert.Equal("te-hatch", svg.Descendants().Single(element => element.Name.LocalName == "path" && element.Attribute("d")!.Value.Count(letter => letter == 'M') == 1 && element.ElementsBeforeSelf().Count() < svg.Elements().ToList().IndexOf(svg.Elements().First(text => text.Value == "n"))).Attribute("class")!.Value);
        double[] left = [.. cells.Select(cell => Number(cell, "x"))], wide = [.. cells.Select(cell => Number(cell, "width"))];
        Assert.Equal(left[0], left[1]);
        Assert.Equal(2 * wide[0], wide[2], 0.05);
        Assert.Equal(wide[0], wide[4], 0.05);
        Assert.True(Number(cells[0], "y") > Number(cells[1], "y"));
        Assert.Equal(["0", "1", "2", "3", "4", "5"], svg.Descendants().Where(element => element.Attribute("class")?.Value == "te-small te-number").Select(text => text.Value));
    }

    [Fact]
    public void Effects_of_pairs_have_0_in_the_middle()
    {
        AccumulatedSurface<Person> surface = s_effects.Of(Model.From<Person>(person => person.Income * (person.Debt ?? 0) / 1e5), PersonFeatures.Income, PersonFeatures.Debt);
        SurfacePicture picture = SurfacePicture.Of(surface);
        HeatChart chart = Assert.IsType<HeatChart>(picture.Chart);

        Assert.True(picture.IsChange && chart.IsDiverging);
        HeatColors colors = HeatColors.Of(chart.Cells.Select(cell => cell.Number), isDiverging: true);
        Assert.Equal(-colors.Low, colors.High);
        Assert.Equal("te-d4", colors.Look(0));
        Assert.Equal("te-d8", colors.Look(colors.High));
        Assert.Equal("te-d0", colors.Look(colors.Low));
        Assert.StartsWith("what the pair adds to score, beyond each by itself: lowest at ", picture.Summary);
        Assert.Contains("0 is where the effects of the two features just add up; orange is more, blue is less than that.", picture.Notes);
    }

    [Fact]
    public void A_centered_surface_is_of_changes()
    {
        SurfacePicture picture = SurfacePicture.Of((s_dependence with { Centered = true }).Of(Settings.Model, PersonFeatures.Grade, PersonFeatures.Income));

        Assert.True(picture.IsChange);
        Assert.StartsWith("change of score: ", picture.Summary);
    }

    [Fact]
    public void Axes_are_those_of_the_features()
    {
        HeatChart chart = Assert.IsType<HeatChart>(SurfacePicture.Of(s_dependence.Of(Settings.Model, PersonFeatures.Month, PersonFeatures.Income)).Chart);
        Assert.Equal(12, chart.Across.Period);
        Assert.True(chart.Up.IsLog && chart.Across.IsWhole);
        int last = chart.Across.Values.Count - 1;
        Assert.Equal(chart.Across.Ends(0).From + 12, chart.Across.Ends(last).To);
        Assert.Equal("1", chart.Across.Write!(13));

        HeatChart missing = Assert.IsType<HeatChart>(SurfacePicture.Of(s_dependence.Of(Settings.Model, PersonFeatures.Debt, PersonFeatures.Grade)).Chart);
        Assert.True(missing.Across.IsApart && missing.Up.IsPlaces);
        (IReadOnlyList<(double From, double To)> spans, _) = missing.Across.Place(6);
        Assert.True(spans[^1].From > spans[^2].To + 0.03);
        Assert.Equal("missing", missing.Across.Labels[^1]);
    }

    /// <summary>However many pairs a surface has, a picture has at most 576, says so, and stays small.</summary>
    [Fact]
    public void Very_many_values_are_thinned_out()
    {
        SurfacePicture picture = SurfacePicture.Of((s_dependence with { Points = 100, Background = Settings.People.Select([.. Enumerable.Range(0, 110)]) }).Of(Settings.Model, PersonFeatures.Income, PersonFeatures.Since));

        Assert.Equal(400, picture.Cells.Length);
        Assert.Contains(picture.Notes, note => note.StartsWith("20 of ", StringComparison.Ordinal) && note.EndsWith(" values of annual income are drawn.", StringComparison.Ordinal));
        Assert.InRange(Encoding.UTF8.GetByteCount(picture.ToHtml()), 1_000, 300_000);
    }

    [Fact]
    public void A_flat_one_and_a_protected_one()
    {
        SurfacePicture flat = SurfacePicture.Of(s_dependence.Of(Model.From<Person>(_ => 2), PersonFeatures.Home, PersonFeatures.Grade));
        Assert.StartsWith("score: 2.000 at every pair of values.", flat.Summary);
        Assert.DoesNotContain("NaN", flat.ToSvg() + flat.ToJson());
        Assert.Equal("Person.Age is protected, and a picture of its values shows them; make it with ProtectedValues.Kept for those who may see them.", Assert.Throws<InvalidOptionException>(() => SurfacePicture.Of(s_dependence.Of(Settings.Model, PersonFeatures.Home, PersonFeatures.Age))).Message);
        Assert.NotEmpty(SurfacePicture.Of(s_dependence.Of(Settings.Model, PersonFeatures.Home, PersonFeatures.Age), new() { ProtectedValues = ProtectedValues.Kept }).Cells);
    }

    [Fact]
    public void One_row_has_no_standard_error()
    {
        SurfacePicture picture = SurfacePicture.Of((s_dependence with { Background = Settings.People.Select([3]) }).Of(Settings.Model, PersonFeatures.Income, PersonFeatures.Home));

        Assert.All(picture.Table.Rows, row => Assert.Equal("too few rows to tell", row[3].Text));
        _ = XElement.Parse(picture.ToSvg(240));
    }

    private static HeatAxis Axis(params double[] values) => new() { Name = "x", Labels = [.. values.Select(value => $"{value}")], Values = values };

    private static HeatAxis Axis(params string[] names) => new() { Name = "y", Labels = names, Values = [.. names.Select((_, i) => (double)i)], IsPlaces = true };

    private static double Number(XElement element, string attribute) => double.Parse(element.Attribute(attribute)!.Value, System.Globalization.CultureInfo.InvariantCulture);
}
