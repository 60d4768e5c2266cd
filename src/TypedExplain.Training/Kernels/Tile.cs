using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Training;

/// <summary>
/// Eight rows by up to two vectors of a product, held in registers. Every element is one chain of fused operations in the
/// order of the depth, so neither the width of the hardware's vectors nor the blocking can change a bit.
/// </summary>
internal static class Tile<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    public const int Rows = 8;

    /// <summary>The widest tile.</summary>
    public static int Columns => 2 * Vector512<TNumber>.Count;

    /// <summary>The width of the panel that begins where so many columns are left: the widest that is not mostly empty.</summary>
    public static int Width(int columns)
    {
        int least = Vector256<TNumber>.Count;
        return columns > 3 * least ? 4 * least : columns > least ? 2 * least : least;
    }

    /// <summary>Adds depth products of panels to a tile, or begins it with them.</summary>
    /// <param name="left">The rows of the left side.</param>
    /// <param name="right">A packed panel, row after row.</param>
    /// <param name="width">Its width, one of <see cref="Width"/>.</param>
    /// <param name="depth">How many products each element is the sum of.</param>
    /// <param name="tile">The tile, with room for eight rows.</param>
    /// <param name="stride">From one row of the tile to the next.</param>
    /// <param name="isSum">Whether the tile holds a sum already.</param>
    public static void Multiply(TileRows<TNumber> left, ref TNumber right, int width, int depth, ref TNumber tile, int stride, bool isSum)
    {
        if (width == Vector256<TNumber>.Count)
            MultiplyEighth(left, ref right, depth, ref tile, (nuint)stride, isSum);
        else if (!Vector512.IsHardwareAccelerated)
            MultiplyByQuarters(left, ref right, width, depth, ref tile, stride, isSum);
        else if (width == Columns)
            Multiply512(left, ref right, depth, ref tile, (nuint)stride, isSum);
        else
            MultiplyHalf512(left, ref right, depth, ref tile, (nuint)stride, isSum);
    }

    /// <summary>The same for processors with sixteen registers of half the width.</summary>
    public static void MultiplyByQuarters(TileRows<TNumber> left, ref TNumber right, int width, int depth, ref TNumber tile, int stride, bool isSum)
    {
        for (int row = 0; row < left.Height; row += 4)
        {
            for (int column = 0; column < width; column += 2 * Vector256<TNumber>.Count)
                Multiply256(left.From(row), ref Unsafe.Add(ref right, column), (nuint)width, depth, ref Unsafe.Add(ref tile, (row * stride) + column), (nuint)stride, isSum);
        }
    }

    /// <summary>Two vectors of the full width, for processors with thirty-two of them.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Multiply512(TileRows<TNumber> left, ref TNumber b, int depth, ref TNumber c, nuint stride, bool isSum)
    {
        nuint lanes = (nuint)Vector512<TNumber>.Count;
        ref TNumber a0 = ref left[0], a1 = ref left[1], a2 = ref left[2], a3 = ref left[3], a4 = ref left[4], a5 = ref left[5], a6 = ref left[6], a7 = ref left[7];
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

        nint step = left.DepthStride, end = depth * step;
        for (nint k = 0; k < end; k += step)
        {
            Vector512<TNumber> b0 = Vector512.LoadUnsafe(ref b), b1 = Vector512.LoadUnsafe(ref b, lanes);
            Vector512<TNumber> x = Vector512.Create(Unsafe.Add(ref a0, k));
            (c00, c01) = (Lanes.Fma(x, b0, c00), Lanes.Fma(x, b1, c01));
            x = Vector512.Create(Unsafe.Add(ref a1, k));
            (c10, c11) = (Lanes.Fma(x, b0, c10), Lanes.Fma(x, b1, c11));
            x = Vector512.Create(Unsafe.Add(ref a2, k));
            (c20, c21) = (Lanes.Fma(x, b0, c20), Lanes.Fma(x, b1, c21));
            x = Vector512.Create(Unsafe.Add(ref a3, k));
            (c30, c31) = (Lanes.Fma(x, b0, c30), Lanes.Fma(x, b1, c31));
            x = Vector512.Create(Unsafe.Add(ref a4, k));
            (c40, c41) = (Lanes.Fma(x, b0, c40), Lanes.Fma(x, b1, c41));
            x = Vector512.Create(Unsafe.Add(ref a5, k));
            (c50, c51) = (Lanes.Fma(x, b0, c50), Lanes.Fma(x, b1, c51));
            x = Vector512.Create(Unsafe.Add(ref a6, k));
            (c60, c61) = (Lanes.Fma(x, b0, c60), Lanes.Fma(x, b1, c61));
            x = Vector512.Create(Unsafe.Add(ref a7, k));
            (c70, c71) = (Lanes.Fma(x, b0, c70), Lanes.Fma(x, b1, c71));
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

    /// <summary>One vector of the full width.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void MultiplyHalf512(TileRows<TNumber> left, ref TNumber b, int depth, ref TNumber c, nuint stride, bool isSum)
    {
        ref TNumber a0 = ref left[0], a1 = ref left[1], a2 = ref left[2], a3 = ref left[3], a4 = ref left[4], a5 = ref left[5], a6 = ref left[6], a7 = ref left[7];
        Vector512<TNumber> c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        if (isSum)
        {
            (c0, c1, c2, c3) = (Vector512.LoadUnsafe(ref c), Vector512.LoadUnsafe(ref c, stride), Vector512.LoadUnsafe(ref c, 2 * stride), Vector512.LoadUnsafe(ref c, 3 * stride));
            (c4, c5, c6, c7) = (Vector512.LoadUnsafe(ref c, 4 * stride), Vector512.LoadUnsafe(ref c, 5 * stride), Vector512.LoadUnsafe(ref c, 6 * stride), Vector512.LoadUnsafe(ref c, 7 * stride));
        }

        nint step = left.DepthStride, end = depth * step;
        for (nint k = 0; k < end; k += step)
        {
            Vector512<TNumber> row = Vector512.LoadUnsafe(ref b);
            c0 = Lanes.Fma(Vector512.Create(Unsafe.Add(ref a0, k)), row, c0);
            c1 = Lanes.Fma(Vector512.Create(Unsafe.Add(ref a1, k)), row, c1);
            c2 = Lanes.Fma(Vector512.Create(Unsafe.Add(ref a2, k)), row, c2);
            c3 = Lanes.Fma(Vector512.Create(Unsafe.Add(ref a3, k)), row, c3);
            c4 = Lanes.Fma(Vector512.Create(Unsafe.Add(ref a4, k)), row, c4);
            c5 = Lanes.Fma(Vector512.Create(Unsafe.Add(ref a5, k)), row, c5);
            c6 = Lanes.Fma(Vector512.Create(Unsafe.Add(ref a6, k)), row, c6);
            c7 = Lanes.Fma(Vector512.Create(Unsafe.Add(ref a7, k)), row, c7);
            b = ref Unsafe.Add(ref b, Vector512<TNumber>.Count);
        }

        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref c, stride);
        c2.StoreUnsafe(ref c, 2 * stride);
        c3.StoreUnsafe(ref c, 3 * stride);
        c4.StoreUnsafe(ref c, 4 * stride);
        c5.StoreUnsafe(ref c, 5 * stride);
        c6.StoreUnsafe(ref c, 6 * stride);
        c7.StoreUnsafe(ref c, 7 * stride);
    }

    /// <summary>One vector of half the width.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void MultiplyEighth(TileRows<TNumber> left, ref TNumber b, int depth, ref TNumber c, nuint stride, bool isSum)
    {
        ref TNumber a0 = ref left[0], a1 = ref left[1], a2 = ref left[2], a3 = ref left[3], a4 = ref left[4], a5 = ref left[5], a6 = ref left[6], a7 = ref left[7];
        Vector256<TNumber> c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        if (isSum)
        {
            (c0, c1, c2, c3) = (Vector256.LoadUnsafe(ref c), Vector256.LoadUnsafe(ref c, stride), Vector256.LoadUnsafe(ref c, 2 * stride), Vector256.LoadUnsafe(ref c, 3 * stride));
            (c4, c5, c6, c7) = (Vector256.LoadUnsafe(ref c, 4 * stride), Vector256.LoadUnsafe(ref c, 5 * stride), Vector256.LoadUnsafe(ref c, 6 * stride), Vector256.LoadUnsafe(ref c, 7 * stride));
        }

        nint step = left.DepthStride, end = depth * step;
        for (nint k = 0; k < end; k += step)
        {
            Vector256<TNumber> row = Vector256.LoadUnsafe(ref b);
            c0 = Lanes.Fma(Vector256.Create(Unsafe.Add(ref a0, k)), row, c0);
            c1 = Lanes.Fma(Vector256.Create(Unsafe.Add(ref a1, k)), row, c1);
            c2 = Lanes.Fma(Vector256.Create(Unsafe.Add(ref a2, k)), row, c2);
            c3 = Lanes.Fma(Vector256.Create(Unsafe.Add(ref a3, k)), row, c3);
            c4 = Lanes.Fma(Vector256.Create(Unsafe.Add(ref a4, k)), row, c4);
            c5 = Lanes.Fma(Vector256.Create(Unsafe.Add(ref a5, k)), row, c5);
            c6 = Lanes.Fma(Vector256.Create(Unsafe.Add(ref a6, k)), row, c6);
            c7 = Lanes.Fma(Vector256.Create(Unsafe.Add(ref a7, k)), row, c7);
            b = ref Unsafe.Add(ref b, Vector256<TNumber>.Count);
        }

        c0.StoreUnsafe(ref c);
        c1.StoreUnsafe(ref c, stride);
        c2.StoreUnsafe(ref c, 2 * stride);
        c3.StoreUnsafe(ref c, 3 * stride);
        c4.StoreUnsafe(ref c, 4 * stride);
        c5.StoreUnsafe(ref c, 5 * stride);
        c6.StoreUnsafe(ref c, 6 * stride);
        c7.StoreUnsafe(ref c, 7 * stride);
    }

    /// <summary>Four rows by two vectors of half the width.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Multiply256(TileRows<TNumber> left, ref TNumber b, nuint width, int depth, ref TNumber c, nuint stride, bool isSum)
    {
        nuint lanes = (nuint)Vector256<TNumber>.Count;
        ref TNumber a0 = ref left[0], a1 = ref left[1], a2 = ref left[2], a3 = ref left[3];
        Vector256<TNumber> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        if (isSum)
        {
            (c00, c01) = (Vector256.LoadUnsafe(ref c), Vector256.LoadUnsafe(ref c, lanes));
            (c10, c11) = (Vector256.LoadUnsafe(ref c, stride), Vector256.LoadUnsafe(ref c, stride + lanes));
            (c20, c21) = (Vector256.LoadUnsafe(ref c, 2 * stride), Vector256.LoadUnsafe(ref c, (2 * stride) + lanes));
            (c30, c31) = (Vector256.LoadUnsafe(ref c, 3 * stride), Vector256.LoadUnsafe(ref c, (3 * stride) + lanes));
        }

        nint step = left.DepthStride, end = depth * step;
        for (nint k = 0; k < end; k += step)
        {
            Vector256<TNumber> b0 = Vector256.LoadUnsafe(ref b), b1 = Vector256.LoadUnsafe(ref b, lanes);
            Vector256<TNumber> x = Vector256.Create(Unsafe.Add(ref a0, k));
            (c00, c01) = (Lanes.Fma(x, b0, c00), Lanes.Fma(x, b1, c01));
            x = Vector256.Create(Unsafe.Add(ref a1, k));
            (c10, c11) = (Lanes.Fma(x, b0, c10), Lanes.Fma(x, b1, c11));
            x = Vector256.Create(Unsafe.Add(ref a2, k));
            (c20, c21) = (Lanes.Fma(x, b0, c20), Lanes.Fma(x, b1, c21));
            x = Vector256.Create(Unsafe.Add(ref a3, k));
            (c30, c31) = (Lanes.Fma(x, b0, c30), Lanes.Fma(x, b1, c31));
            b = ref Unsafe.Add(ref b, width);
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
