using System.Collections.Immutable;

namespace TypedExplain;

/// <summary>The neighbors of an instance for which the model's answers were most extreme; no record is listed twice.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class NeighborExamples<T>
    where T : IFeatureRecord<T>
{
    internal NeighborExamples(ImmutableArray<ScoredRecord<T>> favorable, ImmutableArray<ScoredRecord<T>> contrary) =>
        (Favorable, Contrary) = (favorable, contrary);

    /// <summary>Those with the highest answers, the highest first; up to 5.</summary>
    public ImmutableArray<ScoredRecord<T>> Favorable { get; }

    /// <summary>Those with the lowest answers, the lowest first; up to 5.</summary>
    public ImmutableArray<ScoredRecord<T>> Contrary { get; }
}
