using TypedExplain.Numerics;

namespace TypedExplain.Metrics;

/// <summary>Nearest rows of a data set among one another.</summary>
internal static class Nearest
{
    /// <summary>
    /// For every row its nearest others, of equally near ones the first.
    /// </summary>
    public static int[][] Of<T>(Dataset<T> data, int count, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        Distances<T> space = new(data);
        int[][] nearest = new int[data.Count][];
        Parallel.For(0, data.Count, new ParallelOptions { CancellationToken = cancellation }, row =>
        {
            double[] distances = new double[data.Count];
            int[] order = new int[data.Count];
            for (int other = 0; other < data.Count; other++)
            {
                distances[other] = space.Squared(row, other);
                order[other] = other;
            }

            distances[row] = double.NegativeInfinity;
            Ranking.Ascending(distances, order);
            nearest[row] = order[1..(count + 1)];
        });
        return nearest;
    }
}
