namespace TypedExplain.Summaries;

/// <summary>How the values of each feature are divided, by the background.</summary>
internal sealed class SummaryPlan<T>
    where T : IFeatureRecord<T>
{
    private const int MostRanges = 32;
    private const int MostCategories = 64;
    private const int SegmentRanges = 4;
    private const int SegmentCategories = 16;

    private readonly ValuePosition?[] _positions;
    private readonly ValueBins<T>?[] _bins;

    /// <summary>By options that were checked.</summary>
    public SummaryPlan(SummaryOptions<T> options)
    {
        int features = T.Schema.Features.Length;
        (_positions, _bins) = (new ValuePosition?[features], new ValueBins<T>?[features]);
        SegmentBins = new ValueBins<T>[options.Segments.Length];
        foreach (Feature<T> feature in T.Schema.Features)
        {
            ReferenceValues? reference = options.Background is { } background && feature.Kind is FeatureKind.Real or FeatureKind.Whole ? ReferenceValues.Of(feature, background) : null;
            _positions[feature.Index] = ValuePosition.Of(feature, reference);
            _bins[feature.Index] = ValueBins<T>.Of(feature, options.Background, reference, MostRanges, MostCategories);
            if (options.Segments.IndexOf(feature) is >= 0 and int segment)
                SegmentBins[segment] = ValueBins<T>.Of(feature, options.Background, reference, SegmentRanges, SegmentCategories)!;
        }
    }

    /// <summary>The bins of each feature that segments are made by.</summary>
    public ValueBins<T>[] SegmentBins { get; }

    /// <summary>The positions of a feature's values; null where they have none.</summary>
    public ValuePosition? PositionOf(Feature<T> feature) => _positions[feature.Index];

    /// <summary>The bins of a feature's values; null where they have none.</summary>
    public ValueBins<T>? BinsOf(Feature<T> feature) => _bins[feature.Index];
}
