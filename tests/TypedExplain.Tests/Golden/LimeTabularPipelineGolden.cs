using System.Text.Json;
using TypedExplain.Data;
using TypedExplain.Generated;
using TypedExplain.Schema;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Golden;

/// <summary>
/// LIME's tabular pipeline from raw samples to coefficients. The files' columns are known at run time only, so the
/// kernels that generated code calls are called here directly; a category is a code in one column.
/// </summary>
[Trait("Category", "Golden")]
public class LimeTabularPipelineGolden
{
    [GoldenTheory("lime_tabular_pipeline")]
    [MemberData(nameof(GoldenFiles.Cases), "lime_tabular_pipeline", "cases", MemberType = typeof(GoldenFiles))]
    public void Pipeline(string file, int index)
    {
        (JsonElement root, JsonElement golden) = GoldenFiles.Load("lime_tabular_pipeline", file, "cases", index);
        double[][] training = root.Matrix("training_data");
        double[][] samples = golden.Matrix("raw_samples");
        int[] categorical = golden.Integers("categorical_features");
        int features = samples[0].Length;
        if (golden.GetProperty("discretize").GetBoolean())
        {
            NumberBins[] bins = [.. Enumerable.Range(0, features).Select(j => NumberBins.Of([.. training.Select(row => row[j])], [], Discretization.Quartile))];
            samples = [.. samples.Select(row => Binned(row, bins, categorical))];
            categorical = [.. Enumerable.Range(0, features)];
        }

        (double[] mean, double[] scale) = Standardisation(training, categorical);
        double[][] interpretable = Interpret(samples, mean, scale, categorical);
        double[] weights = [.. interpretable.Select(row => row.Zip(interpretable[0], (a, b) => (a - b) * (a - b)).Sum())];
        double[] distances = [.. weights.Select(Math.Sqrt)];
        ExponentialKernel.WeighBy(golden.Number("kernel_width"), weights);
        var (_, slopes, intercept, _) = Fits.Ridge(interpretable, golden.Vector("predictions"), weights, alpha: 1);

        JsonElement expected = golden.GetProperty("expected");
        Tolerance tolerance = root.Tolerance();
        double[][] expectedRows = expected.Matrix("interpretable");
        for (int row = 0; row < expectedRows.Length; row++)
            tolerance.Check(expectedRows[row], interpretable[row], $"interpretable row {row}");
        tolerance.Check(expected.Vector("distances"), distances, "distance");
        tolerance.Check(expected.Number("intercept"), intercept, "intercept");
        tolerance.Check(expected.Vector("coefficients"), slopes, "coefficient");
        tolerance.Check(expected.Vector("local_prediction")[0], intercept + interpretable[0].Zip(slopes, (value, slope) => value * slope).Sum(), "local prediction");
    }

    private static (double[] Mean, double[] Scale) Standardisation(double[][] training, int[] categorical)
    {
        int features = training[0].Length;
        double[] mean = new double[features], scale = new double[features];
        for (int j = 0; j < features; j++)
        {
            scale[j] = 1;
            if (categorical.Contains(j))
                continue;
            double center = training.Average(row => row[j]);
            double spread = Math.Sqrt(training.Average(row => (row[j] - center) * (row[j] - center)));
            (mean[j], scale[j]) = (center, spread == 0 ? 1 : spread);
        }

        return (mean, scale);
    }

    private static double[][] Interpret(double[][] samples, double[] mean, double[] scale, int[] categorical)
    {
        int features = mean.Length;
        double[] values = new double[samples.Length * features];
        Interpretation rows = new()
        {
            Instance = samples[0],
            Mean = mean,
            Scale = scale,
            Axes = new Axis[features],
            Rows = samples.SelectMany(row => row).ToArray(),
            Interpretable = values,
            Stride = features,
        };
        for (int j = 0; j < features; j++)
        {
            if (categorical.Contains(j))
                rows.Flag(j, j);
            else
                rows.Number(j, j);
        }

        return [.. values.Chunk(features)];
    }

    /// <summary>A row with the number of its bin in place of every number.</summary>
    private static double[] Binned(double[] row, NumberBins[] bins, int[] categorical) =>
        [.. row.Select((value, j) => categorical.Contains(j) ? value : bins[j].Of(value))];
}
