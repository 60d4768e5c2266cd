using System.Globalization;

namespace TypedExplain;

/// <summary>How many explanations have a caveat.</summary>
/// <param name="Caveat">The caveat, one only.</param>
/// <param name="Count">How many explanations have it.</param>
public readonly record struct CaveatCount(Caveats Caveat, long Count)
{
    /// <summary>The caveat and the count.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Caveat} {Count}");
}
