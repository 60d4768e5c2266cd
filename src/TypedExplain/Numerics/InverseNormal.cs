using System.Numerics;
using System.Runtime.Intrinsics;

namespace TypedExplain.Numerics;

/// <summary>
/// The standard normal distribution turned round (Wichura, 1988, algorithm AS 241): rational functions, one logarithm and a
/// root, right to about 15 digits, with the same bits on every machine.
/// </summary>
internal static class InverseNormal
{
    // Within so much of one half, one rational function is enough.
    private const double Middle = 0.425, MiddleSquared = 0.180625;

    private const int Lanes = 4, Together = 8;

    private static readonly double[] s_middle =
        [2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4, 4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3, 1.3314166789178437745e2, 3.3871328727963666080];

    private static readonly double[] s_underMiddle =
        [5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4, 2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2, 4.2313330701600911252e1, 1];

    private static readonly double[] s_side =
        [7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1, 1.27045825245236838258, 3.64784832476320460504, 5.76949722146069140550, 4.63033784615654529590, 1.42343711074968357734];

    private static readonly double[] s_underSide =
        [1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2, 1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940, 2.05319162663775882187, 1];

    private static readonly double[] s_tail =
        [2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3, 2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580, 5.46378491116411436990, 6.65790464350110377720];

    private static readonly double[] s_underTail =
        [2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5, 7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1, 5.99832206555887937690e-1, 1];

    /// <summary>The number below which a share of the distribution lies.</summary>
    /// <param name="share">The share, above 0 and below 1.</param>
    public static double Of(double share)
    {
        double off = share - 0.5;
        if (Math.Abs(off) <= Middle)
        {
            double squares = MiddleSquared - (off * off);
            return off * Polynomial(s_middle, squares) / Polynomial(s_underMiddle, squares);
        }

        double root = Math.Sqrt(-VectorMath.Log(off < 0 ? share : 1 - share));
        double value = root <= 5
            ? Polynomial(s_side, root - 1.6) / Polynomial(s_underSide, root - 1.6)
            : Polynomial(s_tail, root - 5) / Polynomial(s_underTail, root - 5);
        return off < 0 ? -value : value;
    }

    /// <summary>The same for many shares, in their place; 0 for those that are not above 0 and below 1.</summary>
    public static void Apply(Span<double> shares)
    {
        int i = 0;
        for (; i <= shares.Length - Together; i += Together)
            ApplyTogether(shares.Slice(i, Together));
        for (; i < shares.Length; i++)
            shares[i] = shares[i] is > 0 and < 1 ? Of(shares[i]) : 0;
    }

    /// <summary>What lies in the middle side by side, the rest one by one.</summary>
    private static void ApplyTogether(Span<double> shares)
    {
        Vector256<double> half = Vector256.Create(0.5), inside = Vector256.Create(Middle), bound = Vector256.Create(MiddleSquared);
        Vector256<double> first = Vector256.Create(shares) - half, second = Vector256.Create(shares[Lanes..]) - half;
        Vector256<double> x = bound - (first * first), y = bound - (second * second);
        Vector256<double> over = Vector256.Create(s_middle[0]), under = Vector256.Create(s_underMiddle[0]), otherOver = over, otherUnder = under;
        for (int i = 1; i < s_middle.Length; i++)
        {
            Vector256<double> a = Vector256.Create(s_middle[i]), b = Vector256.Create(s_underMiddle[i]);
            (over, under) = (Vector256.FusedMultiplyAdd(over, x, a), Vector256.FusedMultiplyAdd(under, x, b));
            (otherOver, otherUnder) = (Vector256.FusedMultiplyAdd(otherOver, y, a), Vector256.FusedMultiplyAdd(otherUnder, y, b));
        }

        uint outside = Vector256.GreaterThan(Vector256.Abs(first), inside).ExtractMostSignificantBits() | (Vector256.GreaterThan(Vector256.Abs(second), inside).ExtractMostSignificantBits() << Lanes);
        Span<double> values = stackalloc double[Together];
        (first * over / under).CopyTo(values);
        (second * otherOver / otherUnder).CopyTo(values[Lanes..]);
        for (; outside != 0; outside &= outside - 1)
        {
            int at = BitOperations.TrailingZeroCount(outside);
            values[at] = shares[at] is > 0 and < 1 ? Of(shares[at]) : 0;
        }

        values.CopyTo(shares);
    }

    /// <summary>The share of the distribution below a number, found by halving.</summary>
    public static double Share(double value)
    {
        double low = 0, high = 1;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            if (middle is 0 or 1)
                break;
            if (Of(middle) < value)
                low = middle;
            else
                high = middle;
        }

        return (low + high) / 2;
    }

    private static double Polynomial(double[] coefficients, double x)
    {
        double sum = 0;
        foreach (double coefficient in coefficients)
            sum = Math.FusedMultiplyAdd(sum, x, coefficient);
        return sum;
    }
}
