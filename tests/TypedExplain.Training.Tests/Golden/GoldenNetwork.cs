using System.Text.Json;
using TypedExplain.Tests.Golden;
using TypedExplain.Training.Networks;

namespace TypedExplain.Training.Tests.Golden;

/// <summary>A network of a golden file, with its data and given neighbors.</summary>
internal sealed class GoldenNetwork
{
    public GoldenNetwork(JsonElement entry)
    {
        JsonElement[] blocks = [.. entry.GetProperty("parameters").EnumerateArray()];
        Parameters = Flatten(entry.GetProperty("parameters"));
        int[] widths = [blocks[0].GetArrayLength(), .. blocks.Where((_, i) => i % 2 == 1).Select(bias => bias.GetArrayLength())];
        Network = new([.. widths], entry.Number("leaky_slope"));
        string task = entry.GetProperty("task").GetString()!;
        LossKind kind = task == "mse" ? LossKind.Squared : task == "softmax" ? LossKind.Softmax : LossKind.Logistic;
        Objective = new(Network, kind);
        double[][] y = entry.Matrix("Y");
        DataRows = y.Length;
        Targets = kind == LossKind.Softmax ? [.. y.Select(row => (double)Array.IndexOf(row, 1.0))] : [.. y.SelectMany(row => row)];
    }

    public Perceptron<double> Network { get; }

    public Objective<double> Objective { get; }

    public double[] Parameters { get; }

    public double[] Targets { get; }

    public int DataRows { get; }

    /// <summary>All rows that a step looks at, and what is made of those that are no data.</summary>
    public (double[] Inputs, IPointLoss[] Parts) Batch(JsonElement entry, string regularizer)
    {
        double[] data = [.. entry.Matrix("X").SelectMany(row => row)];
        double[][] points = entry.Matrix("X_reg");
        int d = Network.Inputs, outputs = Network.Outputs;
        switch (regularizer)
        {
            case "None":
                return (data, []);
            case "L1" or "L2":
                return (data, [new GivenPenalty(regularizer == "L1")]);
            case "STABILITY":
                double[][] shifts = entry.Matrix("noise_stability");

                // The data rows are the points.
                double[][] own = entry.Matrix("X");
                int perPoint = shifts.Length / own.Length;
                return ([.. data, .. own.SelectMany((x, i) => x.Concat(Enumerable.Range(0, perPoint).SelectMany(j => Shift(x, shifts[(i * perPoint) + j]))))],
                    [new GivenNeighbors(own.Length, 1 + perPoint, null, outputs)]);
            case "FIDELITY":
                double[][][] noise = [.. entry.GetProperty("noise_fidelity").EnumerateArray().Select(point => point.EnumerateArray().Select(row => row.Vector()).ToArray())];
                return ([.. data, .. points.SelectMany((x, i) => noise[i].SelectMany(off => Shift(x, off)))],
                    [new GivenNeighbors(points.Length, noise[0].Length, i => [.. Enumerable.Range(0, d).SelectMany(j => noise[i].Select(off => off[j]))], outputs)]);
            default:
                int[] features = entry.Integers("feature_1d");
                double[][] moves = entry.Matrix("noise_1d");
                return ([.. data, .. points.SelectMany((x, i) => moves[i].SelectMany(off => x.Select((value, j) => j == features[i] ? value + off : value)))],
                    [new GivenNeighbors(points.Length, moves[0].Length, i => [.. moves[i]], outputs)]);
        }
    }

    public static double[] Flatten(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? [.. element.EnumerateArray().SelectMany(Flatten)] : [element.Number()];

    private static double[] Shift(double[] x, double[] off) => [.. x.Zip(off, (value, shift) => value + shift)];
}
