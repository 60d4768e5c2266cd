using System.Globalization;

namespace TypedExplain;

/// <summary>Making a small background of a large data set.</summary>
public static class Summary
{
    /// <summary>
    /// Few rows that stand for all: the rows are divided into clusters (k-means, numbers measured in standard
    /// deviations), and of each cluster the row nearest to its center is kept, with the size of the cluster as its
    /// weight. Every row that is kept is one of the data set, so no model sees a record that cannot be.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="data">The data set.</param>
    /// <param name="rows">How many rows to keep at most; at least 1. There are fewer where fewer are different.</param>
    /// <param name="seed">Seed of the clusters' first centers.</param>
    /// <exception cref="InvalidOptionException">Fewer than 1 row is to be kept.</exception>
    public static WeightedRows<T> Summarize<T>(this Dataset<T> data, int rows, int seed = 0)
        where T : IFeatureRecord<T>
    {
        if (rows < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"rows of a summary is {rows}; it must be at least 1."));
        if (rows >= data.Count)
            return data;

        (int[] kept, int[] sizes) = new RowClusters(Measured(data), T.Schema.Columns).Medoids(rows, new RandomStream(seed, "summary"));
        return new(data.Select(kept), sizes.Select(size => (double)size));
    }

    /// <summary>The rows with numbers in standard deviations; two categories are 1 apart, as two flags are.</summary>
    private static double[] Measured<T>(Dataset<T> data)
        where T : IFeatureRecord<T>
    {
        double[] measured = data.Encoded.Values.ToArray();
        int columns = T.Schema.Columns;
        double half = Math.Sqrt(0.5);
        foreach (Feature<T> feature in T.Schema.Features)
        {
            double center = feature.IsNumeric ? data.Statistics.Mean[feature] : 0;
            double unit = feature.IsNumeric ? 1 / data.Statistics.Scale[feature.Index] : feature.Kind == FeatureKind.Category ? half : 1;
            for (int column = feature.Column; column < feature.Column + feature.ColumnCount; column++)
            {
                for (int at = column; at < measured.Length; at += columns)
                    measured[at] = (measured[at] - center) * unit;
            }
        }

        return measured;
    }
}
