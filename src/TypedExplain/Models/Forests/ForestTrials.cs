using TypedExplain.Schema.Rows;

namespace TypedExplain.Models.Forests;

/// <summary>Legal rows without meaning on which it shows whether a forest is what it was read from.</summary>
internal static class ForestTrials<T>
    where T : IFeatureRecord<T>
{
    private const double Kept = 0.25;

    /// <summary>Draws rows. Numbers of most lie on thresholds of their columns, or beside them, where mistakes show; the first is as near to 0 as it may be.</summary>
    /// <param name="forest">The forest.</param>
    /// <param name="count">How many.</param>
    /// <param name="values">Room for their columns.</param>
    public static EncodedRows<T> Rows(Forest<T> forest, int count, Span<double> values)
    {
        EncodedRows<T> rows = TrialRecords<T>.Rows(count, values);
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
            for (int row = 1; row < count && feature.IsNumeric && own.Length > 0; row++)
            {
                RandomStream draws = stream.For(row).For(feature.Index);
                Span<double> columnsOfRow = values.Slice(row * columns, columns);
                if (!feature.IsPresent(columnsOfRow) || draws.Uniform(0) < Kept)
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

        return rows;
    }

    /// <summary>The feature that a column of the forest is of.</summary>
    private static int Owner(Forest<T> forest, int column) => column >= T.Schema.Columns
        ? forest.Derived!.FeatureOf(column - T.Schema.Columns)
        : T.Schema.Features.First(feature => column < feature.Column + feature.ColumnCount).Index;
}
