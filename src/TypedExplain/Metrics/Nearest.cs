using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>Nearest rows of a data set among one another.</summary>
internal static class Nearest
{
    /// <summary>
    /// For every row its nearest others: Euclidean over the encoded columns, numbers in standard deviations of the
    /// data set; of equally near ones the first.
    /// </summary>
    public static int[][] Of<T>(Dataset<T> data, int count)
        where T : IFeatureRecord<T>
    {
        double[] scale = new double[T.Schema.Columns];
        foreach (Feature<T> feature in T.Schema.Features)
            scale.AsSpan(feature.Column, feature.ColumnCount).Fill(feature.IsNumeric ? 1 / data.Statistics.Scale[feature.Index] : 1);

        int[][] nearest = new int[data.Count][];
        Parallel.For(0, data.Count, row =>
        {
            ReadOnlySpan<double> own = data.Encoded[row];
            double[] distances = new double[data.Count];
            int[] order = new int[data.Count];
            for (int other = 0; other < data.Count; other++)
            {
                ReadOnlySpan<double> columns = data.Encoded[other];
                for (int column = 0; column < own.Length; column++)
                {
                    double off = (columns[column] - own[column]) * scale[column];
                    distances[other] += off * off;
                }

                order[other] = other;
            }

            distances[row] = double.NegativeInfinity;
            Ranking.Ascending(distances, order);
            nearest[row] = order[1..(count + 1)];
        });
        return nearest;
    }
}
