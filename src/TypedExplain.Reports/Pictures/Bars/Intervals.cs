using TypedExplain.Schema.Values;

namespace TypedExplain.Reports.Pictures.Bars;

/// <summary>Intervals in words.</summary>
internal static class Intervals
{
    /// <summary>From where to where; what is not known at all in words.</summary>
    public static string Text(double lower, double upper, IFormatProvider provider) =>
        double.IsFinite(lower) || double.IsFinite(upper) ? $"{NumberText.Signed(lower, provider)} to {NumberText.Signed(upper, provider)}" : "too few samples to tell";
}
