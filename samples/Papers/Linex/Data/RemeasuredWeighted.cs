namespace Papers;

/// <summary>The same of a neighborhood that weighs its samples itself.</summary>
public sealed class RemeasuredWeighted<T>(IWeightedNeighborhood<T> inner, FeatureStatistics<T> statistics) : Remeasured<T>(inner, statistics), IWeightedNeighborhood<T>
    where T : IFeatureRecord<T>
{
    /// <inheritdoc/>
    public void Weigh(ReadOnlySpan<double> instance, RandomStream stream, Span<double> weights) => inner.Weigh(instance, stream, weights);
}
