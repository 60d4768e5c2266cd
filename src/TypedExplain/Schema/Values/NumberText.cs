using System.Globalization;

namespace TypedExplain.Schema.Values;

/// <summary>Numbers as a person writes them: in full, with thousands apart, and with an exponent only where they are tiny or huge.</summary>
internal static class NumberText
{
    private const int LargestExponent = 14, SmallestExponent = -7;

    /// <summary>A value of a feature: 6 digits, and cents of any amount.</summary>
    public static string Value(double value, IFormatProvider provider) => Written(value, digits: 6, leastDecimals: 2, provider);

    /// <summary>An effect per unit, with its sign: 3 digits.</summary>
    public static string Effect(double value, IFormatProvider provider) => (value > 0 ? "+" : "") + Written(value, digits: 3, leastDecimals: 0, provider);

    /// <summary>An answer of a model: 3 decimals, 2 of large ones, 3 digits of small ones.</summary>
    public static string Answer(double value, IFormatProvider provider) => Math.Abs(value) switch
    {
        0 or (>= 0.0005 and < 9999.9995) => value.ToString("0.000", provider),
        >= 9999.9995 and < 1e15 => value.ToString("#,##0.00", provider),
        _ => Written(value, digits: 3, leastDecimals: 0, provider),
    };

    /// <summary>The same with its sign.</summary>
    public static string Signed(double value, IFormatProvider provider) => (value > 0 ? "+" : "") + Answer(value, provider);

    private static string Written(double value, int digits, int leastDecimals, IFormatProvider provider)
    {
        if (value == 0 || !double.IsFinite(value))
            return value.ToString(provider);

        // The exponent after rounding, read off the number as it is written.
        string scientific = value.ToString(string.Create(CultureInfo.InvariantCulture, $"E{digits - 1}"), CultureInfo.InvariantCulture);
        int exponent = int.Parse(scientific.AsSpan(scientific.IndexOf('E') + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        if (exponent is < SmallestExponent or > LargestExponent)
            return value.ToString(string.Create(CultureInfo.InvariantCulture, $"G{digits}"), provider);
        int decimals = Math.Max(digits - 1 - exponent, leastDecimals);
        return value.ToString((exponent >= 4 ? "#,##0" : "0") + (decimals > 0 ? "." + new string('#', decimals) : ""), provider);
    }
}
