using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Text;
using TypedExplain.Errors;

namespace TypedExplain.Decisions;

/// <summary>What a search for recourse can go through, before the model is asked about a row.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class RecoursePlan<T>
    where T : IFeatureRecord<T>
{
    internal RecoursePlan(ImmutableArray<(Feature<T> Feature, int Changes)> changes, BigInteger reachable, bool isReachableExact, bool readsModel, int maxQueries) =>
        (Changes, Reachable, IsReachableExact, ReadsModel, MaxQueries) = (changes, reachable, isReachableExact, readsModel, maxQueries);

    /// <summary>The features that an action may change, each with how many other values it may take.</summary>
    public ImmutableArray<(Feature<T> Feature, int Changes)> Changes { get; }

    /// <summary>How many rows actions can lead to, the instance itself included; at most so many where it is not exact.</summary>
    public BigInteger Reachable { get; }

    /// <summary>Whether <see cref="Reachable"/> is the number and not only a bound.</summary>
    public bool IsReachableExact { get; }

    /// <summary>Whether the trees or the coefficients of the model are read, so that whole sets of rows are ruled out without asking it.</summary>
    public bool ReadsModel { get; }

    /// <summary>The most rows that the model is asked about.</summary>
    public int MaxQueries { get; }

    /// <summary>Whether every reachable row may be asked about within the budget, so that the search ends with an answer for certain.</summary>
    public bool IsCertain => Reachable + 2 <= MaxQueries;

    /// <summary>The size of the reachable set, what it is made of, and what the search will do.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{(IsReachableExact ? "" : "at most ")}{Reachable:N0} reachable {(Reachable.IsOne ? "row" : "rows")}, at most {MaxQueries:N0} {Noun.Of(MaxQueries, "query", "queries")}");
        foreach ((Feature<T> feature, int changes) in Changes)
            text.Append(CultureInfo.InvariantCulture, $"\n  {feature.Name}: {changes:N0} {Noun.Of(changes, "other value")}");
        text.Append(ReadsModel ? "\nThe model is read: whole sets of rows are ruled out without asking it." : "\nThe model is asked about reachable rows, the cheapest first.");
        if (!IsCertain && !ReadsModel)
            text.Append("\n! There are more reachable rows than queries: the search may end undecided. Raise MaxQueries, state longer steps or [Step(..., AtMost = ...)], or give Examples or a Guide for a better start.");
        return text.ToString();
    }
}
