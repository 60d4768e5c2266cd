using System.Globalization;
using TypedExplain.Explanations;

namespace TypedExplain;

/// <summary>How important features are for instances with a certain value of one of them. Immutable.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class SegmentSummary<T>
    where T : IFeatureRecord<T>
{
    internal SegmentSummary(Feature<T> feature, DependenceKind kind, string label, long count, FeatureVector<T> mean, FeatureVector<T> meanMagnitude) =>
        (Feature, Kind, Label, Count, Mean, MeanMagnitude) = (feature, kind, label, count, mean, meanMagnitude);

    /// <summary>The feature that segments are made by.</summary>
    public Feature<T> Feature { get; }

    /// <summary>Which values of it are in the segment.</summary>
    public DependenceKind Kind { get; }

    /// <summary>The values in words, as a reader knows them.</summary>
    public string Label { get; }

    /// <summary>How many explanations are in the segment.</summary>
    public long Count { get; }

    /// <summary>The mean of each feature's numbers in the segment, rounded once; not a number where there are none.</summary>
    public FeatureVector<T> Mean { get; }

    /// <summary>The mean of their magnitudes; not a number where there are none.</summary>
    public FeatureVector<T> MeanMagnitude { get; }

    /// <summary>The features with the mean of their magnitudes, the most important in the segment first; of equals the first in the schema leads. Protected features are among them.</summary>
    public IEnumerable<(Feature<T> Feature, double MeanMagnitude)> Ranked() => RankedFeatures.By(MeanMagnitude).Select(feature => (feature, MeanMagnitude[feature]));

    /// <summary>The segment and its count; of a protected feature not which segment.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Feature.DisplayName} {(Feature.IsProtected ? ShownRows<T>.Protected : Label)}: {Count}");
}
