using System.Collections.Immutable;

namespace TypedExplain.Decisions.Reasons.Ranks;

/// <summary>What may be a principal reason: a code with the features behind it, or a feature that has none to state.</summary>
/// <param name="Reason">The reason; null for a feature by itself.</param>
/// <param name="Features">The features, the most adverse first.</param>
/// <param name="Adverse">What they add towards the adverse side, together.</param>
/// <param name="Error">No standard error of the sum is larger, however the errors of its parts go together.</param>
internal sealed record Competitor<T>(Reason<T>? Reason, ImmutableArray<Feature<T>> Features, double Adverse, double Error)
    where T : IFeatureRecord<T>
{
    /// <summary>What equals are put in order by.</summary>
    public string Key => Reason?.CodeText ?? Features[0].Name;

    /// <summary>What a message calls it.</summary>
    public string Name => Reason?.CodeText ?? Features[0].DisplayName;
}
