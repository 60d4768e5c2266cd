namespace TypedExplain;

/// <summary>A neighborhood that knows the weights of its samples itself; no kernel is asked about them.</summary>
/// <typeparam name="T">The record.</typeparam>
public interface IWeightedNeighborhood<T> : INeighborhood<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Weighs the samples of an instance.</summary>
    /// <param name="instance">The encoded instance.</param>
    /// <param name="stream">The random numbers that the samples were drawn by.</param>
    /// <param name="weights">Where the weights go, 0 or more: first the instance's, then one per neighbor, in the order of <see cref="INeighborhood{T}.Sample"/>.</param>
    void Weigh(ReadOnlySpan<double> instance, RandomStream stream, Span<double> weights);
}
