using System.Collections.Immutable;
using System.Globalization;

namespace TypedExplain.Decisions;

/// <summary>How many of some people have recourse, and what it costs.</summary>
public sealed class RecourseShares
{
    internal RecourseShares(string segment, int people, int denied, int withRecourse, int without, int undecided, int failed, ImmutableArray<double> costs, ImmutableArray<int> queries)
    {
        (Segment, People, Denied, WithRecourse, WithoutRecourse, Undecided, Failed) = (segment, people, denied, withRecourse, without, undecided, failed);
        (Costs, Queries) = (costs, queries);
    }

    /// <summary>Who they are; empty for everybody.</summary>
    public string Segment { get; }

    /// <summary>How many people there are.</summary>
    public int People { get; }

    /// <summary>How many of them have another answer than the wanted ones.</summary>
    public int Denied { get; }

    /// <summary>For how many of the denied an action was found.</summary>
    public int WithRecourse { get; }

    /// <summary>For how many of the denied it is certified that there is none.</summary>
    public int WithoutRecourse { get; }

    /// <summary>For how many of the denied the budget ended the search.</summary>
    public int Undecided { get; }

    /// <summary>For how many of the denied the search failed; they count in no share.</summary>
    public int Failed { get; }

    /// <summary>The share of the denied that is certified to have no recourse.</summary>
    public double ShareWithoutRecourse => Denied == Failed ? 0 : WithoutRecourse / (double)(Denied - Failed);

    /// <summary>What the found actions cost, from the cheapest to the dearest.</summary>
    public ImmutableArray<double> Costs { get; }

    /// <summary>How many rows the model was asked about for each of the denied, from the fewest to the most.</summary>
    public ImmutableArray<int> Queries { get; }

    /// <summary>The cost that half of those with recourse do not exceed; not a number where there are none.</summary>
    public double MedianCost => Quantile(0.5);

    /// <summary>The cost that a share of those with recourse do not exceed; not a number where there are none.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    public double Quantile([OptionRange(AtLeast = 0, AtMost = 1)] double share) =>
        !(share is >= 0 and <= 1) ? throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"share is {share}; it must be from 0 to 1."))
        : Costs.IsEmpty ? double.NaN
        : Costs[Math.Clamp((int)Math.Ceiling(share * Costs.Length) - 1, 0, Costs.Length - 1)];

    /// <summary>The numbers in a line.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Segment.Length == 0 ? "" : Segment + ": ")}{Denied} of {People} denied, {WithRecourse} with recourse (median cost {MedianCost:0.##}), {WithoutRecourse} certified without ({ShareWithoutRecourse:P1}), {Undecided} undecided, {Failed} failed");
}
