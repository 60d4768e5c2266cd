using System.Text.Json;
using TypedExplain.Tests.Golden;
using TypedExplain.Training.Regularizers;

namespace TypedExplain.Training.Tests.Golden;

/// <summary>FIDELITY, 1D-FIDELITY and STABILITY at single points, against automatic differentiation.</summary>
[Trait("Category", "Golden")]
public class ExpoRegularizersGolden
{
    private const string Fixture = "expo_regularizers";

    public static IEnumerable<object[]> Fidelities => GoldenFiles.Cases(Fixture, "fidelity");

    public static IEnumerable<object[]> Fidelities1D => GoldenFiles.Cases(Fixture, "fidelity_1d");

    public static IEnumerable<object[]> Stabilities => GoldenFiles.Cases(Fixture, "stability");

    [GoldenTheory(Fixture)]
    [MemberData(nameof(Fidelities))]
    public void Fidelity(string file, int index)
    {
        (JsonElement root, JsonElement entry) = GoldenFiles.Load(Fixture, file, "fidelity", index);
        double[] x = entry.Vector("x");
        double[][] samples = entry.Matrix("samples");
        double[] columns = [.. Enumerable.Range(0, x.Length).SelectMany(j => samples.Select(sample => sample[j] - x[j]))];
        Check(root.Tolerance(), entry, columns, samples.Length);
    }

    [GoldenTheory(Fixture)]
    [MemberData(nameof(Fidelities1D))]
    public void OneFeatureFidelity(string file, int index)
    {
        (JsonElement root, JsonElement entry) = GoldenFiles.Load(Fixture, file, "fidelity_1d", index);
        double own = entry.Vector("x")[entry.GetProperty("feature").GetInt32()];
        double[] values = entry.Vector("feature_values");
        Check(root.Tolerance(), entry, [.. values.Select(value => value - own)], values.Length);
    }

    [GoldenTheory(Fixture)]
    [MemberData(nameof(Stabilities))]
    public void Stability(string file, int index)
    {
        (JsonElement root, JsonElement entry) = GoldenFiles.Load(Fixture, file, "stability", index);
        double[] center = entry.Vector("center_prediction");
        double[] predictions = [.. center, .. entry.Matrix("predictions").SelectMany(row => row)], gradient = new double[predictions.Length];
        JsonElement expected = entry.GetProperty("expected");
        double loss = PointLosses.Stability(predictions, center.Length, gradient);
        root.Tolerance().Check(expected.Number("loss"), loss, "loss");
        root.Tolerance().Check(expected.Vector("gradient_wrt_center"), gradient.AsSpan(0, center.Length), "center");
        root.Tolerance().Check([.. expected.Matrix("gradient_wrt_predictions").SelectMany(row => row)], gradient.AsSpan(center.Length), "gradient");
    }

    private static void Check(Tolerance tolerance, JsonElement entry, double[] columns, int samples)
    {
        double[] predictions = [.. entry.Matrix("predictions").SelectMany(row => row)], gradient = new double[predictions.Length];
        JsonElement expected = entry.GetProperty("expected");
        double loss = PointLosses.Fidelity(columns, predictions, samples, gradient);
        tolerance.Check(expected.Number("loss"), loss, "loss");
        tolerance.Check([.. expected.Matrix("gradient_wrt_predictions").SelectMany(row => row)], gradient, "gradient");
        if (expected.TryGetProperty("residuals", out _))
            tolerance.Check([.. expected.Matrix("residuals").SelectMany(row => row)], [.. gradient.Select(slope => slope * predictions.Length / 2)], "residuals");
    }
}
