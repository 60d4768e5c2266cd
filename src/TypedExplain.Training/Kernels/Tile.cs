using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Training;

/// <summary>
/// Eight rows by two vectors of a product, held in registers. Every element is one chain of fused operations in the order
/// of the depth, so neither the width of the hardware's vectors nor the blocking can change a bit.
/// </summary>
internal static class Tile<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    public const int Rows = 8;

    public static int Columns => 2 * Vector512<TNumber>.Count;

    /// <summary>Adds depth products of packed panels to a tile, or begins it with them.</summary>
    /// <param name="left">A panel of <see cref="Rows"/> rows, column after column.</param>
    /// <param name="right">A panel of <see cref="Columns"/> columns, row after row.</param>
    /// <param name="depth">How many products each element is the sum of.</param>
    /// <param name="tile">The tile.</param>
    /// <param name="stride">From one row of the tile to the next.</param>
    /// <param name="isSum">Whether the tile holds a sum already.</param>
    public static void Multiply(ref TNumber left, ref TNumber right, int depth, ref TNumber tile, int stride, bool isSum)
    {
        if (Vector512.IsHardwareAccelerated)
        {
            Multiply512(ref left, ref right, depth, ref tile, (nuint)stride, isSum);
            return;
        }

        MultiplyByQuarters(ref left, ref right, depth, ref tile, stride, isSum);
    }

    /// <summary>The same for processors with sixteen registers of half the width.</summary>
    public static void MultiplyByQuarters(ref TNumber left, ref TNumber right, int depth, ref TNumber tile, int stride, bool isSum)
    {
        for (int row = 0; row < Rows; row += 4)
        {
            for (int column = 0; column < Columns; column += 2 * Vector256<TNumber>.Count)
                Multiply256(ref Unsafe.Add(ref left, row), ref Unsafe.Add(ref right, column), depth, ref Unsafe.Add(ref tile, (row * stride) + column), (nuint)stride, isSum);
        }
    }

    /// <summary>The same for processors with thirty-two registers of the full width.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Multiply512(ref TNumber a, ref TNumber b, int depth, ref TNumber c, nuint stride, bool isSum)
    {
        nuint lanes = (nuint)Vector512<TNumber>.Count;
        Vector512<TNumber> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        Vector512<TNumber> c40 = default, c41 = default, c50 = default, c51 = default, c60 = default, c61 = default, c70 = default, c71 = default;
        if (isSum)
        {
            (c00, c01) = (Vector512.LoadUnsafe(ref c), Vector512.LoadUnsafe(ref c, lanes));
            (c10, c11) = (Vector512.LoadUnsafe(ref c, stride), Vector512.LoadUnsafe(ref c, stride + lanes));
            (c20, c21) = (Vector512.LoadUnsafe(ref c, 2 * stride), Vector512.LoadUnsafe(ref c, (2 * stride) + lanes));
            (c30, c31) = (Vector512.LoadUnsafe(ref c, 3 * stride), Vector512.LoadUnsafe(ref c, (3 * stride) + lanes));
            (c40, c41) = (Vector512.LoadUnsafe(ref c, 4 * stride), Vector512.LoadUnsafe(ref c, (4 * stride) + lanes));
            (c50, c51) = (Vector512.LoadUnsafe(ref c, 5 * stride), Vector512.LoadUnsafe(ref c, (5 * stride) + lanes));
            (c60, c61) = (Vector512.LoadUnsafe(ref c, 6 * stride), Vector512.LoadUnsafe(ref c, (6 * stride) + lanes));
            (c70, c71) = (Vector512.LoadUnsafe(ref c, 7 * stride), Vector512.LoadUnsafe(ref c, (7 * stride) + lanes));
        }

        for (int k = 0; k < depth; k++)
        {
            Vector512<TNumber> b0 = Vector512.LoadUnsafe(ref b), b1 = Vector512.LoadUnsafe(ref b, lanes);
            Vector512<TNumber> x = Vector512.Create(a);
            (c00, c01) = (Lanes.Fma(x, b0, c00), Lanes.Fma(x, b1, c01));
            x = Vector512.Create(Unsafe.Add(ref a, 1));
            (c10, c11) = (Lanes.Fma(x, b0, c10), Lanes.Fma(x, b1, c11));
            x = Vector512.Create(Unsafe.Add(ref a, 2));
            (c20, c21) = (Lanes.Fma(x, b0, c20), Lanes.Fma(x, b1, c21));
            x = Vector512.Create(Unsafe.Add(ref a, 3));
            (c30, c31) = (Lanes.Fma(x, b0, c30), Lanes.Fma(x, b1, c31));
            x = Vector512.Create(Unsafe.Add(ref a, 4));
            (c40, c41) = (Lanes.Fma(x, b0, c40), Lanes.Fma(x, b1, c41));
            x = Vector512.Create(Unsafe.Add(ref a, 5));
            (c50, c51) = (Lanes.Fma(x, b0, c50), Lanes.Fma(x, b1, c51));
            x = Vector512.Create(Unsafe.Add(ref a, 6));
            (c60, c61) = (Lanes.Fma(x, b0, c60), Lanes.Fma(x, b1, c61));
            x = Vector512.Create(Unsafe.Add(ref a, 7));
            (c70, c71) = (Lanes.Fma(x, b0, c70), Lanes.Fma(x, b1, c71));
            a = ref Unsafe.Add(ref a, Rows);
            b = ref Unsafe.Add(ref b, 2 * lanes);
        }

        c00.StoreUnsafe(ref c);
        c01.StoreUnsafe(ref c, lanes);
        c10.StoreUnsafe(ref c, stride);
        c11.StoreUnsafe(ref c, stride + lanes);
        c20.StoreUnsafe(ref c, 2 * stride);
        c21.StoreUnsafe(ref c, (2 * stride) + lanes);
        c30.StoreUnsafe(ref c, 3 * stride);
        c31.StoreUnsafe(ref c, (3 * stride) + lanes);
        c40.StoreUnsafe(ref c, 4 * stride);
        c41.StoreUnsafe(ref c, (4 * stride) + lanes);
        c50.StoreUnsafe(ref c, 5 * stride);
        c51.StoreUnsafe(ref c, (5 * stride) + lanes);
        c60.StoreUnsafe(ref c, 6 * stride);
        c61.StoreUnsafe(ref c, (6 * stride) + lanes);
        c70.StoreUnsafe(ref c, 7 * stride);
        c71.StoreUnsafe(ref c, (7 * stride) + lanes);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Multiply256(ref TNumber a, ref TNumber b, int depth, ref TNumber c, nuint stride, bool isSum)
    {
        nuint lanes = (nuint)Vector256<TNumber>.Count;
        Vector256<TNumber> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        if (isSum)
        {
            (c00, c01) = (Vector256.LoadUnsafe(ref c), Vector256.LoadUnsafe(ref c, lanes));
            (c10, c11) = (Vector256.LoadUnsafe(ref c, stride), Vector256.LoadUnsafe(ref c, stride + lanes));
            (c20, c21) = (Vector256.LoadUnsafe(ref c, 2 * stride), Vector256.LoadUnsafe(ref c, (2 * stride) + lanes));
            (c30, c31) = (Vector256.LoadUnsafe(ref c, 3 * stride), Vector256.LoadUnsafe(ref c, (3 * stride) + lanes));
        }

        for (int k = 0; k < depth; k++)
        {
            Vector256<TNumber> b0 = Vector256.LoadUnsafe(ref b), b1 = Vector256.LoadUnsafe(ref b, lanes);
            Vector256<TNumber> x = Vector256.Create(a);
            (c00, c01) = (Lanes.Fma(x, b0, c00), Lanes.Fma(x, b1, c01));
            x = Vector256.Create(Unsafe.Add(ref a, 1));
            (c10, c11) = (Lanes.Fma(x, b0, c10), Lanes.Fma(x, b1, c11));
            x = Vector256.Create(Unsafe.Add(ref a, 2));
            (c20, c21) = (Lanes.Fma(x, b0, c20), Lanes.Fma(x, b1, c21));
            x = Vector256.Create(Unsafe.Add(ref a, 3));
            (c30, c31) = (Lanes.Fma(x, b0, c30), Lanes.Fma(x, b1, c31));
            a = ref Unsafe.Add(ref a, Rows);
            b = ref Unsafe.Add(ref b, 4 * lanes);
        }

        c00.StoreUnsafe(ref c);
        c01.StoreUnsafe(ref c, lanes);
        c10.StoreUnsafe(ref c, stride);
        c11.StoreUnsafe(ref c, stride + lanes);
        c20.StoreUnsafe(ref c, 2 * stride);
        c21.StoreUnsafe(ref c, (2 * stride) + lanes);
        c30.StoreUnsafe(ref c, 3 * stride);
        c31.StoreUnsafe(ref c, (3 * stride) + lanes);
    }
}
