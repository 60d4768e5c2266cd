using System.Globalization;

namespace TypedExplain;

/// <summary>Something that came out otherwise.</summary>
public sealed record ReplayDifference
{
    internal ReplayDifference(string place, string was, string now, double? by) => (Place, Was, Now, By) = (place, was, now, by);

    /// <summary>What it is, such as "features.AnnualIncome.effect" or "fit.r2".</summary>
    public string Place { get; }

    /// <summary>What the receipt has.</summary>
    public string Was { get; }

    /// <summary>What came out.</summary>
    public string Now { get; }

    /// <summary>By how much the number that came out is larger; null where it is no number.</summary>
    public double? By { get; }

    /// <summary>Place, both values and by how much they differ.</summary>
    public override string ToString() => By is { } by ? string.Create(CultureInfo.InvariantCulture, $"{Place} was {Was}, is {Now} ({by:+0.###e+0;-0.###e+0})") : $"{Place} was {Was}, is {Now}";
}
