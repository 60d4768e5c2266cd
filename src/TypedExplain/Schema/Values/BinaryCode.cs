using System.Numerics;

namespace TypedExplain.Schema.Values;

/// <summary>Positions as binary numbers over columns, the lowest digit first.</summary>
internal static class BinaryCode
{
    /// <summary>How many digits the positions of so many categories need.</summary>
    public static int Digits(int categories) => Math.Max(1, 32 - BitOperations.LeadingZeroCount((uint)(categories - 1)));

    public static void Write(int position, Span<double> digits)
    {
        for (int i = 0; i < digits.Length; i++)
            digits[i] = (position >> i) & 1;
    }

    public static int Read(ReadOnlySpan<double> digits)
    {
        int position = 0;
        for (int i = 0; i < digits.Length; i++)
            position |= (digits[i] >= 0.5 ? 1 : 0) << i;
        return position;
    }
}
