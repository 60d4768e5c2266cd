using System.Collections.Immutable;
using TypedExplain.Bins;

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

    private static ImmutableArray<double> Unless(FeatureBins<T> bins, ImmutableArray<double> values, double inBins) =>
        [.. T.Schema.Features.Select(feature => bins[feature] is null ? values[feature.Index] : inBins)];
}
