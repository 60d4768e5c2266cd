using System.Globalization;
using System.Numerics;
using TypedExplain.Json;

namespace TypedExplain.Summaries.Json;

/// <summary>
/// An exact sum as text: a whole number in hexadecimal digits and, after a "p", the power of 2 that it is multiplied by, such as
/// "3p-1" for 1.5. "infinite" for one that is too large.
/// </summary>
internal static class ExactSumText
{
    private const string Infinite = "infinite";
    private const int MostDigits = 700;

    /// <summary>The text.</summary>
    public static string Of(in ExactSum sum)
    {
        if (sum.IsInfinite)
            return Infinite;
        BigInteger units = sum.InUnits();
        if (units.IsZero)
            return "0";
        int zeros = (int)TrailingZeros(units);
        return string.Create(CultureInfo.InvariantCulture, $"{(units >> zeros).ToString("x", CultureInfo.InvariantCulture).TrimStart('0')}p{zeros - ExactSum.UnitExponent}");
    }

    /// <summary>The sum that a text tells.</summary>
    public static ExactSum Read(JsonPart part)
    {
        string text = part.Text();
        if (text == "0")
            return default;
        if (text == Infinite)
            return ExactSum.Infinite;
        int p = text.IndexOf('p', StringComparison.Ordinal);
        if (p is > 0 and <= MostDigits
            && int.TryParse(text.AsSpan(p + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int power)
            && power + ExactSum.UnitExponent is >= 0 and < ExactSum.MostBits and int zeros
            && BigInteger.TryParse($"0{text[..p]}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out BigInteger digits)
            && digits.GetBitLength() + zeros <= ExactSum.MostBits)
            return ExactSum.OfUnits(digits << zeros);
        throw part.Wrong("an exact sum, such as \"3p-1\" for 1.5");
    }

    private static long TrailingZeros(BigInteger value)
    {
        byte[] bytes = value.ToByteArray(isUnsigned: true);
        int first = Array.FindIndex(bytes, of => of != 0);
        return (8L * first) + BitOperations.TrailingZeroCount(bytes[first]);
    }
}
