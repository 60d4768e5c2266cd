using System.Collections.Immutable;
using TypedExplain.Data;

namespace TypedExplain;

public sealed partial class FeatureStatistics<T>
{
    /// <summary>The bins of numbers, for statistics under which they count by their bin; else null.</summary>
    internal FeatureBins<T>? Bins { get; private init; }

    /// <summary>These statistics with numbers that count by their bin.</summary>
    internal FeatureStatistics<T> With(FeatureBins<T> bins) => new(Mean.AsSpan().ToArray(), Deviation.AsSpan().ToArray(), _frequencies, Marginals, Source)
    {
        Bins = bins,
        Scale = Unless(bins, Scale, 1),
        Origin = Unless(bins, Origin, 0),
    };

    /// <summary>The statistics that an explanation was measured by: all that its answers need, and nothing to draw neighbors with.</summary>
    /// <param name="mean">The mean of each number on its scale.</param>
    /// <param name="deviation">The standard deviation of each.</param>
    /// <param name="frequencies">The frequencies of all flags and categories, in the order of the schema's slots.</param>
    /// <param name="bins">For each feature its bins; null where no number is in bins.</param>
    internal static FeatureStatistics<T> Restored(double[] mean, double[] deviation, double[] frequencies, NumberBins?[]? bins)
    {
        FeatureStatistics<T> statistics = new(mean, deviation, frequencies, new double[]?[mean.Length], "a stored explanation");
        return bins is null ? statistics : statistics.With(new FeatureBins<T>(bins));
    }

    private static ImmutableArray<double> Unless(FeatureBins<T> bins, ImmutableArray<double> values, double inBins) =>
        [.. T.Schema.Features.Select(feature => bins[feature] is null ? values[feature.Index] : inBins)];
}
