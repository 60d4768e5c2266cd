using System.Globalization;

namespace TypedExplain.Reports;

/// <summary>How pictures are made from results.</summary>
public sealed record PictureOptions
{
    /// <summary>How many features are drawn each by itself, the most important first; what is left is one row. From 1 to 100.</summary>
    [OptionRange(AtLeast = 1, AtMost = 100)]
    public int MostRows { get; init; } = 10;

    /// <summary>How numbers and dates are written; null for the invariant culture.</summary>
    public CultureInfo? Culture { get; init; }

    /// <summary>Whether protected features have their values and numbers. Withheld, they are listed and marked as protected, and what they contribute is in a row with others.</summary>
    public ProtectedValues ProtectedValues { get; init; } = ProtectedValues.Withheld;

    internal static PictureOptions Default { get; } = new();

    internal IFormatProvider Provider => Culture ?? CultureInfo.InvariantCulture;

    internal bool Withholds => ProtectedValues == ProtectedValues.Withheld;

    /// <summary>The options, checked.</summary>
    internal static PictureOptions Checked(PictureOptions? options)
    {
        PictureOptions given = options ?? Default;
        if (given.MostRows is < 1 or > 100)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"MostRows of a picture is {given.MostRows}; it must be from 1 to 100."));
        if (given.ProtectedValues is not (ProtectedValues.Kept or ProtectedValues.Withheld))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"ProtectedValues of a picture is {(int)given.ProtectedValues}; it must be Kept or Withheld."));
        return given;
    }
}
