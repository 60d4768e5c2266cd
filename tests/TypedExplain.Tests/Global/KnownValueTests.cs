using System.Globalization;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Global;

/// <summary>Values that are known: of models with a formula, and on the bike-sharing days by a second, slow implementation.</summary>
public partial class KnownValueTests
{
    [Fact]
    public void TheExampleOfTheTextbook()
    {
        // Biecek and Burzykowski, Explanatory Model Analysis, chapter 18: f = (x₁ + 1)·x₂ with x₁ = x₂ even on −1 to 1. Partial dependence is 0
        // everywhere, accumulated local effects are (z² − 1)/2 but for their mean.
        Dataset<Pair> data = new(Enumerable.Range(0, 2001).Select(i => new Pair((i - 1000) / 1000.0, (i - 1000) / 1000.0)));
        IModel<Pair> model = Model.From<Pair>(pair => (pair.First + 1) * pair.Second);
        Feature<Pair> first = FeatureSchema.Of<Pair>().Features[0];
        Assert.All(new PartialDependence<Pair> { Background = data }.Of(model, first).Points, point => Assert.Equal(0, point.Mean, 1e-12));
        AccumulatedEffects<Pair> effects = new AccumulatedLocalEffects<Pair> { Background = data, Intervals = 200 }.Of(model, first);
        Assert.All(effects.Points, point => Assert.Equal(((point.At.Value * point.At.Value) - 1) / 2 - (-1 / 3.0), point.Mean, 0.006));
    }

    [Fact]
    public void AProductInteractsAndASumDoesNot()
    {
        Dataset<Pair> data = new(Enumerable.Range(0, 121).Select(i => new Pair((i % 11) - 5, (i / 11) - 5)));
        InteractionStrength<Pair> method = new() { Background = data, Rows = 200, WithPairs = true };
        Assert.Equal(1, method.Measure(Model.From<Pair>(pair => pair.First * pair.Second)).Pairs[0].HSquared!.Value, 1e-12);
        Assert.Equal(0, method.Measure(Model.From<Pair>(pair => pair.First + (3 * pair.Second))).Pairs[0].HSquared!.Value, 1e-12);
        Assert.Null(method.Measure(Model.From<Pair>(_ => 7)).Pairs[0].HSquared);

        // x + y + c·x·y on a balanced grid: c²·v²/(2v + c²·v²) with the variance v = 10 of each.
        Interaction<Pair> both = method.Measure(Model.From<Pair>(pair => pair.First + pair.Second + (0.3 * pair.First * pair.Second))).Pairs[0];
        Assert.Equal(9.0 / 29, both.HSquared!.Value, 1e-12);
        Assert.Equal(3, both.Strength, 1e-12);
        Assert.InRange(both.StandardError, 1e-3, 0.2);
    }

    [Fact]
    public void PairsOfAProductAreItsProductOfDeviations()
    {
        Dataset<Pair> data = new(Enumerable.Range(0, 121).Select(i => new Pair((i % 11) - 5, (i / 11) - 5)));
        (Feature<Pair> first, Feature<Pair> second) = (FeatureSchema.Of<Pair>().Features[0], FeatureSchema.Of<Pair>().Features[1]);
        AccumulatedSurface<Pair> surface = new AccumulatedLocalEffects<Pair> { Background = data, PairIntervals = 10 }.Of(Model.From<Pair>(pair => 2 + pair.First + (pair.First * pair.Second)), first, second);
        double slope = (surface[10, 10] - surface[10, 0] - surface[0, 10] + surface[0, 0]) / 100;
        Assert.Equal(1, slope, 1e-9);
        for (int i = 0; i <= 10; i++)
            Assert.Equal(surface[i, 10] - surface[i, 0] - (surface[0, 10] - surface[0, 0]), 10 * i, 1e-9);
        AccumulatedSurface<Pair> flat = new AccumulatedLocalEffects<Pair> { Background = data }.Of(Model.From<Pair>(pair => (pair.First * pair.First) - pair.Second), first, second);
        for (int i = 0; i < flat.FirstPoints.Length; i++)
            Assert.Equal(0, flat[i, i], 1e-9);
    }

    [DataFact]
    public void BikeSharingDaysByASecondImplementation()
    {
        string[][] rows = TestData.Rows("day/day.csv");
        double Number(string[] row, int column) => double.Parse(row[column], CultureInfo.InvariantCulture);
        Dataset<Day> days = new Dataset<Day>(rows.Select(row => new Day(Number(row, 3), Number(row, 8), Number(row, 10), Number(row, 11)))).WithTarget(rows.Select(row => Number(row, 14)));
        Forest<Day> forest = new RandomForest<Day> { Trees = 20, Seed = 3 }.Train(days);
        Feature<Day> temperature = FeatureSchema.Of<Day>().Features[1];
        double Answer(Day day) => forest.Predict(day);

        CurvePoint[] dependence = [.. new PartialDependence<Day> { Background = days, Points = 5 }.Of(forest, temperature).Points];
        foreach (CurvePoint point in dependence)
            Assert.Equal(days.Rows.Average(day => Answer(day with { Temperature = point.At.Value })), point.Mean, 1e-8);

        AccumulatedEffects<Day> effects = new AccumulatedLocalEffects<Day> { Background = days, Intervals = 8 }.Of(forest, temperature);
        double[] sorted = [.. days.Rows.Select(day => day.Temperature).Order()], edges = [.. Enumerable.Range(0, 9).Select(i => sorted[i * 730 / 8]).Distinct()];
        Assert.Equal(edges, effects.Points.Select(point => point.At.Value));
        double[] curve = new double[edges.Length];
        double center = 0;
        for (int k = 1; k < edges.Length; k++)
        {
            Day[] inside = [.. days.Rows.Where(day => day.Temperature <= edges[k] && (day.Temperature > edges[k - 1] || (k == 1 && day.Temperature == edges[0])))];
            curve[k] = curve[k - 1] + inside.Average(day => Answer(day with { Temperature = edges[k] }) - Answer(day with { Temperature = edges[k - 1] }));
            center += inside.Length * (curve[k] + curve[k - 1]) / 2 / days.Count;
        }

        for (int k = 0; k < edges.Length; k++)
            Assert.Equal(curve[k] - center, effects.Points[k].Mean, 1e-7);

        // Warm days are good days, and temperature says most.
        Assert.True(dependence[^2].Mean > dependence[0].Mean + 1000);
        Assert.Equal("Temperature", new PermutationImportance<Day>().Measure(forest, days).Ranked().First().Name);
    }

    [FeatureRecord]
    public sealed partial record Pair(double First, double Second);

    [FeatureRecord]
    public sealed partial record Day([Numeric(1, 12), Cyclic] double Month, [Numeric(0, 1)] double Temperature, [Numeric(0, 1)] double Humidity, [Numeric(0, 1)] double Wind);
}
