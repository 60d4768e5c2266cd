using System.Text.Json;
using TypedExplain.Metrics;

namespace TypedExplain.Tests.Golden;

[Trait("Category", "Golden")]
public class MetricsLinexGolden
{
    [GoldenTheory("metrics_linex")]
    [MemberData(nameof(GoldenFiles.Cases), "metrics_linex", "cases", MemberType = typeof(GoldenFiles))]
    public void Metrics(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("metrics_linex", file, "cases", index);
        double[][] x = golden.Matrix("X"), effects = golden.Matrix("coefficients");
        double[] model = golden.Vector("black_box"), intercepts = golden.Vector("intercepts");
        int[] labels = golden.Integers("labels");
        int[][] neighbors = [.. golden.GetProperty("neighbours").EnumerateArray().Select(list => list.EnumerateArray().Select(row => row.GetInt32()).ToArray())];
        int rows = x.Length, classes = labels.Max() + 1;
        JsonElement expected = golden.GetProperty("expected");
        Tolerance tolerance = root.Tolerance();

        Check("infd", MetricFormulas.Infidelity(rows, row => model[row], Surrogate));
        Check("gi", MetricFormulas.GeneralizedInfidelity(rows, Neighbors, row => model[row], Surrogate));
        Check("ci_l1_sum", MetricFormulas.CoefficientInconsistency(rows, Neighbors, Effects, sumOverFeatures: true));
        Check("ci_mean_per_feature", MetricFormulas.CoefficientInconsistency(rows, Neighbors, Effects, sumOverFeatures: false));
        Check("upsilon_zero_counts_positive_with_self", MetricFormulas.Unidirectionality(rows, Neighbors, Effects, ZeroEffects.Positive, withSelf: true));
        Check("upsilon_zero_counts_nothing_with_self", MetricFormulas.Unidirectionality(rows, Neighbors, Effects, ZeroEffects.Nothing, withSelf: true));
        Check("upsilon_zero_counts_positive_neighbours_only", MetricFormulas.Unidirectionality(rows, Neighbors, Effects, ZeroEffects.Positive, withSelf: false));
        tolerance.Check(
            expected.Vector("upsilon_per_example_zero_positive_with_self"),
            MetricFormulas.Unidirectionality(rows, Neighbors, Effects, ZeroEffects.Positive, withSelf: true),
            "Υ of a row");

        double?[] perClass = MetricFormulas.ClassAttributionConsistency(rows, classes, row => labels[row], row => x[row], Effects);
        tolerance.Check(expected.Vector("cac_per_class"), [.. perClass.Select(value => value ?? double.NaN)], "CAC of a class");
        tolerance.Check(expected.Number("cac"), perClass.Average() ?? double.NaN, "CAC");
        Assert.Equal(expected.Integers("undefined_classes"), Enumerable.Range(0, classes).Where(k => perClass[k] is null));

        void Check(string name, double[] values) => tolerance.Check(expected.Number(name), values.Average(), name);
        double Surrogate(int explained, int row) => intercepts[explained] + effects[explained].Zip(x[row], (effect, value) => effect * value).Sum();
        ReadOnlySpan<int> Neighbors(int row) => neighbors[row];
        ReadOnlySpan<double> Effects(int row) => effects[row];
    }
}
