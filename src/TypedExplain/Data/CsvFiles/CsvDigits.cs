using System.Globalization;

namespace TypedExplain.Data.CsvFiles;

/// <summary>A number as it is written in decimal digits, without any rounding.</summary>
/// <param name="IsNegative">Whether it is below 0.</param>
/// <param name="Digits">The digits from the first to the last that is not 0; empty for 0.</param>
/// <param name="Exponent">The power of ten that the last of them counts.</param>
/// <param name="Written">How many significant digits were written; zeros at the end count only before the point.</param>
internal readonly record struct CsvDigits(bool IsNegative, string Digits, long Exponent, int Written)
{
    /// <summary>More than any number that a double holds.</summary>
    private const int LargestExponent = 1_000_000;

    /// <summary>Whether it is a whole number.</summary>
    public bool IsWhole => Exponent >= 0;

    public bool IsZero => Digits.Length == 0;

    /// <summary>Takes apart the text of a number: digits with or without a sign, a point and an exponent.</summary>
    public static CsvDigits Of(string number)
    {
        int mark = number.AsSpan().IndexOfAny('e', 'E');
        ReadOnlySpan<char> mantissa = (mark < 0 ? number : number.AsSpan(0, mark)).TrimStart("+-");
        long exponent = mark < 0 ? 0 : Power(number.AsSpan(mark + 1));
        int point = mantissa.IndexOf('.');
        int decimals = point < 0 ? 0 : mantissa.Length - point - 1;
        string digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);

        string whole = decimals == 0 ? digits : digits[..^decimals] + digits[^decimals..].TrimEnd('0');
        string kept = whole.TrimStart('0');
        string significant = kept.TrimEnd('0');
        exponent += digits.Length - whole.Length - decimals + (kept.Length - significant.Length);
        return new(number[0] == '-' && significant.Length > 0, significant, significant.Length == 0 ? 0 : exponent, kept.Length);
    }

    /// <summary>Whether two texts are the same number.</summary>
    public bool IsSame(CsvDigits other) => (IsNegative, Digits, Exponent) == (other.IsNegative, other.Digits, other.Exponent);

    /// <summary>Whether a number, rounded to as many digits as were written, is the one that was written.</summary>
    public bool IsRounded(double value) =>
        IsSame(Of(value.ToString(string.Create(CultureInfo.InvariantCulture, $"E{Math.Max(Written, 1) - 1}"), CultureInfo.InvariantCulture)));

    private static long Power(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long power) ? Math.Clamp(power, -LargestExponent, LargestExponent)
        : text.StartsWith("-") ? -LargestExponent
        : LargestExponent;
}
