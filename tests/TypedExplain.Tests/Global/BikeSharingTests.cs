using System.Globalization;
using System.Text.Json;
using MathNet.Numerics.LinearAlgebra;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Global;

/// <summary>
/// The bike-sharing days: values that others published or computed. day.reference.json has those of scikit-learn, made by
/// eng/global/day.py, and Friedman's H by its definition over all rows.
/// </summary>
public partial class BikeSharingTests
{
    private static readonly string[] s_names = ["mnth", "temp", "hum", "windspeed"];

    /// <summary>The formula of eng/global/day.py.</summary>
    private static readonly IModel<Day> s_formula = Model.From<Day>(day => 900 + (6500 * day.Temperature) - (2600 * day.Temperature * day.Humidity) - (1800 * day.Wind * day.Wind)
        + (40 * Math.Min(day.Month, 9)) + (day.Temperature > 0.72 ? -1500 * (day.Temperature - 0.72) : 0));

    [DataFact]
    public void DependenceAsScikitLearnHasIt()
    {
        Dataset<Day> days = Days();
        JsonElement reference = Reference();
        PartialDependence<Day> method = new() { Background = days, Points = 12, Spacing = GridSpacing.Even, Curves = days.Count };
        foreach (Feature<Day> feature in FeatureSchema.Of<Day>().Features)
        {
            JsonElement expected = reference.GetProperty("dependence").GetProperty(s_names[feature.Index]);
            PartialDependenceCurve<Day> curve = method.Of(s_formula, feature);
            Near(expected.GetProperty("values"), curve.Points.Select(point => point.At.Value), 1e-12);
            Near(expected.GetProperty("average"), curve.Points.Select(point => point.Mean), 1e-8);
            Near(expected.GetProperty("individual of row 5"), curve.Curves.Single(one => one.Row == 5).Answers, 1e-8);
        }

        JsonElement pair = reference.GetProperty("pair");
        PartialDependenceSurface<Day> surface = (method with { Points = 6 }).Of(s_formula, FeatureSchema.Of<Day>().Features[1], FeatureSchema.Of<Day>().Features[2]);
        Near(pair.GetProperty("first"), surface.FirstPoints.Select(point => point.Value), 1e-12);
        Near(pair.GetProperty("second"), surface.SecondPoints.Select(point => point.Value), 1e-12);
        foreach ((int i, JsonElement row) in pair.GetProperty("average").EnumerateArray().Index())
            Near(row, Enumerable.Range(0, 6).Select(j => surface[i, j]), 1e-8);
    }

    [DataFact]
    public void ImportanceAsScikitLearnHasIt()
    {
        FeatureImportances<Day> found = new PermutationImportance<Day> { Loss = LossFunction.SquaredError, Repeats = 50 }.Measure(s_formula, Days());
        foreach (FeatureImportance<Day> importance in found.All)
        {
            JsonElement expected = Reference().GetProperty("importance").GetProperty(s_names[importance.Features[0].Index]);
            double mean = expected.GetProperty("mean").GetDouble();

            // That of 2,000 permutations; ours of 50 differs by chance, and its own standard error is about other days too, so it is larger.
            Assert.InRange(importance.Increase, mean * 0.97, mean * 1.03);
            Assert.InRange(mean, importance.Interval(0.99).Lower, importance.Interval(0.99).Upper);
        }
    }

    [DataFact]
    public void InteractionByTheDefinition()
    {
        Dataset<Day> days = Days();
        JsonElement expected = Reference().GetProperty("h");
        Interactions<Day> found = new InteractionStrength<Day> { Background = days, Rows = days.Count, WithPairs = true }.Measure(s_formula);
        foreach (Interaction<Day> total in found.Totals)
            Assert.Equal(expected.GetProperty(s_names[total.Features[0].Index]).GetDouble(), total.HSquared!.Value, 1e-10);
        foreach (string wanted in (string[])["temp and hum", "temp and windspeed"])
        {
            int[] features = [.. wanted.Split(" and ").Select(name => Array.IndexOf(s_names, name))];
            Assert.Equal(expected.GetProperty(wanted).GetDouble(), found.Pairs.Single(pair => pair.Features.Select(feature => feature.Index).Order().SequenceEqual(features)).HSquared!.Value, 1e-10);
        }

        // A hundred of the days say the same within their error.
        Interactions<Day> some = new InteractionStrength<Day> { Background = days, Rows = 100, WithPairs = true }.Measure(s_formula);
        Interaction<Day> pairOfSome = some.Pairs.Single(pair => pair.Features.Select(feature => feature.Index).Order().SequenceEqual([1, 2]));
        Assert.InRange(expected.GetProperty("temp and hum").GetDouble(), pairOfSome.HSquared!.Value - (4 * pairOfSome.StandardError), pairOfSome.HSquared.Value + (4 * pairOfSome.StandardError));
    }

    /// <summary>Molnar, Interpretable Machine Learning, the chapter on linear regression: the weights of the bike rentals. Of a linear model they are all that a curve can show.</summary>
    [DataFact]
    public void TheWeightsOfTheTextbook()
    {
        string[][] rows = TestData.Rows("day/day.csv");
        Dataset<Rental> rentals = new(rows.Select(row => new Rental(
            row[1], Number(row, 4) == 1, Number(row, 6) == 1, row[7], (Number(row, 8) * 47) - 8, Number(row, 10) * 100, Number(row, 11) * 67, (int)Number(row, 0) - 1)));
        Matrix<double> design = Matrix<double>.Build.DenseOfRowArrays(rentals.Rows.Select(Regressors));
        Vector<double> weights = design.QR().Solve(Vector<double>.Build.DenseOfEnumerable(rows.Select(row => Number(row, 14))));
        Assert.Equal([2399.4, 899.3, 138.2, 425.6, -686.1, 124.9, -379.4, -1901.5, 110.7, -17.4, -42.5, 4.9], weights.Select(weight => Math.Round(weight, 1)));

        IModel<Rental> model = Model.From<Rental>(rental => Regressors(rental).Select((one, i) => one * weights[i]).Sum());
        PartialDependence<Rental> dependence = new() { Background = rentals, Points = 5 };
        AccumulatedLocalEffects<Rental> accumulated = new() { Background = rentals };
        (string Name, double Slope)[] published = [("Temperature", 110.7), ("Humidity", -17.4), ("Wind", -42.5), ("Days", 4.9)];
        foreach ((string name, double slope) in published)
        {
            Feature<Rental> feature = FeatureSchema.Of<Rental>().Features.Single(one => one.Name == name);
            foreach (FeatureCurve<Rental> curve in (FeatureCurve<Rental>[])[dependence.Of(model, feature), accumulated.Of(model, feature)])
            {
                for (int i = 1; i < curve.Points.Length; i++)
                    Assert.Equal(slope, Math.Round((curve.Points[i].Mean - curve.Points[0].Mean) / (curve.Points[i].At.Value - curve.Points[0].At.Value), 1));
            }
        }

        // Categories against the first: rain, snow or storm costs 1901.5 rentals, a holiday 686.1.
        PartialDependenceCurve<Rental> weather = dependence.Of(model, FeatureSchema.Of<Rental>().Features.Single(one => one.Name == "Weather"));
        Assert.Equal([0, -379.4, -1901.5], weather.Points.Select(point => Math.Round(point.Mean - weather.Points[0].Mean, 1)));
        PartialDependenceCurve<Rental> holiday = dependence.Of(model, FeatureSchema.Of<Rental>().Features.Single(one => one.Name == "Holiday"));
        Assert.Equal(-686.1, Math.Round(holiday.Points[1].Mean - holiday.Points[0].Mean, 1));
        Assert.All(new InteractionStrength<Rental> { Background = rentals, Rows = 40 }.Measure(model).Totals, total => Assert.Equal(0, total.HSquared!.Value, 1e-9));
    }

    private static double[] Regressors(Rental rental) =>
    [
        1, rental.Season == "2" ? 1 : 0, rental.Season == "3" ? 1 : 0, rental.Season == "4" ? 1 : 0, rental.Holiday ? 1 : 0, rental.WorkingDay ? 1 : 0,
        rental.Weather == "2" ? 1 : 0, rental.Weather == "3" ? 1 : 0, rental.Temperature, rental.Humidity, rental.Wind, rental.Days,
    ];

    private static void Near(JsonElement expected, IEnumerable<double> actual, double tolerance)
    {
        double[] found = [.. actual];
        Assert.Equal(expected.GetArrayLength(), found.Length);
        foreach ((int i, JsonElement value) in expected.EnumerateArray().Index())
            Assert.Equal(value.GetDouble(), found[i], tolerance);
    }

    private static JsonElement Reference() => JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "TypedExplain.Tests", "Global", "day.reference.json"))).RootElement;

    private static Dataset<Day> Days()
    {
        string[][] rows = TestData.Rows("day/day.csv");
        return new Dataset<Day>(rows.Select(row => new Day(Number(row, 3), Number(row, 8), Number(row, 10), Number(row, 11)))).WithTarget(rows.Select(row => Number(row, 14)));
    }

    private static double Number(string[] row, int column) => double.Parse(row[column], CultureInfo.InvariantCulture);

    [FeatureRecord]
    public sealed partial record Day([Numeric(1, 12)] double Month, [Numeric(0, 1)] double Temperature, [Numeric(0, 1)] double Humidity, [Numeric(0, 1)] double Wind);

    [FeatureRecord]
    public sealed partial record Rental([Categories("1", "2", "3", "4")] string Season, bool Holiday, bool WorkingDay, [Categories("1", "2", "3")] string Weather, double Temperature, double Humidity, double Wind, int Days);
}
