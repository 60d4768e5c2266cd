using System.Text.Json;
using TypedExplain.Tests.Golden;
using TypedExplain.Training.Networks;
using TypedExplain.Training.SelfExplaining;

namespace TypedExplain.Training.Tests.Golden;

/// <summary>Self-explaining networks, against automatic differentiation.</summary>
[Trait("Category", "Golden")]
public class SennGolden
{
    private const string Fixture = "senn";

    public static IEnumerable<object[]> Cases => GoldenFiles.Cases(Fixture, "cases");

    [GoldenTheory(Fixture)]
    [MemberData(nameof(Cases))]
    public void CoefficientsLogitsGradientsAndPenalties(string file, int index)
    {
        (JsonElement root, JsonElement entry) = GoldenFiles.Load(Fixture, file, "cases", index);
        Tolerance tolerance = root.Tolerance();
        JsonElement[] blocks = [.. entry.GetProperty("parameters").EnumerateArray()];
        double[] parameters = GoldenNetwork.Flatten(entry.GetProperty("parameters"));
        int d = blocks[0].GetArrayLength();
        SennNetwork<double> network = new(d, [.. blocks.Where((_, i) => i % 2 == 1).SkipLast(1).Select(bias => bias.GetArrayLength())]);
        double[][] x = entry.Matrix("X");
        double[] inputs = [.. x.SelectMany(row => row)];
        JsonElement expected = entry.GetProperty("expected");

        double[] theta = network.Coefficients(parameters, inputs, x.Length).ToArray();
        tolerance.Check([.. expected.Matrix("theta").SelectMany(row => row)], theta, "theta");
        double[] logits = [.. x.Select((row, i) => SennNetwork<double>.Logit(theta.AsSpan(i * (d + 1), d + 1), row))];
        tolerance.Check(expected.Vector("logit"), logits, "logit");
        tolerance.Check(expected.Vector("probability"), [.. logits.Select(DataLoss.Sigmoid)], "probability");

        double[] gradients = new double[inputs.Length];
        network.InputGradients(parameters, inputs, x.Length, gradients);
        tolerance.Check([.. expected.Matrix("input_gradient_of_logit").SelectMany(row => row)], gradients, "gradient");
        for (int row = 0; row < x.Length; row++)
            tolerance.Check(expected.Vector("robustness_penalty")[row], network.Evaluate(parameters, x[row], 1, [1], 0, default).Penalty, $"penalty of row {row}");
        tolerance.Check(expected.Number("mean_penalty"), network.Evaluate(parameters, inputs, x.Length, new double[x.Length], 0, default).Penalty, "mean penalty");
    }
}
