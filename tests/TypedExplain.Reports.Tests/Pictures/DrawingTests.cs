using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TypedExplain.Reports.Tests.Support;

namespace TypedExplain.Reports.Tests.Pictures;

/// <summary>Whatever is drawn is well-formed, stands inside of the picture, runs nothing and asks for nothing.</summary>
public class DrawingTests
{
    private static readonly Lazy<Dictionary<string, Picture>> s_all = new(() => new(
        [
            .. Settings.Pictures(Settings.People, Settings.Model, PersonFeatures.Home, PersonFeatures.Income).Select(picture => new KeyValuePair<string, Picture>(picture.Name, picture.Picture)),
            .. Settings.Pictures(Settings.Hostiles, Settings.HostileModel, HostileFeatures.Kind, HostileFeatures.Hebrew, new() { MostRows = 20 }).Select(picture => new KeyValuePair<string, Picture>("hostile " + picture.Name, picture.Picture)),
            new("recourse", RecoursePicture.Of(Settings.Recourse(1.0))),
            new("missing", CurvePicture.Of([new PartialDependence<Person> { Background = Settings.People }.Of(Settings.Model, PersonFeatures.Debt)])),
            new("circle", CurvePicture.Of([new PartialDependence<Person> { Background = Settings.People }.Of(Settings.Model, PersonFeatures.Month)])),
            new("surface with missing", SurfacePicture.Of(new PartialDependence<Person> { Background = Settings.People, Points = 5 }.Of(Settings.Model, PersonFeatures.Debt, PersonFeatures.Month))),
            new("frontier", FrontierPicture.Of(Settings.Frontier.Value)),
            new("no recourse", RecoursePicture.Of(Settings.Recourse(1e6))),
        ]));

    internal static IReadOnlyDictionary<string, Picture> All => s_all.Value;

    public static TheoryData<string> Names => [.. s_all.Value.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Stands_inside_and_runs_nothing(string name)
    {
        foreach (int width in (int[])[240, 340, 720, 4000])
        {
            XElement svg = XElement.Parse(s_all.Value[name].ToSvg(width));
            double height = double.Parse(svg.Attribute("height")!.Value, CultureInfo.InvariantCulture);
            Assert.Equal(string.Create(CultureInfo.InvariantCulture, $"0 0 {width} {height:0.##}"), svg.Attribute("viewBox")!.Value);
            foreach (XElement element in svg.DescendantsAndSelf())
            {
                Assert.Contains(element.Name.LocalName, (string[])["svg", "title", "desc", "style", "rect", "line", "path", "circle", "text"]);
                Assert.All(element.Attributes(), attribute => Assert.Contains(attribute.Name.LocalName, (string[])["xmlns", "class", "viewBox", "width", "height", "role", "aria-label", "x", "y", "x1", "x2", "y1", "y2", "cx", "cy", "r", "d", "style", "text-anchor", "transform"]));
            }

            foreach ((string attribute, double most) in (ReadOnlySpan<(string, double)>)[("x", width), ("x1", width), ("x2", width), ("cx", width), ("y", height), ("y1", height), ("y2", height), ("cy", height)])
                Assert.All(svg.Descendants().Attributes(attribute), at => Assert.InRange(double.Parse(at.Value, CultureInfo.InvariantCulture), 0, most));
            Assert.All(svg.Descendants().Where(element => element.Name.LocalName == "rect"), rect => Assert.InRange(Number(rect, "x") + Number(rect, "width"), 0, width + 0.5));
            Assert.DoesNotMatch(new Regex("NaN|Infinity|∞|url\\(|href|javascript:"), svg.ToString());
        }

        static double Number(XElement element, string attribute) => element.Attribute(attribute) is { } own ? double.Parse(own.Value, CultureInfo.InvariantCulture) : 0;
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_name_can_turn_letters_or_become_markup(string name)
    {
        Picture picture = s_all.Value[name];
        foreach (string text in (string[])[picture.ToSvg(), picture.ToHtml(), picture.ToHtml()])
        {
            Assert.DoesNotMatch(new Regex("[\u202A-\u202E\u2066-\u2069\u0000-\u0008]"), text);
            Assert.DoesNotContain("<script", text);
            Assert.DoesNotContain("<img", text);
            Assert.Equal(1, Regex.Count(text, "</style>"));
            _ = XElement.Parse($"<page>{text.Replace("<!DOCTYPE html>", "")}</page>");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Texts_do_not_run_out_of_the_picture(string name)
    {
        foreach (int width in (int[])[240, 340, 720])
        {
            XElement svg = XElement.Parse(s_all.Value[name].ToSvg(width));
            foreach (XElement text in svg.Descendants().Where(element => element.Name.LocalName == "text" && element.Attribute("transform") is null))
            {
                double size = text.Attribute("class")!.Value.Contains("te-small") ? 12 : 13, x = double.Parse(text.Attribute("x")!.Value, CultureInfo.InvariantCulture), length = size * Reports.Drawing.TextWidth.Of(text.Value);
                double left = text.Attribute("text-anchor")?.Value switch { "end" => x - length, "middle" => x - (length / 2), _ => x };
                Assert.True(left >= -1 && left + length <= width + 1, $"\"{text.Value}\" from {left:0} to {left + length:0} of {width} in {name}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Its_json_keeps_its_schema(string name) => Assert.Empty(new TypedExplain.Tests.Json.SchemaCheck().Faults(s_all.Value[name].ToJson(), "picture.v1.json"));

    [Theory]
    [MemberData(nameof(Names))]
    public void What_is_drawn_is_told_in_words_and_in_a_table(string name)
    {
        Picture picture = s_all.Value[name];
        Assert.NotEmpty(picture.Title);
        Assert.True(picture.Summary.Length > 10 && picture.Summary.EndsWith('.'), picture.Summary);
        Assert.True(picture.Table.Rows.Length > 0 || picture.Summary == "No difference is more than noise.");
        Assert.All(picture.Table.Rows, row => Assert.Equal(picture.Table.Columns.Length, row.Length));
        Assert.All(picture.Table.Rows.SelectMany(row => row), cell => Assert.True(cell.Number is not { } number || double.IsFinite(number)));
        Assert.Equal(picture.ToSvg(), picture.ToSvg());
    }
}
