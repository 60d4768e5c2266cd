using System.Collections.Immutable;
using TypedExplain.Explanations;
using TypedExplain.Summaries;

namespace TypedExplain;

/// <summary>A feature's contributions or effects over many explanations. Immutable.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class FeatureSummary<T> : NumberSummary
    where T : IFeatureRecord<T>
{
    internal FeatureSummary(Feature<T> feature, FeatureTally<T> tally, long tested)
        : base(tally.Numbers)
    {
        Feature = feature;
        First = tally.First;
        Undecided = tally.Undecided;
        Tested = tested;
        Dependence = tally.Dependence is { } bins ? [.. bins.Read()] : [];
    }

    /// <summary>The feature. Of a protected one the numbers are there, so ask <see cref="Feature{T}.IsProtected"/> before they are shown.</summary>
    public Feature<T> Feature { get; }

    /// <summary>In how many explanations it has the largest magnitude; of equals the first in the schema leads, and an explanation in which all are 0 has no first.</summary>
    public long First { get; }

    /// <summary>The share of explanations in which it has the largest magnitude.</summary>
    public double FirstShare => (double)First / Count;

    /// <summary>In how many explanations its effect cannot be told from 0.</summary>
    public long Undecided { get; }

    /// <summary>How many explanations say which effects cannot be told from 0; contributions do not.</summary>
    public long Tested { get; }

    /// <summary>The share of <see cref="Undecided"/> among those that say so; not a number where none does.</summary>
    public double UndecidedShare => (double)Undecided / Tested;

    /// <summary>
    /// The numbers by the feature's own value: for a number by ranges that hold about as many rows of the background each (at most
    /// 32), for a category or rank by value (the 64 most frequent, then the others), then those without a value. Bins without
    /// explanations are there, with a count of 0. Empty for a number where the summary has no background.
    /// </summary>
    public ImmutableArray<DependenceBin> Dependence { get; }

    /// <summary>The feature and its numbers, which are withheld of a protected one.</summary>
    public override string ToString() => $"{Feature.DisplayName}: {(Feature.IsProtected ? ShownRows<T>.Protected : base.ToString())}";
}
