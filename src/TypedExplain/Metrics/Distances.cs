using TypedExplain.Schema;

namespace TypedExplain.Metrics;

/// <summary>
/// Squared Euclidean distances between the rows of a data set: numbers on their scale, in standard deviations, those on a
/// circle the short way round, a missing one at the mean; categories by one column each, whatever columns they fill; texts and images as <see cref="MediaDistances{T}"/> has them.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class Distances<T>
    where T : IFeatureRecord<T>
{
    private readonly double[] _values;
    private readonly MediaDistances<T>? _media;

    public Distances(Dataset<T> data)
    {
        int features = T.Schema.Features.Length;
        if (T.Schema.Media.Length > 0)
            _media = new(data);
        if (features == 0)
        {
            _values = [];
            return;
        }

        FeatureStatistics<T> statistics = data.Statistics;
        _values = new double[data.Count * features];
        for (int row = 0; row < data.Count; row++)
        {
            ReadOnlySpan<double> columns = data.Encoded[row];
            foreach (Feature<T> feature in T.Schema.Features)
                _values[(row * features) + feature.Index] = ValueOf(feature, columns, statistics);
        }
    }

    /// <summary>The squared distance between two rows.</summary>
    public double Squared(int row, int other)
    {
        Axis[] axes = T.Schema.Axes;
        ReadOnlySpan<double> own = _values.AsSpan(row * axes.Length, axes.Length), there = _values.AsSpan(other * axes.Length, axes.Length);
        double squares = _media?.Squared(row, other) ?? 0;
        for (int j = 0; j < axes.Length; j++)
        {
            if (own[j] == there[j])
                continue;
            double off = axes[j].IsNumeric ? there[j] - own[j] : 1;
            squares += (axes[j].Slots > 1 && own[j] >= 0 && there[j] >= 0 ? 2 : 1) * off * off;
        }

        return squares;
    }

    /// <summary>A number in deviations, a flag, or the position of a category; −1 for a category that is missing.</summary>
    private static double ValueOf(Feature<T> feature, ReadOnlySpan<double> columns, FeatureStatistics<T> statistics)
    {
        bool isPresent = feature.IsPresent(columns);
        if (feature.IsNumeric)
            return isPresent ? (T.Schema.Axes[feature.Index].Scaled(columns[feature.Column]) - statistics.Mean[feature]) / statistics.Scale[feature.Index] : 0;
        return feature.Kind != FeatureKind.Category ? columns[feature.Column] : isPresent ? feature.CategoryIn(columns) : -1;
    }
}
