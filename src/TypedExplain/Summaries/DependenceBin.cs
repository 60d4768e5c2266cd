using TypedExplain.Summaries;

namespace TypedExplain;

/// <summary>
/// A feature's contributions or effects in those explanations whose instance has a certain value of it. Its quantiles are coarser
/// than those of the feature. Immutable.
/// </summary>
public sealed class DependenceBin : NumberSummary
{
    internal DependenceBin(Tally tally, DependenceKind kind, string label)
        : base(tally) => (Kind, Label) = (kind, label);

    /// <summary>Which values it holds.</summary>
    public DependenceKind Kind { get; }

    /// <summary>The values in words, as a reader knows them.</summary>
    public string Label { get; }

    /// <summary>The values lie above this one: negative infinity in the first range, and not a number where these are not ranges.</summary>
    public double Above { get; internal init; } = double.NaN;

    /// <summary>The values lie up to this one: infinity in the last range, and not a number where these are not ranges.</summary>
    public double UpTo { get; internal init; } = double.NaN;

    /// <summary>The least value that an instance has in a range; not a number where there is none.</summary>
    public double LeastValue { get; internal init; } = double.NaN;

    /// <summary>The largest value that an instance has in a range; not a number where there is none.</summary>
    public double LargestValue { get; internal init; } = double.NaN;

    /// <summary>The position of the category or rank in the schema, or 0 and 1 for a flag; null where it is not one value.</summary>
    public int? Category { get; internal init; }

    /// <summary>The values and the numbers.</summary>
    public override string ToString() => $"{Label}: {base.ToString()}";
}
