namespace TypedExplain.Batch.Jobs;

/// <summary>What summaries keep, as a text that is the same for the same options.</summary>
internal static class SummaryText
{
    /// <summary>The features that segments are made by, and which reference rows there are.</summary>
    public static string Of<T>(SummaryOptions<T>? options)
        where T : IFeatureRecord<T>
    {
        string segments = options is null || options.Segments.IsEmpty ? "no segments" : $"segments by {string.Join(", ", options.Segments.Select(feature => feature.Name))}";
        return options?.Background is { } background ? $"{segments}; reference rows {background.Sha256}" : $"{segments}; no reference rows";
    }
}
