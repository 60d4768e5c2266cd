namespace TypedExplain.Reports;

/// <summary>A number that varies in a picture of a trust region.</summary>
public sealed class RegionRow
{
    internal RegionRow(string name, string value, string range) => (Name, Value, Range) = (name, value, range);

    /// <summary>The feature.</summary>
    public string Name { get; }

    /// <summary>The instance's value, in its own unit.</summary>
    public string Value { get; }

    /// <summary>What the number may be in the region, in its own unit; empty where it is withheld.</summary>
    public string Range { get; }

    /// <summary>How far down the region goes from the instance, in standard deviations on the feature's scale, 0 or less; null where it is withheld.</summary>
    public double? Lower { get; internal init; }

    /// <summary>How far up it goes.</summary>
    public double? Upper { get; internal init; }

    /// <summary>Whether the feature's range or type ends before the edge of the region.</summary>
    public bool IsCut { get; internal init; }

    /// <summary>Whether it is a protected feature.</summary>
    public bool IsProtected { get; internal init; }

    /// <summary>Name, value and range.</summary>
    public override string ToString() => $"{Name} {Value}: {(Range.Length > 0 ? Range : "withheld")}";
}
