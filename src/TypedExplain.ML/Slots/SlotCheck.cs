using System.Globalization;
using TypedExplain.Schema.Rows;

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
        TrialRecords<T>.Rows(Rows, values.AsSpan(0, Rows * columns));
        MoveToThresholds(forest.Forest, values.AsSpan(0, Rows * columns));
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

    /// <summary>Puts numbers of most rows on thresholds of their columns, or beside them, where mistakes show.</summary>
    private static void MoveToThresholds(Forest<T> forest, Span<double> values)
    {
        int columns = T.Schema.Columns;
        ILookup<int, double> thresholds = forest.Trees
            .SelectMany(tree => Enumerable.Range(0, tree.NodeCount).Select(node => tree[node]))
            .Where(node => !node.IsLeaf && Math.Abs(node.Threshold) < double.MaxValue)
            .Select(node => (Feature: Owner(forest, node.Column), node.Threshold))
            .Distinct()
            .ToLookup(node => node.Feature, node => node.Threshold);
        RandomStream stream = new(seed: 1, "trial records");
        foreach (Feature<T> feature in T.Schema.Features)
        {
            double[] own = [.. thresholds[feature.Index]];
            for (int row = 1; row < Rows && feature.IsNumeric && own.Length > 0; row++)
            {
                RandomStream draws = stream.For(row).For(feature.Index);
                Span<double> columnsOfRow = values.Slice(row * columns, columns);
                if (!feature.IsPresent(columnsOfRow) || draws.Uniform(0) < 0.25)
                    continue;
                double threshold = own[draws.Choose(1, own.Length)];
                columnsOfRow[feature.Column] = TrialRecords<T>.Legal(feature, draws.Choose(2, 4) switch
                {
                    0 => threshold,
                    1 => Math.BitIncrement(threshold),
                    2 => threshold + Math.Max(1, Math.Abs(threshold)),
                    _ => threshold - Math.Max(1, Math.Abs(threshold)),
                });
            }
        }
    }

    private static int Owner(Forest<T> forest, int column) => column >= T.Schema.Columns
        ? forest.Derived!.FeatureOf(column - T.Schema.Columns)
        : T.Schema.Features.First(feature => column < feature.Column + feature.ColumnCount).Index;

    private static InvalidModelException Differs(string output, double answer, double right, ReadOnlySpan<double> row) =>
        new(string.Create(CultureInfo.InvariantCulture, $"The trees that were read are not the pipeline: for {T.Schema.Describe(row)} they make {output} {answer:R}, and ML.NET answers {right:R}. Use KernelShap over MLModel, which asks the pipeline itself."));
}
