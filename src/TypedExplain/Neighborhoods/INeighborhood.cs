namespace TypedExplain;

/// <summary>Where the samples around an instance come from.</summary>
/// <remarks>An implementation must be safe to call from several threads, and a function of its arguments only.</remarks>
/// <typeparam name="T">The record.</typeparam>
public interface INeighborhood<T> : IDescribed
    where T : IFeatureRecord<T>
{
    /// <summary>How many rows an explanation is fitted to, the instance itself included; at least 2.</summary>
    int Samples { get; }

    /// <summary>The statistics in which interpretable values and distances are measured.</summary>
    FeatureStatistics<T> Statistics { get; }

    /// <summary>
    /// Whether neighbors come in pairs, the first with the second, the third with the fourth, and so on, such that pairs are
    /// independent of each other and the two of a pair need not be. Standard errors are then taken over pairs, so a
    /// neighborhood that draws by another one must say what that one says.
    /// </summary>
    bool IsPaired => false;

    /// <summary>Draws the neighbors of an instance.</summary>
    /// <param name="instance">The encoded instance.</param>
    /// <param name="stream">Random numbers of this instance only.</param>
    /// <param name="neighbors">Where the <see cref="Samples"/> − 1 encoded neighbors go, row after row.</param>
    void Sample(ReadOnlySpan<double> instance, RandomStream stream, Span<double> neighbors);
}
