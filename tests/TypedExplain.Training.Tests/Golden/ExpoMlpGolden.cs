using System.Text.Json;
using TypedExplain.Tests.Golden;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training.Tests.Golden;

/// <summary>Losses, calibrated weights, gradients and steps of Adam of whole networks, against automatic differentiation.</summary>
[Trait("Category", "Golden")]
public class ExpoMlpGolden
{
    private const string Fixture = "expo_mlp";

    public static IEnumerable<object[]> Cases => GoldenFiles.Cases(Fixture, "cases");

    [GoldenTheory(Fixture)]
    [MemberData(nameof(Cases))]
    public void EveryRegularizer(string file, int index)
    {
        (JsonElement root, JsonElement entry) = GoldenFiles.Load(Fixture, file, "cases", index);
        GoldenNetwork network = new(entry);
        foreach (JsonProperty expected in entry.GetProperty("expected").EnumerateObject())
            Check(network, entry, expected.Name, expected.Value, root.Tolerance());
    }

    [GoldenTheory(Fixture)]
    [MemberData(nameof(Cases))]
    public void StepsOfAdam(string file, int index)
    {
        (JsonElement root, JsonElement entry) = GoldenFiles.Load(Fixture, file, "cases", index);
        JsonElement adam = entry.TryGetProperty("adam", out JsonElement own) ? own : root.GetProperty("adam");
        GoldenNetwork network = new(entry);
        double[] losses = adam.Vector("losses_before_each_step");
        string name = entry.GetProperty("expected").EnumerateObject().First(expected =>
            expected.Name == "FIDELITY" && Math.Abs(expected.Value.Number("total") - losses[0]) < 1e-6).Name;
        (double[] inputs, IPointLoss[] parts) = network.Batch(entry, name);
        ((GivenNeighbors)parts[0]).Lambda = entry.GetProperty("expected").GetProperty(name).Number("calibrated_weight_for_relative_0_1");

        double[] parameters = [.. network.Parameters];
        Adam<double> optimizer = new(parameters.Length, adam.Number("lr"));
        for (int step = 0; step < losses.Length; step++)
        {
            double[] gradient = new double[parameters.Length];
            (double data, double[] regularizers) = network.Objective.Evaluate(parameters, inputs, network.DataRows, network.Targets, parts, gradient);
            root.Tolerance().Check(losses[step], data + (parts[0].Lambda * regularizers[0]), $"loss before step {step}");
            optimizer.Step(parameters, gradient);
        }

        Tolerance tolerance = new(root.GetProperty("tolerance").Number("adam_parameters_abs"));
        tolerance.Check(GoldenNetwork.Flatten(adam.GetProperty($"parameters_after_{losses.Length}")), parameters, "parameters");
    }

    private static void Check(GoldenNetwork network, JsonElement entry, string name, JsonElement expected, Tolerance tolerance)
    {
        (double[] inputs, IPointLoss[] parts) = network.Batch(entry, name);
        (double data, double[] values) = network.Objective.Evaluate(network.Parameters, inputs, network.DataRows, network.Targets, parts, default);
        tolerance.Check(expected.Number("data_loss"), data, $"{name} data loss");
        double total = data;
        if (parts.Length > 0)
        {
            tolerance.Check(expected.Number("regularizer"), values[0], name);
            double lambda = 0.1 * data / values[0];
            tolerance.Check(expected.Number("calibrated_weight_for_relative_0_1"), lambda, $"λ of {name}");
            total += lambda * values[0];
            switch (parts[0])
            {
                case GivenNeighbors neighbors:
                    neighbors.Lambda = lambda;
                    break;
                case GivenPenalty penalty:
                    penalty.Lambda = lambda;
                    break;
            }
        }

        tolerance.Check(expected.Number("total"), total, $"{name} total");
        double[] gradient = new double[network.Parameters.Length];
        _ = network.Objective.Evaluate(network.Parameters, inputs, network.DataRows, network.Targets, parts, gradient);
        tolerance.Check(GoldenNetwork.Flatten(expected.GetProperty("gradients")), gradient, $"gradient with {name}");
    }
}
