using System.Globalization;
using TypedExplain.Models.Forests;

namespace TypedExplain.ML.Slots;

/// <summary>Compares trees that were read with the pipeline that they are of, row by row.</summary>
internal static class SlotCheck<T>
    where T : IFeatureRecord<T>
{
    private const int Rows = 256;

    // ML.NET adds in single precision.
    private const double Tolerance = 1e-5, Rounding = 1.0 / (1 << 22);

    /// <summary>Scores rows by both; gives what differs, with both numbers, or null.</summary>
    public static InvalidModelException? Difference(TreeModel<T> forest, MLModel<T> model, Dataset<T> background)
    {
        int columns = T.Schema.Columns, real = Math.Min(Rows, background.Count);
        double[] values = new double[(Rows + real) * columns];
        ForestTrials<T>.Rows(forest.Forest, Rows, values.AsSpan(0, Rows * columns));
        for (int row = 0; row < real; row++)
            background.Encoded[(int)((long)row * background.Count / real)].CopyTo(values.AsSpan((Rows + row) * columns));
        EncodedRows<T> rows = new(values);
        double[] own = new double[rows.Count * forest.Outputs.Length], theirs = new double[own.Length];
        forest.Score(rows, own);
        model.Score(rows, theirs);
        double size = forest.Forest.Trees.Average(tree => Enumerable.Range(0, tree.NodeCount).Max(node => tree.Values(node).ToArray().Max(Math.Abs)));
        for (int i = 0; i < own.Length; i++)
        {
            double steep = forest.Link == ForestLink.Identity ? 1 : Math.Max(1, Math.Abs(theirs[i]));
            double allowed = (Tolerance * Math.Max(1, Math.Abs(theirs[i]))) + (Rounding * size * steep);
            if (!(Math.Abs(own[i] - theirs[i]) <= allowed))
                return Differs(forest.Outputs[i % forest.Outputs.Length], own[i], theirs[i], rows[i / forest.Outputs.Length]);
        }

        return null;
    }

    private static InvalidModelException Differs(string output, double answer, double right, ReadOnlySpan<double> row) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The trees that were read are not the pipeline: for {T.Schema.Describe(row)} they make {output} {answer:R}, and ML.NET answers {right:R}. Use KernelShap over MLModel, which asks the pipeline itself."));
}
