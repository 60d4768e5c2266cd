using System.Collections.Immutable;

namespace TypedExplain.Decisions.Reasons.Ranks;

/// <summary>What the contributions allow to state.</summary>
/// <param name="Stated">The principal reasons, the most adverse first, with whether each is tied; empty where none are stated.</param>
/// <param name="Unclear">Reasons that cannot be told from 0 and are not stated for that.</param>
/// <param name="Quantile">How many standard errors an interval of one contribution reaches to each side.</param>
internal sealed record Ruling<T>(ImmutableArray<(Competitor<T> Competitor, bool IsTied)> Stated, ImmutableArray<Competitor<T>> Unclear, double Quantile)
    where T : IFeatureRecord<T>
{
    /// <summary>Why nothing is stated; null where something is.</summary>
    public Refusal<T>? Refusal { get; private init; }

    /// <summary>Nothing is stated.</summary>
    public static Ruling<T> Refuse(RefusalCause cause, string explanation, params ImmutableArray<Feature<T>> features) => new([], [], 0) { Refusal = new(cause, explanation, features) };
}
