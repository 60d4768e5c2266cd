using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Numerics;

/// <summary>
/// Elementary functions, element by element, from additions, products and fused products alone: the same bits on
/// every processor and with every instruction set. The platform's own functions may differ in the last bit.
/// </summary>
internal static class VectorMath
{
    private const double RoundingBias = 6755399441055744.0; // 1.5·2^52: adding it leaves a whole number in the low bits
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double SquareRootOfHalf = 0.70710678118654752440;
    private const ulong MantissaMask = 0x000F_FFFF_FFFF_FFFF;
    private const ulong OneBits = 0x3FF0_0000_0000_0000;

    /// <summary>e to the x. Below the smallest subnormal 0, above the largest double infinity; NaN stays NaN.</summary>
    public static Vector512<double> Exp(Vector512<double> x)
    {
        Vector512<double> bounded = Vector512.Max(Vector512.Create(-800.0), Vector512.Min(Vector512.Create(800.0), x));
        Vector512<double> bias = Vector512.Create(RoundingBias);
        Vector512<double> shifted = Vector512.FusedMultiplyAdd(bounded, Vector512.Create(1.4426950408889634074), bias);
        Vector512<double> k = shifted - bias;
        Vector512<double> r = Vector512.FusedMultiplyAdd(k, Vector512.Create(-Ln2High), bounded);
        r = Vector512.FusedMultiplyAdd(k, Vector512.Create(-Ln2Low), r);

        // |r| ≤ ln(2)/2: the Taylor polynomial of degree 13 is exact to the last bit or so.
        Vector512<double> p = Vector512.Create(1.0 / 6227020800);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 479001600));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 39916800));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 3628800));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 362880));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 40320));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 5040));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 720));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 120));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 24));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0 / 6));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(0.5));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.0));

        // 2^k in two factors, so that results among the subnormals are rounded once and none overflows on the way.
        Vector512<long> exponent = shifted.AsInt64() - bias.AsInt64();
        Vector512<long> half = exponent >> 1;
        Vector512<double> scaled = p * PowerOfTwo(half) * PowerOfTwo(exponent - half);
        return Vector512.ConditionalSelect(Vector512.Equals(x, x), scaled, x);
    }

    /// <summary>The natural logarithm of a positive, normal number.</summary>
    public static Vector512<double> Log(Vector512<double> x)
    {
        Vector512<ulong> bits = x.AsUInt64();
        Vector512<double> mantissa = ((bits & Vector512.Create(MantissaMask)) | Vector512.Create(OneBits)).AsDouble();
        Vector512<double> exponent = ToDouble((bits >> 52).AsInt64()) - Vector512.Create(1023.0);

        // m in [√½, √2): log m = 2·artanh(f), f = (m−1)/(m+1), |f| ≤ 0.172.
        Vector512<double> large = Vector512.GreaterThanOrEqual(mantissa, Vector512.Create(2 * SquareRootOfHalf));
        Vector512<double> m = Vector512.ConditionalSelect(large, mantissa * Vector512.Create(0.5), mantissa);
        exponent = Vector512.ConditionalSelect(large, exponent + Vector512.Create(1.0), exponent);
        Vector512<double> f = (m - Vector512.Create(1.0)) / (m + Vector512.Create(1.0));
        Vector512<double> square = f * f;
        Vector512<double> p = Vector512.Create(2.0 / 21);
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(2.0 / 19));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(2.0 / 17));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(2.0 / 15));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(2.0 / 13));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(2.0 / 11));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(2.0 / 9));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(2.0 / 7));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(2.0 / 5));
        p = Vector512.FusedMultiplyAdd(p, square, Vector512.Create(2.0 / 3));
        p = Vector512.FusedMultiplyAdd(p * square, f, Vector512.FusedMultiplyAdd(exponent, Vector512.Create(Ln2Low), f + f));
        return Vector512.FusedMultiplyAdd(exponent, Vector512.Create(Ln2High), p);
    }

    /// <summary>Sine and cosine of <paramref name="turns"/> whole turns, for turns in [0, 1].</summary>
    public static (Vector512<double> Sine, Vector512<double> Cosine) SinCosOfTurns(Vector512<double> turns)
    {
        Vector512<double> bias = Vector512.Create(RoundingBias);
        Vector512<double> shifted = Vector512.FusedMultiplyAdd(turns, Vector512.Create(4.0), bias);
        Vector512<double> quarters = shifted - bias;

        // The nearest quarter turn is taken off exactly; what is left is at most an eighth of a turn.
        Vector512<double> angle = Vector512.FusedMultiplyAdd(quarters, Vector512.Create(-0.25), turns) * Vector512.Create(2 * Math.PI);
        Vector512<double> square = angle * angle;

        Vector512<double> s = Vector512.Create(1.0 / 355687428096000);
        s = Vector512.FusedMultiplyAdd(s, square, Vector512.Create(-1.0 / 1307674368000));
        s = Vector512.FusedMultiplyAdd(s, square, Vector512.Create(1.0 / 6227020800));
        s = Vector512.FusedMultiplyAdd(s, square, Vector512.Create(-1.0 / 39916800));
        s = Vector512.FusedMultiplyAdd(s, square, Vector512.Create(1.0 / 362880));
        s = Vector512.FusedMultiplyAdd(s, square, Vector512.Create(-1.0 / 5040));
        s = Vector512.FusedMultiplyAdd(s, square, Vector512.Create(1.0 / 120));
        s = Vector512.FusedMultiplyAdd(s, square, Vector512.Create(-1.0 / 6));
        Vector512<double> sine = Vector512.FusedMultiplyAdd(s * square, angle, angle);

        Vector512<double> c = Vector512.Create(-1.0 / 6402373705728000);
        c = Vector512.FusedMultiplyAdd(c, square, Vector512.Create(1.0 / 20922789888000));
        c = Vector512.FusedMultiplyAdd(c, square, Vector512.Create(-1.0 / 87178291200));
        c = Vector512.FusedMultiplyAdd(c, square, Vector512.Create(1.0 / 479001600));
        c = Vector512.FusedMultiplyAdd(c, square, Vector512.Create(-1.0 / 3628800));
        c = Vector512.FusedMultiplyAdd(c, square, Vector512.Create(1.0 / 40320));
        c = Vector512.FusedMultiplyAdd(c, square, Vector512.Create(-1.0 / 720));
        c = Vector512.FusedMultiplyAdd(c, square, Vector512.Create(1.0 / 24));
        c = Vector512.FusedMultiplyAdd(c, square, Vector512.Create(-0.5));
        Vector512<double> cosine = Vector512.FusedMultiplyAdd(c, square, Vector512.Create(1.0));

        // Quarter q turns (cos, sin) by 90°·q: odd quarters swap them, the second and third flip signs.
        Vector512<long> quarter = shifted.AsInt64() - bias.AsInt64();
        Vector512<double> odd = (Vector512<long>.Zero - (quarter & Vector512<long>.One)).AsDouble();
        Vector512<double> sineSign = ((quarter & Vector512.Create(2L)) << 62).AsDouble();
        Vector512<double> cosineSign = (((quarter + Vector512<long>.One) & Vector512.Create(2L)) << 62).AsDouble();
        return (Vector512.ConditionalSelect(odd, cosine, sine) ^ sineSign, Vector512.ConditionalSelect(odd, sine, cosine) ^ cosineSign);
    }

    /// <summary>e to the x of one number, with the bits of the vector form.</summary>
    public static double Exp(double x) => Exp(Vector512.Create(x)).ToScalar();

    /// <summary>The natural logarithm of one positive, normal number, with the bits of the vector form.</summary>
    public static double Log(double x) => Log(Vector512.Create(x)).ToScalar();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> PowerOfTwo(Vector512<long> exponent) =>
        ((exponent + Vector512.Create(1023L)) << 52).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> ToDouble(Vector512<long> small)
    {
        Vector512<double> bias = Vector512.Create(RoundingBias);
        return (small + bias.AsInt64()).AsDouble() - bias;
    }
}
