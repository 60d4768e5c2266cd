using System.Numerics;

namespace TypedExplain.Summaries;

/// <summary>Quotients of whole numbers as doubles.</summary>
internal static class ExactRatio
{
    private const int Precision = 53;
    private const int LeastExponent = -1022;

    /// <summary>The double nearest to a quotient; half way between two the even one.</summary>
    /// <param name="numerator">The numerator.</param>
    /// <param name="denominator">The denominator, above 0.</param>
    /// <param name="scale">The power of two that the quotient is multiplied with.</param>
    public static double Round(BigInteger numerator, BigInteger denominator, int scale)
    {
        if (numerator.IsZero)
            return 0;
        BigInteger magnitude = BigInteger.Abs(numerator);

        // Two bits more than needed, and a last one that tells whether anything follows.
        int shift = Precision + 3 - (int)(magnitude.GetBitLength() - denominator.GetBitLength());
        BigInteger quotient = BigInteger.DivRem(shift > 0 ? magnitude << shift : magnitude, shift < 0 ? denominator << -shift : denominator, out BigInteger rest);
        ulong bits = (ulong)quotient;
        int exponent = scale - shift, leading = 63 - BitOperations.LeadingZeroCount(bits) + exponent;
        int kept = Math.Min(Precision, Precision - (LeastExponent - leading));
        int dropped = leading - exponent + 1 - kept;
        if (kept < 0)
            return 0;
        ulong half = 1UL << (dropped - 1), whole = dropped == 64 ? 0 : bits >> dropped, tail = bits & ((half << 1) - 1);
        bool isUp = tail > half || (tail == half && (!rest.IsZero || (whole & 1) == 1));
        double value = Math.ScaleB((double)(whole + (isUp ? 1UL : 0)), exponent + dropped);
        return numerator.Sign < 0 ? -value : value;
    }
}
