using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Training.Kernels;

/// <summary>
/// Vector operations that the platform has for float and for double but not for a type parameter. The tests of the type
/// are constants of the compiled code.
/// </summary>
internal static class Lanes
{
    /// <summary>left·right + sum, rounded once in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<TNumber> Fma<TNumber>(Vector512<TNumber> left, Vector512<TNumber> right, Vector512<TNumber> sum)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber> => typeof(TNumber) == typeof(float)
            ? Vector512.FusedMultiplyAdd(left.AsSingle(), right.AsSingle(), sum.AsSingle()).As<float, TNumber>()
            : Vector512.FusedMultiplyAdd(left.AsDouble(), right.AsDouble(), sum.AsDouble()).As<double, TNumber>();

    /// <summary>left·right + sum, rounded once in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<TNumber> Fma<TNumber>(Vector256<TNumber> left, Vector256<TNumber> right, Vector256<TNumber> sum)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber> => typeof(TNumber) == typeof(float)
            ? Vector256.FusedMultiplyAdd(left.AsSingle(), right.AsSingle(), sum.AsSingle()).As<float, TNumber>()
            : Vector256.FusedMultiplyAdd(left.AsDouble(), right.AsDouble(), sum.AsDouble()).As<double, TNumber>();

    /// <summary>left·right + sum, rounded once in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector128<TNumber> Fma<TNumber>(Vector128<TNumber> left, Vector128<TNumber> right, Vector128<TNumber> sum)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber> => typeof(TNumber) == typeof(float)
            ? Vector128.FusedMultiplyAdd(left.AsSingle(), right.AsSingle(), sum.AsSingle()).As<float, TNumber>()
            : Vector128.FusedMultiplyAdd(left.AsDouble(), right.AsDouble(), sum.AsDouble()).As<double, TNumber>();

    /// <summary>The sum of the lanes of two registers: halves onto each other, so that the order does not depend on the hardware.</summary>
    public static TNumber Sum<TNumber>(Vector256<TNumber> lower, Vector256<TNumber> upper)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        Vector256<TNumber> half = lower + upper;
        Vector128<TNumber> quarter = half.GetLower() + half.GetUpper();
        TNumber first = quarter[0] + quarter[Vector128<TNumber>.Count / 2];
        return Vector128<TNumber>.Count == 2 ? first : first + (quarter[1] + quarter[3]);
    }
}
