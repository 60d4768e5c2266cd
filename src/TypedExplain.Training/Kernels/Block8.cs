using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedExplain.Training.Kernels;

/// <summary>Copies of eight numbers, and of squares of eight by eight.</summary>
internal static class Block8<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    public const int Side = 8;

    /// <summary>Whether <see cref="Transpose8x8"/> has instructions for these numbers here.</summary>
    public static bool CanTranspose => Avx.IsSupported && typeof(TNumber) == typeof(float);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Copy(ref TNumber from, ref TNumber to)
    {
        Vector256.LoadUnsafe(ref from).StoreUnsafe(ref to);
        if (Vector256<TNumber>.Count < Side)
            Vector256.LoadUnsafe(ref from, (nuint)Vector256<TNumber>.Count).StoreUnsafe(ref to, (nuint)Vector256<TNumber>.Count);
    }

    /// <summary>Transposes an 8×8 block: interleaves pairs, then quarters, then halves.</summary>
    public static void Transpose8x8(ReadOnlySpan<TNumber> from, int fromStride, Span<TNumber> to, int toStride)
    {
        _ = (from[((Side - 1) * fromStride) + Side - 1], to[((Side - 1) * toStride) + Side - 1]);
        ref float read = ref Unsafe.As<TNumber, float>(ref MemoryMarshal.GetReference(from));
        ref float write = ref Unsafe.As<TNumber, float>(ref MemoryMarshal.GetReference(to));
        nuint s = (nuint)fromStride, t = (nuint)toStride;
        (Vector256<float> a0, Vector256<float> a1, Vector256<float> a2, Vector256<float> a3) = Quarters(
            Vector256.LoadUnsafe(ref read), Vector256.LoadUnsafe(ref read, s), Vector256.LoadUnsafe(ref read, 2 * s), Vector256.LoadUnsafe(ref read, 3 * s));
        (Vector256<float> b0, Vector256<float> b1, Vector256<float> b2, Vector256<float> b3) = Quarters(
            Vector256.LoadUnsafe(ref read, 4 * s), Vector256.LoadUnsafe(ref read, 5 * s), Vector256.LoadUnsafe(ref read, 6 * s), Vector256.LoadUnsafe(ref read, 7 * s));
        const byte Lower = 0x20, Upper = 0x31;
        Avx.Permute2x128(a0, b0, Lower).StoreUnsafe(ref write);
        Avx.Permute2x128(a1, b1, Lower).StoreUnsafe(ref write, t);
        Avx.Permute2x128(a2, b2, Lower).StoreUnsafe(ref write, 2 * t);
        Avx.Permute2x128(a3, b3, Lower).StoreUnsafe(ref write, 3 * t);
        Avx.Permute2x128(a0, b0, Upper).StoreUnsafe(ref write, 4 * t);
        Avx.Permute2x128(a1, b1, Upper).StoreUnsafe(ref write, 5 * t);
        Avx.Permute2x128(a2, b2, Upper).StoreUnsafe(ref write, 6 * t);
        Avx.Permute2x128(a3, b3, Upper).StoreUnsafe(ref write, 7 * t);
    }

    /// <summary>The same for a square of four by four.</summary>
    public static void TurnFour(ReadOnlySpan<TNumber> from, int fromStride, Span<TNumber> to, int toStride)
    {
        const int Last = (Side / 2) - 1;
        _ = (from[(Last * fromStride) + Last], to[(Last * toStride) + Last]);
        ref float read = ref Unsafe.As<TNumber, float>(ref MemoryMarshal.GetReference(from));
        ref float write = ref Unsafe.As<TNumber, float>(ref MemoryMarshal.GetReference(to));
        nuint s = (nuint)fromStride, t = (nuint)toStride;
        Vector128<float> r0 = Vector128.LoadUnsafe(ref read), r1 = Vector128.LoadUnsafe(ref read, s), r2 = Vector128.LoadUnsafe(ref read, 2 * s), r3 = Vector128.LoadUnsafe(ref read, 3 * s);
        Vector128<float> low01 = Sse.UnpackLow(r0, r1), high01 = Sse.UnpackHigh(r0, r1), low23 = Sse.UnpackLow(r2, r3), high23 = Sse.UnpackHigh(r2, r3);
        Sse.MoveLowToHigh(low01, low23).StoreUnsafe(ref write);
        Sse.MoveHighToLow(low23, low01).StoreUnsafe(ref write, t);
        Sse.MoveLowToHigh(high01, high23).StoreUnsafe(ref write, 2 * t);
        Sse.MoveHighToLow(high23, high01).StoreUnsafe(ref write, 3 * t);
    }

    /// <summary>Of four rows: in each half of result i the numbers i of that half's columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<float> First, Vector256<float> Second, Vector256<float> Third, Vector256<float> Fourth) Quarters(Vector256<float> r0, Vector256<float> r1, Vector256<float> r2, Vector256<float> r3)
    {
        const byte Low = 0x44, High = 0xEE;
        Vector256<float> low01 = Avx.UnpackLow(r0, r1), high01 = Avx.UnpackHigh(r0, r1), low23 = Avx.UnpackLow(r2, r3), high23 = Avx.UnpackHigh(r2, r3);
        return (Avx.Shuffle(low01, low23, Low), Avx.Shuffle(low01, low23, High), Avx.Shuffle(high01, high23, Low), Avx.Shuffle(high01, high23, High));
    }
}
