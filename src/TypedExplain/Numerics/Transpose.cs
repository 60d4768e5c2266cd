using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedExplain.Numerics;

/// <summary>Turns four rows of four numbers into columns, in registers.</summary>
internal static class Transpose
{
    /// <summary>The four columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (Vector256<double> A, Vector256<double> B, Vector256<double> C, Vector256<double> D) Of(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
    {
        Vector256<double> evenAB = Even(a, b), oddAB = Odd(a, b), evenCD = Even(c, d), oddCD = Odd(c, d);
        return (
            Vector256.Create(evenAB.GetLower(), evenCD.GetLower()),
            Vector256.Create(oddAB.GetLower(), oddCD.GetLower()),
            Vector256.Create(evenAB.GetUpper(), evenCD.GetUpper()),
            Vector256.Create(oddAB.GetUpper(), oddCD.GetUpper()));
    }

    /// <summary>The elements 0 and 2 of both, in turn.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Even(Vector256<double> left, Vector256<double> right) => Avx.IsSupported
        ? Avx.UnpackLow(left, right)
        : Vector256.Create(left[0], right[0], left[2], right[2]);

    /// <summary>The elements 1 and 3.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Odd(Vector256<double> left, Vector256<double> right) => Avx.IsSupported
        ? Avx.UnpackHigh(left, right)
        : Vector256.Create(left[1], right[1], left[3], right[3]);
}
