using System.Text.Json;
using TypedExplain.Metrics;

namespace TypedExplain.Tests.Golden;

[Trait("Category", "Golden")]
public class MetricsExpoGolden
{
    [GoldenTheory("metrics_expo")]
    [MemberData(nameof(GoldenFiles.Cases), "metrics_expo", "cases", MemberType = typeof(GoldenFiles))]
    public void Metrics(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("metrics_expo", file, "cases", index);
        JsonElement expected = golden.GetProperty("expected");
        Tolerance tolerance = root.Tolerance();
        double[][] x = golden.Matrix("X"), answers = golden.Matrix("predictions");
        double[][][] perturbed = Cube(golden.GetProperty("perturbed")), own = Cube(golden.GetProperty("coefficients_intercept_first"));
        double[][][] perturbedAnswers = Cube(golden.GetProperty("predictions_at_perturbed"));
        double[][][][] others = [.. golden.GetProperty("coefficients_at_perturbed").EnumerateArray().Select(Cube)];

        for (int output = 0; output < answers[0].Length; output++)
        {
            int k = output, rows = x.Length, count = perturbed[0].Length;
            Check("PF", ExpoFormulas.PointFidelity(rows, row => answers[row][k], row => Surrogate(own[row][k], x[row])));
            Check("NF", ExpoFormulas.NeighborhoodFidelity(rows, count, (row, i) => perturbedAnswers[row][i][k], (row, i) => Surrogate(own[row][k], perturbed[row][i])));
            Check("S_with_intercept", ExpoFormulas.Stability(rows, count, row => own[row][k], (row, i) => others[row][i][k]));
            Check("S_without_intercept", ExpoFormulas.Stability(rows, count, row => own[row][k].AsSpan(1), (row, i) => others[row][i][k].AsSpan(1)));

            void Check(string name, double[] values) => tolerance.Check(expected.Vector(name)[k], values.Average(), $"{name} of output {k}");
        }
    }

    private static double Surrogate(double[] coefficients, double[] row) =>
        coefficients[0] + coefficients.Skip(1).Zip(row, (effect, value) => effect * value).Sum();

    private static double[][][] Cube(JsonElement element) =>
        [.. element.EnumerateArray().Select(rows => rows.EnumerateArray().Select(row => row.Vector()).ToArray())];
}
