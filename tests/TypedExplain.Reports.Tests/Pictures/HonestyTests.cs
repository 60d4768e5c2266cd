using System.Globalization;
using System.Xml.Linq;
using TypedExplain.Reports.Charts;
using TypedExplain.Reports.Tests.Support;
using TypedExplain.Tests.Summaries;

namespace TypedExplain.Reports.Tests.Pictures;

/// <summary>What a picture shows is what there is: no point is hidden or moved, no order made up, no interval passed over.</summary>
public class HonestyTests
{
    private static readonly PictureOptions s_kept = new() { ProtectedValues = ProtectedValues.Kept };

    private static readonly PartialDependence<Person> s_dependence = new() { Background = Settings.People, Curves = 5 };

    private static readonly AccumulatedLocalEffects<Person> s_effects = new() { Background = Settings.People };

    private static readonly IModel<Person> s_other = Model.From<Person>(person => 2 * Settings.Model.Predict(person));

    /// <summary>Numbers of two grids stand where they belong on one axis, and what is missing beside it.</summary>
    [Fact]
    public void What_is_missing_stands_beside_the_numbers()
    {
        FeatureCurve<Person> dependence = s_dependence.Of(Settings.Model, PersonFeatures.Debt), effects = s_effects.Of(Settings.Model, PersonFeatures.Debt);
        PlaneChart chart = Assert.IsType<PlaneChart>(CurvePicture.Of([dependence, effects]).Chart);

        Assert.Empty(chart.Places);
        Assert.Equal("missing", chart.Beside);
        Assert.Equal([.. dependence.Points.SkipLast(1).Select(point => point.At.Value), double.PositiveInfinity], chart.Curves[^2].Points.Select(point => point.X));
        Assert.Equal(effects.Points.Select(point => point.At.Value), chart.Curves[^1].Points.Select(point => point.X));
        Assert.Equal(chart.Curves[^2].Points.Count, chart.Supports.Count);
        XElement svg = XElement.Parse(CurvePicture.Of([dependence]).ToSvg());
        double[] across = [.. svg.Descendants().Where(element => element.Name.LocalName == "circle").Select(dot => double.Parse(dot.Attribute("cx")!.Value, CultureInfo.InvariantCulture)).Skip(1)];
        Assert.True(across[^1] > across[^2] + 30, "What is missing is not apart from the numbers.");
    }

    [Fact]
    public void A_circle_is_closed()
    {
        FeatureCurve<Person> month = s_dependence.Of(Settings.Model, PersonFeatures.Month);
        PlaneChart chart = Assert.IsType<PlaneChart>(CurvePicture.Of([month]).Chart);

        Assert.Equal(month.Points.Length + 1, chart.Curves[^1].Points.Count);
        Assert.Equal((month.Points[0].At.Value + 12, month.Points[0].Mean), (chart.Curves[^1].Points[^1].X, chart.Curves[^1].Points[^1].Y));
        Assert.Equal("1", chart.Write!(13));
        Assert.Equal("12", chart.Write(12));
        Assert.Equal(month.Points.Length, CurvePicture.Of([month]).Table.Rows.Length);
    }

    [Fact]
    public void Curves_of_categories_do_not_hide_each_other()
    {
        FeatureCurve<Person> home = s_dependence.Of(Settings.Model, PersonFeatures.Home);
        CurvePicture picture = CurvePicture.Of([home, s_effects.Of(Settings.Model, PersonFeatures.Home)]);
        PlaneChart chart = Assert.IsType<PlaneChart>(picture.Chart);

        Assert.Equal(2, chart.Curves.Count);
        Assert.True(chart.Curves[1].Points[0].X > chart.Curves[0].Points[0].X + 0.1);
        Assert.Contains("Single instances are not drawn, since values of Home have no order.", picture.Notes);
    }

    [Fact]
    public void Curves_of_two_models_are_told_apart_by_names()
    {
        FeatureCurve<Person> first = s_dependence.Of(Settings.Model, PersonFeatures.Income), second = s_dependence.Of(s_other, PersonFeatures.Income), effects = s_effects.Of(s_other, PersonFeatures.Income);

        Assert.Equal("2 curves of score by Person.Income are called \"partial dependence\", and a reader could not tell them apart; give each a name of its own, such as that of its model or instance.", Refused(() => CurvePicture.Of([first, second])));
        Assert.Contains("are called \"a\"", Refused(() => CurvePicture.Of([first, second], names: ["a", "a"])));
        Assert.Contains("names of a picture of curves has 1 and there are 2 curves", Refused(() => CurvePicture.Of([first, second], names: ["a"])));
        Assert.Contains("null or empty", Refused(() => CurvePicture.Of([first, second], names: ["a", " "])));
        Assert.Equal(["before", "after"], CurvePicture.Of([first, second], names: ["before", "after"]).Curves.Select(curve => curve.Name));
        Assert.Equal(["before, partial dependence", "after, accumulated local effects"], CurvePicture.Of([first, effects], Settings.People[0], names: ["before", "after"]).Curves.Select(curve => curve.Name));
        Assert.Contains("\"before\"", CurvePicture.Of([first, second], names: ["before", "after"]).ToJson());
        Assert.Contains("score (log", Refused(() => CurvePicture.Of([first, s_dependence.Of(Settings.Model.As(OutputKind.LogOdds), PersonFeatures.Income)], names: ["a", "b"])), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_if_has_answers_and_the_own_one()
    {
        CeterisParibusCurve<Person> curve = new CeterisParibus<Person> { Background = Settings.People }.Of(Settings.Model, Settings.People[3], PersonFeatures.Income);
        PictureTable table = CurvePicture.Of([curve]).Table;

        Assert.Equal("value, answer, rows of the background", string.Join(", ", table.Columns));
        Assert.Equal(("as it is", curve.Prediction), (table.Rows[^1][0].Text, table.Rows[^1][1].Number));
    }

    /// <summary>The interval of two instances does not press the cloud of all instances together, and it is said that it goes on.</summary>
    [Fact]
    public void An_interval_of_two_is_cut_and_told()
    {
        PortfolioSummary<Person> few = new(new() { Background = Settings.People });
        for (int i = 0; i < 60; i++)
            few.Add(Made<Person>.Values(Settings.People[i], [.. FeatureSchema.Of<Person>().Features.Select(feature => feature == PersonFeatures.Income ? 0.1 * (i % 3) : 0)]));
        DependencePicture picture = DependencePicture.Of(few, PersonFeatures.Income);
        PlaneChart chart = Assert.IsType<PlaneChart>(picture.Chart);
        Reach reach = Reach.Of(chart);
        double low = chart.Cells.Min(cell => cell.Bottom), high = chart.Cells.Max(cell => cell.Top);

        Assert.True(reach.IsCut);
        Assert.InRange(reach.Ends.Max() - reach.Ends.Min(), high - low, 2.5001 * (high - low));
        Assert.Contains(Reach.Note, picture.Notes);
        Assert.Equal(picture.Bins.Select(bin => bin.LeastValue.Equals(bin.LargestValue) ? bin.LeastValue : double.NaN).Where(double.IsFinite), chart.Curves[0].Points.Zip(picture.Bins).Where(pair => pair.Second.LeastValue.Equals(pair.Second.LargestValue)).Select(pair => pair.First.X), (a, b) => Math.Abs(a - b) < 1e-9 * Math.Abs(a));
    }

    [Fact]
    public void Whole_numbers_have_whole_ticks() =>
        Assert.Equal("1, 2, 3, 4", string.Join(", ", Drawing.Axis.Around([1, 4], 7, leastStep: 1).Ticks.Select(tick => tick.Text)));

    [Fact]
    public void Few_instances_show_below_the_axis()
    {
        PlaneChart chart = new() { Across = "x", Up = "y", Curves = [new([(0, 1, 0, 2), (1, 2, 1, 3)], "te-s0") { Series = 0 }], Supports = [(0, 0.5, 1), (0.5, 0.9, 0.001), (0.9, 1, 0)] };
        double[] heights = [.. XElement.Parse(chart.ToSvg(720, "", "", isAlone: true)).Descendants().Where(element => element.Attribute("class")?.Value == "te-band").Select(bar => double.Parse(bar.Attribute("height")!.Value, CultureInfo.InvariantCulture))];

        Assert.Equal([28, 1.5, 0], heights);
    }

    [Fact]
    public void Points_with_the_same_number_do_not_hide_each_other()
    {
        RowChart chart = new() { Rows = [new("a", "", "", new PointMark(1, 0), new PointMark(1, 4), new PointMark(1, 0))], AxisTitle = "" };
        XElement[] points = [.. XElement.Parse(chart.ToSvg(720, "", "", isAlone: true)).Descendants().Where(element => element.Name.LocalName == "circle")];

        Assert.Equal(3, points.Select(point => point.Attribute("cy")!.Value).Distinct().Count());
        Assert.Contains(points, point => point.Attribute("class")!.Value == "te-halo");
    }

    [Fact]
    public void Names_have_no_low_and_high()
    {
        BeeswarmPicture picture = BeeswarmPicture.Of(Settings.Portfolio.Value, null, s_kept);
        RowChart chart = Assert.IsType<RowChart>(picture.Chart);
        foreach (BeeswarmRow row in picture.Rows)
        {
            bool isHome = row.Name is nameof(Person.Home) or nameof(Person.Born);
            Assert.Equal(!isHome, row.HasOrder);
            if (isHome)
                Assert.All(chart.Rows.Single(one => one.Name == row.Name).Marks.OfType<SwarmMark>().SelectMany(mark => mark.Bins), bin => Assert.True(double.IsNaN(bin.Place)));
        }
    }

    [Fact]
    public void A_metric_has_its_intervals_in_the_table()
    {
        MetricPicture picture = MetricPicture.Of(MetricTable<Person>.Of([Settings.Linex(Settings.People)], [new Infidelity<Person>()], Settings.Model, Settings.People.Select([.. Enumerable.Range(0, 12)])));
        PointMark mark = Assert.IsType<PointMark>(Assert.IsType<RowChart>(picture.Chart).Rows[0].Marks[0]);

        Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"{mark.Lower:0.000} to {mark.Upper:0.000}"), picture.Table.Rows[0][3].Text);
        Assert.Contains("Lines are 95 % intervals of the mean; ± is the standard error.", picture.Notes);
    }

    [Fact]
    public void Who_has_what_is_wanted_needs_no_change()
    {
        RecoursePicture picture = RecoursePicture.Of(Settings.Recourse(Settings.Model.Predict(Settings.People[3]) - 1));

        Assert.Equal("The answer is wanted as it is", picture.Title);
        Assert.EndsWith(". No change is needed.", picture.Summary);
        Assert.Equal("yes", Assert.Single(picture.Table.Rows)[^1].Text);
    }

    /// <summary>A half-width is written with as many digits as it needs: never ± 0 for what is not exact.</summary>
    [Fact]
    public void A_small_half_width_is_not_0()
    {
        WaterfallPicture picture = WaterfallPicture.Of(Settings.Sampled.Value, s_kept with { MostRows = 20 });

        Assert.Contains(picture.Bars, bar => bar.Upper - bar.Lower > 0);
        Assert.DoesNotContain("± 0.000<", picture.ToSvg());
        ShapValues<Person> tiny = new PermutationShap<Person> { Background = Settings.People.Select([.. Enumerable.Range(0, 10)]), Permutations = 40 }.Values(Model.From<Person>(person => 1e-4 * Settings.Model.Predict(person)), Settings.People[3]);
        Assert.DoesNotContain("± 0.000<", WaterfallPicture.Of(tiny, s_kept).ToSvg());
    }

    /// <summary>A difference is marked as more than noise exactly where its bar goes beyond the floor that is drawn.</summary>
    [Fact]
    public void The_floor_that_is_drawn_is_the_one_that_counts()
    {
        DifferencePicture picture = DifferencePicture.Of(
            Settings.Summarize(Settings.People.Rows.Where(person => person.HasDefaulted).Take(15)), Settings.Summarize(Settings.People.Rows.Where(person => !person.HasDefaulted).Take(15)), "defaulted", "others", s_kept with { MostRows = 20 });

        for (int i = 0; i < picture.Bars.Length; i++)
            Assert.Equal(Math.Abs(picture.Bars[i].Number!.Value) > picture.NoiseFloor[i], picture.IsBeyondNoise[i]);
        Assert.Contains(picture.Bars, bar => bar.Upper - bar.Number < picture.NoiseFloor[picture.Bars.IndexOf(bar)]);
    }

    [Fact]
    public void Segments_say_that_they_have_no_intervals() =>
        Assert.Contains(SegmentsPicture.Of(Settings.Portfolio.Value, PersonFeatures.Home).Notes, note => note.StartsWith("Means without intervals: segments of few explanations may differ by chance. The smallest one shown has ", StringComparison.Ordinal));

    /// <summary>Both the base value and the answer are written, however near they are to each other, and do not stand in one another.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0.49, 0.5)]
    [InlineData(0, 1)]
    public void Every_reference_has_its_name(double first, double second)
    {
        foreach (int width in (int[])[240, 340, 720])
        {
            RowChart chart = new() { Rows = [new("a", "", "", new BarMark(0, 1, "te-pos"))], AxisTitle = "", References = [(first, "base value 0.123"), (second, "answer 0.456")] };
            XElement[] names = [.. XElement.Parse(chart.ToSvg(width, "", "", isAlone: true)).Descendants().Where(element => element.Value is "base value 0.123" or "answer 0.456")];
            double[] at = [.. names.Select(name => double.Parse(name.Attribute("x")!.Value, CultureInfo.InvariantCulture))];

            Assert.Equal(2, names.Length);
            Assert.True(at[0] + (12 * Drawing.TextWidth.Of(names[0].Value)) < at[1] && at[1] + (12 * Drawing.TextWidth.Of(names[1].Value)) <= width + 1);
        }
    }

    [Fact]
    public void An_empty_name_can_be_seen()
    {
        Dataset<Unnamed> rows = new(Enumerable.Range(0, 20).Select(i => new Unnamed(i % 2 == 0 ? "" : "a", i)));
        IModel<Unnamed> model = Model.From<Unnamed>(one => one.Name.Length + (0.1 * one.Number));
        PortfolioSummary<Unnamed> summary = new(new() { Segments = [UnnamedFeatures.Name] });
        foreach (Unnamed row in rows.Rows)
            summary.Add(Made<Unnamed>.Values(row, [row.Name.Length, 0]));

        Assert.Contains("\"\": ", SegmentsPicture.Of(summary, UnnamedFeatures.Name).Summary);
        Assert.Contains("\"\"", DependencePicture.Of(summary, UnnamedFeatures.Name).Table.Rows.Select(row => row[0].Text));
        CurvePicture curve = CurvePicture.Of([new PartialDependence<Unnamed> { Background = rows }.Of(model, UnnamedFeatures.Name)], rows[0]);
        PlaneChart chart = Assert.IsType<PlaneChart>(curve.Chart);
        Assert.Equal("\"\"", chart.Places[(int)chart.Own!.Value]);
    }

    [Fact]
    public void Zero_is_written_as_such_between_small_numbers() =>
        Assert.Contains("0", Drawing.Axis.Around([-1e-20, 1e-20], 6).Ticks.Select(tick => tick.Text));

    private static string Refused(Action action) => Assert.Throws<InvalidOptionException>(action).Message;
}
