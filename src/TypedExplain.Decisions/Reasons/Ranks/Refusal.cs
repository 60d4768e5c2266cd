using System.Collections.Immutable;

namespace TypedExplain.Decisions.Reasons.Ranks;

/// <summary>Why nothing is stated.</summary>
/// <param name="Cause">Why.</param>
/// <param name="Explanation">Why in words, and what can be done.</param>
/// <param name="Features">The features that it is about.</param>
internal sealed record Refusal<T>(RefusalCause Cause, string Explanation, ImmutableArray<Feature<T>> Features)
    where T : IFeatureRecord<T>;
