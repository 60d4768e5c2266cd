using System.Globalization;
using TypedExplain.Data;
using TypedExplain.Schema;

namespace TypedExplain;

/// <summary>Making a small background of a large data set, and backgrounds of its clusters.</summary>
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
    public static WeightedRows<T> Summarize<T>(this Dataset<T> data, [OptionRange(AtLeast = 1)] int rows, int seed = 0)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        if (rows < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"rows of a summary is {rows}; it must be at least 1."));
        if (rows >= data.Count)
            return data;

        (int[] kept, int[] sizes) = new RowClusters(Measured(data), T.Schema.Slots).Medoids(rows, new RandomStream(seed, "summary"));
        return new(data.Select(kept), sizes.Select(size => (double)size));
    }

    /// <summary>
    /// Divides the rows into clusters (k-means, numbers measured in standard deviations): one part per cluster, in the order of their
    /// first rows. Neighborhoods whose backgrounds are such parts are environments that differ in kind rather than by chance
    /// (<c>Partition</c> of S-LIME and LINEX).
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="data">The data set.</param>
    /// <param name="clusters">How many parts there are at most; at least 1. There are fewer where fewer rows are different.</param>
    /// <param name="seed">Seed of the clusters' first centers.</param>
    /// <exception cref="InvalidOptionException">There are to be fewer than 1 part.</exception>
    public static IReadOnlyList<Dataset<T>> PartitionByCluster<T>(this Dataset<T> data, [OptionRange(AtLeast = 1)] int clusters, int seed = 0)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(data);
        if (clusters < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"clusters of a partition is {clusters}; it must be at least 1."));
        int[] own = new RowClusters(Measured(data), T.Schema.Slots).Of(clusters, new RandomStream(seed, "partition"));
        return [.. Enumerable.Range(0, data.Count).GroupBy(row => own[row]).Select(part => data.Select([.. part]))];
    }

    /// <summary>
    /// The rows with numbers in standard deviations on their scale, a missing one at the mean; two categories are 1 apart,
    /// as two flags are.
    /// </summary>
    private static double[] Measured<T>(Dataset<T> data)
        where T : IFeatureRecord<T>
    {
        FeatureSchema<T> schema = T.Schema;
        double[] measured = new double[data.Count * schema.Slots];
        for (int row = 0; row < data.Count; row++)
        {
            Span<double> own = measured.AsSpan(row * schema.Slots, schema.Slots);
            foreach (Feature<T> feature in schema.Features)
                Measure(feature, data.Encoded[row], data.Statistics, own);
        }

        return measured;
    }

    private static void Measure<T>(Feature<T> feature, ReadOnlySpan<double> row, FeatureStatistics<T> statistics, Span<double> measured)
        where T : IFeatureRecord<T>
    {
        if (!feature.IsPresent(row))
            return;
        Axis axis = T.Schema.Axes[feature.Index];
        double value = row[feature.Column], mean = statistics.Mean[feature];
        if (feature.Kind == FeatureKind.Category)
            measured[axis.Slot + feature.CategoryIn(row)] = Math.Sqrt(0.5);
        else if (feature.IsNumeric)
            measured[axis.Slot] = (axis.Scale == FeatureScale.Cyclic ? axis.Turn(mean, value) : axis.Scaled(value) - mean) / statistics.Scale[feature.Index];
        else
            measured[axis.Slot] = value;
    }
}
