using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedExplain.Numerics.Lanes;

namespace TypedExplain.Numerics;

/// <summary>
/// Elementary functions, element by element, from additions, products and fused products only: the same bits on
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
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Exp<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes bounded = TLanes.Max(TLanes.Of(-800.0), TLanes.Min(TLanes.Of(800.0), x));
        TLanes bias = TLanes.Of(RoundingBias);
        TLanes shifted = TLanes.Fma(bounded, TLanes.Of(1.4426950408889634074), bias);
        TLanes k = shifted - bias;
        TLanes r = TLanes.Fma(k, TLanes.Of(-Ln2High), bounded);
        r = TLanes.Fma(k, TLanes.Of(-Ln2Low), r);

        // |r| ≤ ln(2)/2: the Taylor polynomial of degree 13 is exact to the last bit or so.
        TLanes p = TLanes.Of(1.0 / 6227020800);
        p = TLanes.Fma(p, r, TLanes.Of(1.0 / 479001600));
        p = TLanes.Fma(p, r, TLanes.Of(1.0 / 39916800));
        p = TLanes.Fma(p, r, TLanes.Of(1.0 / 3628800));
        p = TLanes.Fma(p, r, TLanes.Of(1.0 / 362880));
        p = TLanes.Fma(p, r, TLanes.Of(1.0 / 40320));
        p = TLanes.Fma(p, r, TLanes.Of(1.0 / 5040));
        p = TLanes.Fma(p, r, TLanes.Of(1.0 / 720));
        p = TLanes.Fma(p, r, TLanes.Of(1.0 / 120));
        p = TLanes.Fma(p, r, TLanes.Of(1.0 / 24));
        p = TLanes.Fma(p, r, TLanes.Of(1.0 / 6));
        p = TLanes.Fma(p, r, TLanes.Of(0.5));
        p = TLanes.Fma(p, r, TLanes.Of(1.0));
        p = TLanes.Fma(p, r, TLanes.Of(1.0));

        // 2^k in two factors, so that results among the subnormals are rounded once and none overflows on the way.
        TLanes exponent = TLanes.SubtractBits(shifted, bias);
        TLanes half = exponent >> 1;
        TLanes scaled = p * PowerOfTwo(half) * PowerOfTwo(TLanes.SubtractBits(exponent, half));
        return TLanes.Select(TLanes.IsNumber(x), scaled, x);
    }

    /// <summary>The natural logarithm of a positive, normal number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TLanes Log<TLanes>(TLanes x)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes mantissa = (x & TLanes.OfBits(MantissaMask)) | TLanes.OfBits(OneBits);
        TLanes exponent = ToDouble(x >>> 52) - TLanes.Of(1023.0);

        // m in [√½, √2): log m = 2·artanh(f), f = (m−1)/(m+1), |f| ≤ 0.172.
        TLanes large = TLanes.IsAtLeast(mantissa, TLanes.Of(2 * SquareRootOfHalf));
        TLanes m = TLanes.Select(large, mantissa * TLanes.Of(0.5), mantissa);
        exponent = TLanes.Select(large, exponent + TLanes.Of(1.0), exponent);
        TLanes f = (m - TLanes.Of(1.0)) / (m + TLanes.Of(1.0));
        TLanes square = f * f;
        TLanes p = TLanes.Of(2.0 / 21);
        p = TLanes.Fma(p, square, TLanes.Of(2.0 / 19));
        p = TLanes.Fma(p, square, TLanes.Of(2.0 / 17));
        p = TLanes.Fma(p, square, TLanes.Of(2.0 / 15));
        p = TLanes.Fma(p, square, TLanes.Of(2.0 / 13));
        p = TLanes.Fma(p, square, TLanes.Of(2.0 / 11));
        p = TLanes.Fma(p, square, TLanes.Of(2.0 / 9));
        p = TLanes.Fma(p, square, TLanes.Of(2.0 / 7));
        p = TLanes.Fma(p, square, TLanes.Of(2.0 / 5));
        p = TLanes.Fma(p, square, TLanes.Of(2.0 / 3));
        p = TLanes.Fma(p * square, f, TLanes.Fma(exponent, TLanes.Of(Ln2Low), f + f));
        return TLanes.Fma(exponent, TLanes.Of(Ln2High), p);
    }

    /// <summary>Sine and cosine of <paramref name="turns"/> whole turns, for turns in [0, 1].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (TLanes Sine, TLanes Cosine) SinCosOfTurns<TLanes>(TLanes turns)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes bias = TLanes.Of(RoundingBias);
        TLanes shifted = TLanes.Fma(turns, TLanes.Of(4.0), bias);
        TLanes quarters = shifted - bias;

        // The nearest quarter turn is taken off exactly; what is left is at most an eighth of a turn.
        TLanes angle = TLanes.Fma(quarters, TLanes.Of(-0.25), turns) * TLanes.Of(2 * Math.PI);
        TLanes square = angle * angle;

        TLanes s = TLanes.Of(1.0 / 355687428096000);
        s = TLanes.Fma(s, square, TLanes.Of(-1.0 / 1307674368000));
        s = TLanes.Fma(s, square, TLanes.Of(1.0 / 6227020800));
        s = TLanes.Fma(s, square, TLanes.Of(-1.0 / 39916800));
        s = TLanes.Fma(s, square, TLanes.Of(1.0 / 362880));
        s = TLanes.Fma(s, square, TLanes.Of(-1.0 / 5040));
        s = TLanes.Fma(s, square, TLanes.Of(1.0 / 120));
        s = TLanes.Fma(s, square, TLanes.Of(-1.0 / 6));
        TLanes sine = TLanes.Fma(s * square, angle, angle);

        TLanes c = TLanes.Of(-1.0 / 6402373705728000);
        c = TLanes.Fma(c, square, TLanes.Of(1.0 / 20922789888000));
        c = TLanes.Fma(c, square, TLanes.Of(-1.0 / 87178291200));
        c = TLanes.Fma(c, square, TLanes.Of(1.0 / 479001600));
        c = TLanes.Fma(c, square, TLanes.Of(-1.0 / 3628800));
        c = TLanes.Fma(c, square, TLanes.Of(1.0 / 40320));
        c = TLanes.Fma(c, square, TLanes.Of(-1.0 / 720));
        c = TLanes.Fma(c, square, TLanes.Of(1.0 / 24));
        c = TLanes.Fma(c, square, TLanes.Of(-0.5));
        TLanes cosine = TLanes.Fma(c, square, TLanes.Of(1.0));

        // Quarter q turns (cos, sin) by 90°·q: odd quarters swap them, the second and third flip signs.
        TLanes quarter = TLanes.SubtractBits(shifted, bias);
        TLanes odd = TLanes.SubtractBits(TLanes.OfBits(0), quarter & TLanes.OfBits(1));
        TLanes sineSign = (quarter & TLanes.OfBits(2)) << 62;
        TLanes cosineSign = (TLanes.AddBits(quarter, TLanes.OfBits(1)) & TLanes.OfBits(2)) << 62;
        return (TLanes.Select(odd, cosine, sine) ^ sineSign, TLanes.Select(odd, sine, cosine) ^ cosineSign);
    }

    /// <summary>e to the x, in eight lanes.</summary>
    public static Vector512<double> Exp(Vector512<double> x) => Vector512.IsHardwareAccelerated
        ? Wide(Exp(new EightLanes(x)))
        : Vector512.Create(Narrow(Exp(new FourLanes(x.GetLower()))), Narrow(Exp(new FourLanes(x.GetUpper()))));

    /// <summary>The natural logarithm of positive, normal numbers, in eight lanes.</summary>
    public static Vector512<double> Log(Vector512<double> x) => Vector512.IsHardwareAccelerated
        ? Wide(Log(new EightLanes(x)))
        : Vector512.Create(Narrow(Log(new FourLanes(x.GetLower()))), Narrow(Log(new FourLanes(x.GetUpper()))));

    /// <summary>Sine and cosine of turns from 0 to 1.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static (double Sine, double Cosine) SinCosOfTurns(double turns)
    {
        (FourLanes sine, FourLanes cosine) = SinCosOfTurns(FourLanes.Of(turns));
        return (Narrow(sine).ToScalar(), Narrow(cosine).ToScalar());
    }

    /// <summary>e to the x of one number, with the bits of the vector form.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Exp(double x) => Narrow(Exp(FourLanes.Of(x))).ToScalar();

    /// <summary>The natural logarithm of one positive, normal number, with the bits of the vector form.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static double Log(double x) => Narrow(Log(FourLanes.Of(x))).ToScalar();

    /// <summary>e to the x of many numbers, in their place.</summary>
    public static void Exp(Span<double> x)
    {
        int done = Vector512.IsHardwareAccelerated ? ExpOfWhole<TwoLanes<EightLanes>>(x) : ExpOfWhole<TwoLanes<FourLanes>>(x);
        for (int i = done; i < x.Length; i++)
            x[i] = Exp(x[i]);
    }

    /// <summary>As many as fill registers; how many those are.</summary>
    /// <remarks>Inlined, the kernel would exceed what the JIT inlines in turn, and become calls.</remarks>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int ExpOfWhole<TLanes>(Span<double> x)
        where TLanes : struct, ILanes<TLanes>
    {
        ref double first = ref MemoryMarshal.GetReference(x);
        int i = 0;
        for (; i <= x.Length - TLanes.Count; i += TLanes.Count)
            TLanes.Store(Exp(TLanes.Load(in first, (nuint)i)), ref first, (nuint)i);
        return i;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Narrow(FourLanes lanes) => Unsafe.BitCast<FourLanes, Vector256<double>>(lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Wide(EightLanes lanes) => Unsafe.BitCast<EightLanes, Vector512<double>>(lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes PowerOfTwo<TLanes>(TLanes exponent)
        where TLanes : struct, ILanes<TLanes> => TLanes.AddBits(exponent, TLanes.OfBits(1023)) << 52;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TLanes ToDouble<TLanes>(TLanes small)
        where TLanes : struct, ILanes<TLanes>
    {
        TLanes bias = TLanes.Of(RoundingBias);
        return TLanes.AddBits(small, bias) - bias;
    }
}
