namespace Papers;

/// <summary>
/// A neighborhood whose interpretable values, distances, penalties and budgets are measured by other statistics than its
/// own: by those of <see cref="RawUnits"/> a surrogate is fitted in the features' own units.
/// </summary>
public class Remeasured<T>(INeighborhood<T> inner, FeatureStatistics<T> statistics) : INeighborhood<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public int Samples => inner.Samples;

    /// <inheritdoc/>
    public FeatureStatistics<T> Statistics => statistics;

    /// <inheritdoc/>
    public bool IsPaired => inner.IsPaired;

    /// <inheritdoc/>
    public void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors) => inner.Sample(instance, stream, neighbors);
}
