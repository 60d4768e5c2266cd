using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Numerics;

/// <summary>
/// Sums over rows of single or double precision that are filled up with zeros to <see cref="Stride{TNumber}"/>: always two
/// vectors of 256 bits side by side, so that the order of additions never changes.
/// </summary>
internal static class NumberOps
{
    /// <summary>The length of a row with its zeros.</summary>
    public static int Stride<TNumber>(int length)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int step = 2 * Vector256<TNumber>.Count;
        return checked(length + step - 1) / step * step;
    }

    /// <summary>The sum of products.</summary>
    public static TNumber Dot<TNumber>(ReadOnlySpan<TNumber> left, ReadOnlySpan<TNumber> right)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        ref TNumber a = ref MemoryMarshal.GetReference(left);
        ref TNumber b = ref MemoryMarshal.GetReference(right);
        nuint lanes = (nuint)Vector256<TNumber>.Count, length = (nuint)Math.Min(left.Length, right.Length);
        Vector256<TNumber> even = default, odd = default;
        for (nuint i = 0; i < length; i += 2 * lanes)
        {
            even = Fma(Vector256.LoadUnsafe(ref a, i), Vector256.LoadUnsafe(ref b, i), even);
            odd = Fma(Vector256.LoadUnsafe(ref a, i + lanes), Vector256.LoadUnsafe(ref b, i + lanes), odd);
        }

        // Halves onto each other, so that the order does not depend on how the hardware splits a vector.
        Vector256<TNumber> sum = even + odd;
        Vector128<TNumber> half = sum.GetLower() + sum.GetUpper();
        TNumber first = half[0] + half[Vector128<TNumber>.Count / 2];
        return Vector128<TNumber>.Count == 2 ? first : first + (half[1] + half[3]);
    }

    /// <summary>target += factor·source, each by one fused operation.</summary>
    public static void AddScaled<TNumber>(TNumber factor, ReadOnlySpan<TNumber> source, Span<TNumber> target)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        ref TNumber from = ref MemoryMarshal.GetReference(source);
        ref TNumber to = ref MemoryMarshal.GetReference(target);
        nuint lanes = (nuint)Vector256<TNumber>.Count, length = (nuint)Math.Min(source.Length, target.Length);
        Vector256<TNumber> factors = Vector256.Create(factor);
        for (nuint i = 0; i < length; i += lanes)
            Fma(factors, Vector256.LoadUnsafe(ref from, i), Vector256.LoadUnsafe(ref to, i)).StoreUnsafe(ref to, i);
    }

    // The tests of the type are constants of the compiled code.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<TNumber> Fma<TNumber>(Vector256<TNumber> left, Vector256<TNumber> right, Vector256<TNumber> sum)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber> => typeof(TNumber) == typeof(float)
            ? Vector256.FusedMultiplyAdd(left.AsSingle(), right.AsSingle(), sum.AsSingle()).As<float, TNumber>()
            : Vector256.FusedMultiplyAdd(left.AsDouble(), right.AsDouble(), sum.AsDouble()).As<double, TNumber>();
}
