using System.Globalization;

namespace TypedExplain.Decisions;

/// <summary>How many of some people, with the 95 % interval of the share (Wilson's score interval).</summary>
/// <param name="Count">How many.</param>
/// <param name="Of">Of how many.</param>
public readonly record struct Proportion(int Count, int Of)
{
    // The normal quantile at 97.5 %.
    private const double Quantile = 1.959963984540054;

    /// <summary>The share, from 0 to 1; 0 of none.</summary>
    public double Value => Of == 0 ? 0 : (double)Count / Of;

    /// <summary>The lower end of the interval; 0 of none.</summary>
    public double Lower => Of == 0 || Count == 0 ? 0 : Center - HalfWidth;

    /// <summary>The upper end of the interval; 1 of none.</summary>
    public double Upper => Of == 0 || Count == Of ? 1 : Center + HalfWidth;

    private double Center => (Value + (Quantile * Quantile / (2 * Of))) / (1 + (Quantile * Quantile / Of));

    private double HalfWidth => Quantile / (1 + (Quantile * Quantile / Of)) * Math.Sqrt((Value * (1 - Value) / Of) + (Quantile * Quantile / (4.0 * Of * Of)));

    /// <summary>The count, the share and its interval: "12 of 60 (20.0 %, 95 % 11.8 to 31.8 %)".</summary>
    public override string ToString() => Of == 0 ? "none of none"
        : string.Create(CultureInfo.InvariantCulture, $"{Count:#,##0} of {Of:#,##0} ({100 * Value:0.0} %, 95 % {100 * Lower:0.0} to {100 * Upper:0.0} %)");
}
