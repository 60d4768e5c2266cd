namespace TypedExplain.Training.Tests.Pages.Guides;

internal static class ExpoPage
{
    public static void Run(TextWriter console)
    {
        // <page>
        // Greenhouses, and how much they bring: a smooth truth, and a little that was measured wrong.
        Greenhouse[] houses = [.. Enumerable.Range(0, 160).Select(i => new Greenhouse(Temperature: 10 + (7 * i % 25), Humidity: 30 + (13 * i % 61), Light: 6 + (5 * i % 11)))];
        double[] harvests = [.. houses.Select((house, i) => (0.4 * house.Light) + (0.1 * house.Temperature) - (0.002 * (house.Temperature - 20) * (house.Temperature - 20)) + (0.02 * house.Humidity) + (0.1 * ((17 * i % 11) - 5)))];
        (Dataset<Greenhouse> train, Dataset<Greenhouse> test) = new Dataset<Greenhouse>(houses).WithTarget(harvests).Split(testFraction: 0.25, seed: 7);

        // The same network twice: as it comes, and asked to be nearly linear around each row.
        ExpoTrainer<Greenhouse> plain = new() { HiddenUnits = [50, 50], LearningRate = 0.01, MaxEpochs = 100, Seed = 7 };
        ExpoTrainer<Greenhouse> expo = plain with { Regularizer = new FidelityRegularizer<Greenhouse> { Weight = 0.01 } };

        // How far explanations are off around the rows that they explain.
        Lime<Greenhouse> lime = new() { Neighborhood = new GaussianNeighborhood<Greenhouse> { Background = train, Radius = 0.3 } };
        NeighborhoodFidelity<Greenhouse> around = new() { Neighborhood = new GaussianNeighborhood<Greenhouse> { Background = train, Samples = 6, Radius = 0.3 } };
        foreach (ExpoTrainer<Greenhouse> trainer in new[] { plain, expo })
        {
            Mlp<Greenhouse> trained = trainer.Train(train);
            double error = test.Rows.Select((house, i) => Math.Abs(trained.Predict(house) - test.Target!.Values[i])).Average();
            console.WriteLine($"{trainer.Regularizer?.Name ?? "plain"}: off by {error:F2}, explanations off by {around.Evaluate(lime, trained, test).Mean:F5} (squared)");
            console.WriteLine(trained.Report);
        }

        // How much weight? Train with several, and look at what is bought for what.
        Frontier<Greenhouse> frontier = new ExpoFrontier<Greenhouse> { Trainer = plain, Weights = [0, 0.002, 0.01, 0.05, 0.2], Explainers = [lime] }.Run(train, test);
        foreach (FrontierPoint<Greenhouse> point in frontier.Points)
            console.WriteLine($"weight {point.Weight}: error {point.Error:F4}, explanations {point.Qualities[0].NeighborhoodFidelity:F5}{(point == frontier.Knee() ? "  <- the knee" : "")}");

        // The network of the knee: kept, loaded, explained.
        using MemoryStream file = new();
        frontier.Knee()!.Model.Save(file);
        file.Position = 0;
        Mlp<Greenhouse> model = Mlp<Greenhouse>.Load(file);
        console.WriteLine(lime.Explain(model, test[0]));
        // </page>
    }
}

// <types>
/// <summary>A greenhouse, as the harvest model sees it.</summary>
[FeatureRecord]
public sealed partial record Greenhouse(
    [Numeric(0, 45, Unit = "°C")] double Temperature,
    [Numeric(0, 100, Unit = "%")] double Humidity,
    [Numeric(0, 24, Unit = "h")] double Light);
// </types>
