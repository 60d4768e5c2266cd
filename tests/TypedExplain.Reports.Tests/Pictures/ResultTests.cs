using MathNet.Numerics.Distributions;
using TypedExplain.Reports.Tests.Support;
using TypedExplain.Training;

namespace TypedExplain.Reports.Tests.Pictures;

/// <summary>Tables of pictures have the numbers of the results that they were made from, to the bit.</summary>
public class ResultTests
{
    private static readonly double s_own = Settings.Model.Predict(Settings.People[3]);
    private static readonly PictureOptions s_kept = new() { ProtectedValues = ProtectedValues.Kept, MostRows = 20 };

    [Fact]
    public void Effects()
    {
        Explanation<Person> explanation = Settings.Explained.Value;
        EffectsPicture picture = EffectsPicture.Of(explanation, s_kept);
        foreach ((Feature<Person> feature, double _) in explanation.Attribution.Ranked(ProtectedValues.Kept))
        {
            PictureBar? bar = picture.Bars.SingleOrDefault(bar => bar.Number == explanation.Standardized[feature]);
            Assert.True(bar is not null || explanation.Standardized[feature] == 0, feature.Name);
            if (bar?.Lower is not { } lower)
                continue;
            Assert.Equal((explanation.Intervals!.Lower[feature], explanation.Intervals.Upper[feature]), (lower, bar.Upper!.Value));
            Assert.Equal(explanation.Undecided!.Contains(feature), bar.IsUndecided);
        }

        Assert.True(picture.Bars.Length >= 5);
        Assert.Equal(picture.Bars.Select(bar => bar.Number), picture.Table.Rows.Select(row => row[3].Number));
        Assert.Contains(picture.Notes, note => note.StartsWith("Fit R²", StringComparison.Ordinal));
    }

    [Fact]
    public void Caveats_are_notes()
    {
        Explanation<Person> poor = Settings.Linex(Settings.People).Explain(Model.From<Person>(person => Math.Sin(50 * person.Income)), Settings.People[3]);
        Assert.True(poor.Caveats.HasFlag(Caveats.PoorFit));
        Assert.Contains("The fit is poor; the model is not nearly linear around the instance.", EffectsPicture.Of(poor).Notes);
    }

    [Fact]
    public void Portfolios()
    {
        PortfolioSummary<Person> summary = Settings.Portfolio.Value;
        FeatureSummary<Person>[] ranked = [.. summary.Ranked()];

        ImportancePicture importance = ImportancePicture.Of(summary, s_kept);
        Assert.Equal(ranked.Select(feature => (double?)feature.MeanMagnitude), importance.Table.Rows.Select(row => row[1].Number));
        double reach = StudentT.InvCDF(0, 1, 59, 0.975);
        Assert.All(ranked.Zip(importance.Bars).Where(pair => pair.First.StandardErrorOfMagnitude > 0), pair => Reaches(reach * pair.First.StandardErrorOfMagnitude, pair.Second));

        BeeswarmPicture swarm = BeeswarmPicture.Of(summary, Settings.Permuted(Settings.People[1]), s_kept);
        for (int i = 0; i < ranked.Length; i++)
            Assert.Equal([ranked[i].Count, ranked[i].Mean, ranked[i].Minimum, ranked[i].Quantile(0.25), ranked[i].Quantile(0.5), ranked[i].Quantile(0.75), ranked[i].Maximum, Settings.Permuted(Settings.People[1]).Contributions[ranked[i].Feature]], swarm.Table.Rows[i].Skip(1).Select(cell => cell.Number!.Value));

        DependencePicture dependence = DependencePicture.Of(summary, PersonFeatures.Income, s_kept);
        Assert.Equal(60, dependence.Bins.Sum(bin => bin.Count));
        Assert.Equal(dependence.Bins.Select(bin => (double?)bin.Mean), dependence.Table.Rows.Select(row => row[2].Number));

        SegmentsPicture segments = SegmentsPicture.Of(summary, PersonFeatures.Home, s_kept);
        Assert.Equal(60, segments.Segments.Sum(segment => segment.Explanations));
        SegmentSummary<Person> own = summary.Segments.Single(segment => segment.Feature == PersonFeatures.Home && segment.Label == segments.Segments[0].Segment);
        Assert.Equal(ranked.Select(feature => (double?)own.MeanMagnitude[feature.Feature]), segments.Table.Rows.Select(row => row[1].Number));
    }

    /// <summary>Two instances tell little, and the interval says so: it is as wide as Student's t with one degree of freedom.</summary>
    [Fact]
    public void Few_instances_have_wide_intervals()
    {
        PortfolioSummary<Person> two = Settings.Summarize(Settings.People.Rows.Take(2));
        FeatureSummary<Person> debt = two[PersonFeatures.Debt];
        PictureBar bar = ImportancePicture.Of(two, s_kept).Bars.Single(bar => bar.Name == nameof(Person.Debt));

        Assert.InRange((bar.Upper!.Value - bar.Number!.Value) / debt.StandardErrorOfMagnitude, 12.706204736, 1.4 * 12.706204736);
    }

    [Fact]
    public void Protected_features_that_are_not_listed_are_told() =>
        Assert.Contains("1 protected feature is less important than those listed, and not in the sum of the rest.", ImportancePicture.Of(Settings.Portfolio.Value, new() { MostRows = 2 }).Notes);

    [Fact]
    public void Groups()
    {
        PortfolioSummary<Person> first = Settings.Summarize(Settings.People.Rows.Where(person => person.HasDefaulted).Take(15)), second = Settings.Summarize(Settings.People.Rows.Where(person => !person.HasDefaulted).Take(15));
        DifferencePicture picture = DifferencePicture.Of(first, second, "defaulted", "others", s_kept);
        int at = picture.Bars.ToList().FindIndex(bar => bar.Name == nameof(Person.HasDefaulted));

        Assert.Equal(0, at);
        Assert.Equal(second[PersonFeatures.HasDefaulted].Mean - first[PersonFeatures.HasDefaulted].Mean, picture.Bars[at].Number);
        Assert.True(picture.IsBeyondNoise[at]);
        FeatureSummary<Person> before = first[PersonFeatures.Income], after = second[PersonFeatures.Income];
        double[] variances = [before.StandardError * before.StandardError, after.StandardError * after.StandardError];
        double freedom = variances.Sum() * variances.Sum() / variances.Sum(variance => variance * variance / 14);
        Reaches(StudentT.InvCDF(0, 1, freedom, 0.975) * Math.Sqrt(variances.Sum()), picture.Bars.Single(bar => bar.Name == "annual income"));
        Assert.Equal("yes", picture.Table.Rows[at][^1].Text);
        Assert.Contains(picture.IsBeyondNoise, beyond => beyond == false);
        Assert.StartsWith("Beyond noise: HasDefaulted +0.", picture.Summary);
    }

    [Fact]
    public void Agreement()
    {
        Linex<Person> linex = Settings.Linex(Settings.People);
        ConsensusExplanation<Person> consensus = new Consensus<Person> { Explainers = [linex, new Lime<Person> { Neighborhood = linex.Neighborhood, Seed = 7 }] }.Explain(Settings.Model, Settings.People[3]);
        AgreementPicture picture = AgreementPicture.Of(consensus, s_kept);

        Assert.Equal("LINEX, LIME", string.Join(", ", picture.Methods));
        Assert.Equal(consensus.RankCorrelation, picture.RankCorrelation);
        int income = picture.Features.ToList().FindIndex(feature => feature.Feature.Name == "annual income");
        Assert.Equal(consensus.Explanations.Select(explanation => explanation.Standardized[PersonFeatures.Income]), picture.Features[income].Effects);
        Assert.Equal(consensus.SignAgreement[PersonFeatures.Income], picture.Table.Rows[income][^1].Number);
    }

    [Fact]
    public void Recourse()
    {
        TypedExplain.Decisions.Found<Person> found = Assert.IsType<TypedExplain.Decisions.Found<Person>>(Settings.Recourse(s_own + 0.15));
        RecoursePicture picture = RecoursePicture.Of(found);

        Assert.Equal(found.Action.Answer, picture.Actions[0].Answer);
        Assert.Equal([found.Answer, .. found.Actions.Select(action => action.Answer)], picture.Table.Rows.Select(row => row[3].Number!.Value));
        Assert.Contains("No allowed change is cheaper: proven among", picture.Summary);
        Assert.Contains("Nothing that is allowed would change the decision", RecoursePicture.Of(Settings.Recourse(1e6)).Title);
    }

    [Fact]
    public void A_frontier_has_its_models_and_the_knee()
    {
        Frontier<Person> found = Settings.Frontier.Value;
        FrontierPicture picture = FrontierPicture.Of(found);

        Assert.Equal(["LIME"], picture.Curves.Select(curve => curve.Explainer));
        Assert.Equal(found.Points.Select(point => (point.Weight, point.Error, point.Qualities[0].NeighborhoodFidelity, ReferenceEquals(point, found.Knee()))), picture.Curves[0].Points);
        Assert.Equal(3, picture.Table.Rows.Length);
        Assert.Contains("20 of the rows that it was measured on are training rows too, whose errors flatter.", picture.Notes);
        System.Xml.Linq.XElement svg = System.Xml.Linq.XElement.Parse(picture.ToSvg());
        Assert.Equal(2, svg.Descendants().Count(element => element.Attribute("class")?.Value.Contains("te-ring") == true || element.Value.StartsWith("weight ", StringComparison.Ordinal) && element.Name.LocalName == "text"));
    }

    [Fact]
    public void Json_has_the_table_and_a_chart()
    {
        WaterfallPicture picture = WaterfallPicture.Of(Settings.Exact.Value, s_kept);
        using System.Text.Json.JsonDocument json = System.Text.Json.JsonDocument.Parse(picture.ToJson());
        System.Text.Json.JsonElement rows = json.RootElement.GetProperty("rows");
        for (int row = 0; row < picture.Table.Rows.Length; row++)
        {
            for (int column = 0; column < picture.Table.Columns.Length; column++)
            {
                if (picture.Table.Rows[row][column].Number is { } number)
                    Assert.Equal(number, rows[row][column].GetDouble());
                else
                    Assert.Equal(picture.Table.Rows[row][column].Text, rows[row][column].GetString());
            }
        }

        System.Text.Json.JsonElement bars = json.RootElement.GetProperty("vegaLite").GetProperty("layer").EnumerateArray().Single(layer => layer.GetProperty("mark").GetProperty("type").GetString() == "bar").GetProperty("data").GetProperty("values");
        Assert.Equal(picture.Bars.Length, bars.GetArrayLength());
        Assert.Equal(picture.Prediction, bars[bars.GetArrayLength() - 1].GetProperty("to").GetDouble(), 1e-12);
    }

    /// <summary>An interval is as wide as Student's t says, or up to 0.3 % wider; never narrower.</summary>
    private static void Reaches(double exact, PictureBar bar) => Assert.InRange((bar.Upper!.Value - bar.Number!.Value) / exact, 1 - 1e-9, 1.003);
}
