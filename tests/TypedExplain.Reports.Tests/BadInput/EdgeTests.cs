using System.Text;
using System.Xml.Linq;
using TypedExplain.Reports.Tests.Support;
using TypedExplain.Tests.Summaries;

namespace TypedExplain.Reports.Tests.BadInput;

/// <summary>None, one, all equal, very many: a picture says so and stays small, and what does not belong together is refused by name.</summary>
public class EdgeTests
{
    [Fact]
    public void Two_thousand_features()
    {
        PortfolioSummary<Numbers2000> summary = new();
        ShapValues<Numbers2000> values = Wide(1);
        for (int i = 0; i < 5; i++)
            summary.Add(Wide(i));

        WaterfallPicture waterfall = WaterfallPicture.Of(values);
        Assert.Equal(11, waterfall.Bars.Length);
        Assert.Equal("1989 more, together", waterfall.Bars[^1].Name);
        Assert.Equal(values.Prediction, values.BaseValue + waterfall.Bars.Sum(bar => bar.Number!.Value), 1e-6);
        Assert.Equal(11, ImportancePicture.Of(summary).Bars.Length);
        Assert.Contains(BeeswarmPicture.Of(summary).Notes, note => note.StartsWith("1990 less important features are not shown", StringComparison.Ordinal));
        IsSmall(new Report<Numbers2000>().Portfolio(summary, values));
        IsSmall(new Report<Numbers2000>().Decision(values));
    }

    [Fact]
    public void Ten_thousand_names()
    {
        PortfolioSummary<Places> summary = new();
        for (int i = 0; i < 500; i++)
            summary.Add(Made<Places>.Values(new Places(20 * i), [i]));
        DependencePicture picture = DependencePicture.Of(summary, Places.Schema.Features[0]);

        Assert.InRange(picture.Bins.Length, 2, 66);
        Assert.Equal(500, picture.Bins.Sum(bin => bin.Count));
        Assert.Contains(picture.Notes, note => note.Contains("values that are rarer than those shown", StringComparison.Ordinal));
        _ = XElement.Parse(picture.ToSvg(340));
        IsSmall(new Report<Places>().Portfolio(summary));
    }

    [Fact]
    public void None_and_one()
    {
        PortfolioSummary<Person> none = new(new() { Background = Settings.People, Segments = [PersonFeatures.Home] });
        Assert.Empty(ImportancePicture.Of(none).Bars);
        Assert.Contains("There is no explanation in the portfolio.", ImportancePicture.Of(none).Notes);
        Assert.Equal("There is nothing to draw.", ImportancePicture.Of(none).Summary);
        foreach (Picture picture in (Picture[])[ImportancePicture.Of(none), BeeswarmPicture.Of(none), SegmentsPicture.Of(none, PersonFeatures.Home), DependencePicture.Of(none, PersonFeatures.Home)])
            Assert.DoesNotContain("NaN", XElement.Parse(picture.ToSvg()).ToString() + picture.ToJson());

        none.Add(Settings.Permuted(Settings.People[0]));
        Assert.Contains("There is one explanation only.", ImportancePicture.Of(none).Notes);
        Assert.All(ImportancePicture.Of(none).Bars, bar => Assert.Null(bar.Lower));
        IsSmall(new Report<Person>().Portfolio(none));
    }

    [Fact]
    public void All_equal()
    {
        IModel<Person> constant = Model.From<Person>(_ => 0.25);
        ShapValues<Person> values = new PermutationShap<Person> { Background = Settings.People }.Values(constant, Settings.People[0]);
        WaterfallPicture picture = WaterfallPicture.Of(values);

        Assert.Contains("No feature contributes.", picture.Summary);
        Assert.DoesNotContain("NaN", picture.ToSvg());
        Assert.Contains(picture.Notes, note => note.StartsWith("The model gave the same answer for every sample", StringComparison.Ordinal));
        IsSmall(new Report<Person>().Decision(values));
    }

    [Fact]
    public void What_does_not_belong_together()
    {
        ShapValues<Person> other = new KernelShap<Person> { Background = Settings.People.Select([.. Enumerable.Range(0, 10)]), ExactUpTo = 12 }.Values(Settings.Model, Settings.People[0]);
        Assert.Contains("explainer of this summary", Assert.Throws<InvalidOptionException>(() => BeeswarmPicture.Of(Settings.Portfolio.Value, other)).Message);
        PartialDependence<Person> dependence = new() { Background = Settings.People };
        FeatureCurve<Person> home = dependence.Of(Settings.Model, PersonFeatures.Home), grade = dependence.Of(Settings.Model, PersonFeatures.Grade);
        Assert.Contains("Person.Home, and another one of score (score) by Person.Grade", Assert.Throws<InvalidOptionException>(() => CurvePicture.Of([home, grade])).Message);
        Assert.Contains("is protected", Assert.Throws<InvalidOptionException>(() => CurvePicture.Of([dependence.Of(Settings.Model, PersonFeatures.Age)])).Message);
        Assert.Contains("is protected", Assert.Throws<InvalidOptionException>(() => DependencePicture.Of(Settings.Portfolio.Value, PersonFeatures.Age)).Message);
        Assert.Contains("no segments by Person.Grade", Assert.Throws<InvalidOptionException>(() => SegmentsPicture.Of(Settings.Portfolio.Value, PersonFeatures.Grade)).Message);
        Assert.Contains("drew no environments", Assert.Throws<InvalidOptionException>(() => EnvironmentsPicture.Of(Settings.Explained.Value)).Message);
    }

    [Fact]
    public void Lists_of_a_report_that_are_null_or_hold_it()
    {
        Report<Person> report = new();
        Assert.Equal("Curves of a report is null; leave it out for none.", Refused(report with { Curves = null! }));
        Assert.Equal("Surfaces of a report is null; leave it out for none.", Refused(report with { Surfaces = null! }));
        Assert.Equal("Surfaces of a report holds null; leave that out.", Refused(report with { Surfaces = [null!] }));
        Assert.Equal("WhatIf of a report holds null; leave that out.", Refused(report with { WhatIf = [null!] }));
        Assert.Equal("Lines of a report holds null; leave that out.", Refused(report with { Lines = [null!] }));

        static string Refused(Report<Person> own) => Assert.Throws<InvalidOptionException>(() => own.Portfolio(new())).Message;
    }

    private static ShapValues<Numbers2000> Wide(int row) => Made<Numbers2000>.Values(new(row), [.. Enumerable.Range(0, Numbers2000.Features).Select(index => index < 1999 ? (1.0 + row) / (index + 1) : 0)]);

    private static void IsSmall(ReportPage page) => Assert.InRange(Encoding.UTF8.GetByteCount(page.Html), 1_000, 500_000);
}
