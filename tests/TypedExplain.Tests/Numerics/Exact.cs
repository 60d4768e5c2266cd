using System.Numerics;

namespace TypedExplain.Tests.Numerics;

/// <summary>Elementary functions to 80 digits, in fixed-point numbers with 270 binary places.</summary>
internal static class Exact
{
    private const int Places = 270;

    private static readonly BigInteger s_one = BigInteger.One << Places;
    private static readonly BigInteger s_ln2 = 2 * Artanh(s_one / 3);
    private static readonly BigInteger s_turn = 8 * ((4 * Arctan(5)) - Arctan(239));

    /// <summary>e to the x as a multiple of a power of 2.</summary>
    public static (BigInteger Fraction, int Exponent) Exp(double x)
    {
        BigInteger value = Of(x);
        int exponent = (int)Math.Round(x / Math.Log(2));
        return (Series(value - (exponent * s_ln2), alternating: false, first: 0, step: 1), exponent);
    }

    /// <summary>The natural logarithm of a positive, normal number.</summary>
    public static BigInteger Log(double x)
    {
        int exponent = Math.ILogB(x);
        BigInteger mantissa = Of(Math.ScaleB(x, -exponent));
        return (exponent * s_ln2) + (2 * Artanh(((mantissa - s_one) << Places) / (mantissa + s_one)));
    }

    /// <summary>Sine and cosine of whole turns.</summary>
    public static (BigInteger Sine, BigInteger Cosine) SinCosOfTurns(double turns)
    {
        BigInteger angle = Times(Of(turns), s_turn);
        return (Series(angle, alternating: true, first: 1, step: 2), Series(angle, alternating: true, first: 0, step: 2));
    }

    /// <summary>How far a number is from an exact one times 2 to an exponent, in units of the number's last place.</summary>
    public static double Ulps(double value, BigInteger exact, int exponent = 0)
    {
        double scaled = Math.ScaleB(value, -exponent);
        double place = Math.BitIncrement(Math.Abs(scaled)) - Math.Abs(scaled);
        return (double)BigInteger.Abs(Of(scaled) - exact) / (double)Of(place);
    }

    private static BigInteger Of(double value)
    {
        int exponent = value == 0 ? 0 : Math.ILogB(value) - 52;
        BigInteger mantissa = (BigInteger)Math.ScaleB(value, -exponent);
        return Places + exponent >= 0 ? mantissa << (Places + exponent) : mantissa >> -(Places + exponent);
    }

    private static BigInteger Times(BigInteger left, BigInteger right) => (left * right) >> Places;

    /// <summary>The terms xⁿ/n! from a first n on, with a step.</summary>
    private static BigInteger Series(BigInteger x, bool alternating, int first, int step)
    {
        BigInteger term = first == 0 ? s_one : x, sum = term;
        for (int n = first; !term.IsZero && n < 500; n += step)
        {
            for (int i = 1; i <= step; i++)
                term = Times(term, x) / (n + i);
            term = alternating ? -term : term;
            sum += term;
        }

        return sum;
    }

    private static BigInteger Artanh(BigInteger x)
    {
        BigInteger power = x, square = Times(x, x), sum = x;
        for (int n = 3; !BigInteger.Abs(power).IsOne && !power.IsZero && n < 1000; n += 2)
        {
            power = Times(power, square);
            sum += power / n;
        }

        return sum;
    }

    private static BigInteger Arctan(int reciprocal)
    {
        BigInteger power = s_one / reciprocal, sum = power;
        for (int n = 3; !power.IsZero; n += 2)
        {
            power /= -(reciprocal * reciprocal);
            sum += power / n;
        }

        return sum;
    }
}
