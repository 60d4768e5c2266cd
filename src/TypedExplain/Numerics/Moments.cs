using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Numerics;

/// <summary>
/// The weighted second moments Σ w·a·aᵀ of many rows a: one pass over the rows, in tiles of 8×8 kept in registers.
/// Every element adds its rows one after the other, so its bits depend on neither the tiling nor the hardware.
/// </summary>
internal static class Moments
{
    /// <summary>Rows that are weighted at a time: they stay in the first cache while all tiles read them.</summary>
    private const int BlockRows = 32;

    /// <summary>The distance between rows that the kernel needs for rows of a width.</summary>
    public static int Stride(int width) => (width + 7) & ~7;

    /// <summary>Computes the moments; rows of weight 0 are left out.</summary>
    /// <param name="rows">The rows, each <paramref name="stride"/> long and filled up with zeros.</param>
    /// <param name="stride">A multiple of 8.</param>
    /// <param name="weights">One weight per row.</param>
    /// <param name="moments">stride×stride numbers; the result, both triangles.</param>
    public static void Of(ReadOnlySpan<double> rows, int stride, ReadOnlySpan<double> weights, Span<double> moments)
    {
        moments.Clear();
        using Pooled plain = new(BlockRows * stride);
        using Pooled weighted = new(BlockRows * stride);
        int filled = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            if (weights[row] == 0)
                continue;
            Copy(rows.Slice(row * stride, stride), weights[row], plain.Span.Slice(filled * stride, stride), weighted.Span.Slice(filled * stride, stride));
            if (++filled == BlockRows)
            {
                Add(weighted.Span, plain.Span, filled, stride, moments);
                filled = 0;
            }
        }

        Add(weighted.Span, plain.Span, filled, stride, moments);
        Mirror(stride, moments);
    }

    /// <summary>
    /// Computes again the moments of one column with all others, where it alone has changed; the same bits as those of
    /// <see cref="Of"/>.
    /// </summary>
    /// <param name="rows">The rows.</param>
    /// <param name="stride">A multiple of 8.</param>
    /// <param name="weights">One weight per row, as before.</param>
    /// <param name="column">The column.</param>
    /// <param name="moments">The moments before the change; those after it.</param>
    public static void OfColumn(ReadOnlySpan<double> rows, int stride, ReadOnlySpan<double> weights, int column, Span<double> moments)
    {
        using Pooled sums = new(stride);
        for (int row = 0; row < weights.Length; row++)
        {
            if (weights[row] == 0)
                continue;
            ReadOnlySpan<double> own = rows.Slice(row * stride, stride);

            // Of two columns the weight goes to the earlier one, as in a tile.
            double value = own[column];
            for (int i = 0; i < column; i++)
                sums.Span[i] = Math.FusedMultiplyAdd(weights[row] * own[i], value, sums.Span[i]);
            VectorOps.AddScaled(weights[row] * value, own[column..], sums.Span[column..]);
        }

        for (int i = 0; i < stride; i++)
            moments[(i * stride) + column] = moments[(column * stride) + i] = sums.Span[i];
    }

    private static void Copy(ReadOnlySpan<double> row, double weight, Span<double> plain, Span<double> weighted)
    {
        row.CopyTo(plain);
        for (int i = 0; i < row.Length; i++)
            weighted[i] = weight * row[i];
    }

    private static void Add(ReadOnlySpan<double> weighted, ReadOnlySpan<double> plain, int rows, int stride, Span<double> moments)
    {
        if (rows == 0)
            return;
        for (int i = 0; i < stride; i += 8)
        {
            for (int j = i; j < stride; j += 8)
            {
                Span<double> tile = moments[((i * stride) + j)..];
                if (Vector512.IsHardwareAccelerated)
                {
                    AddTile(weighted[i..], plain[j..], rows, stride, tile);
                    continue;
                }

                AddHalfTile(weighted[i..], plain[j..], rows, stride, tile);
                AddHalfTile(weighted[(i + 4)..], plain[j..], rows, stride, tile[(4 * stride)..]);
            }
        }
    }

    private static void AddTile(ReadOnlySpan<double> weighted, ReadOnlySpan<double> plain, int rows, int stride, Span<double> tile)
    {
        ref double a = ref MemoryMarshal.GetReference(weighted);
        ref double b = ref MemoryMarshal.GetReference(plain);
        ref double to = ref MemoryMarshal.GetReference(tile);
        nuint step = (nuint)stride;
        Vector512<double> t0 = Vector512.LoadUnsafe(ref to), t1 = Vector512.LoadUnsafe(ref to, step);
        Vector512<double> t2 = Vector512.LoadUnsafe(ref to, 2 * step), t3 = Vector512.LoadUnsafe(ref to, 3 * step);
        Vector512<double> t4 = Vector512.LoadUnsafe(ref to, 4 * step), t5 = Vector512.LoadUnsafe(ref to, 5 * step);
        Vector512<double> t6 = Vector512.LoadUnsafe(ref to, 6 * step), t7 = Vector512.LoadUnsafe(ref to, 7 * step);
        for (nuint row = 0, at = 0; row < (nuint)rows; row++, at += step)
        {
            Vector512<double> right = Vector512.LoadUnsafe(ref b, at);
            ref double left = ref Unsafe.Add(ref a, at);
            t0 = Vector512.FusedMultiplyAdd(Vector512.Create(left), right, t0);
            t1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref left, 1)), right, t1);
            t2 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref left, 2)), right, t2);
            t3 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref left, 3)), right, t3);
            t4 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref left, 4)), right, t4);
            t5 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref left, 5)), right, t5);
            t6 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref left, 6)), right, t6);
            t7 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref left, 7)), right, t7);
        }

        t0.StoreUnsafe(ref to);
        t1.StoreUnsafe(ref to, step);
        t2.StoreUnsafe(ref to, 2 * step);
        t3.StoreUnsafe(ref to, 3 * step);
        t4.StoreUnsafe(ref to, 4 * step);
        t5.StoreUnsafe(ref to, 5 * step);
        t6.StoreUnsafe(ref to, 6 * step);
        t7.StoreUnsafe(ref to, 7 * step);
    }

    /// <summary>Four rows of a tile, for registers of four numbers: the same sums.</summary>
    private static void AddHalfTile(ReadOnlySpan<double> weighted, ReadOnlySpan<double> plain, int rows, int stride, Span<double> tile)
    {
        ref double a = ref MemoryMarshal.GetReference(weighted);
        ref double b = ref MemoryMarshal.GetReference(plain);
        ref double to = ref MemoryMarshal.GetReference(tile);
        nuint step = (nuint)stride;
        Vector256<double> l0 = Vector256.LoadUnsafe(ref to), h0 = Vector256.LoadUnsafe(ref to, 4);
        Vector256<double> l1 = Vector256.LoadUnsafe(ref to, step), h1 = Vector256.LoadUnsafe(ref to, step + 4);
        Vector256<double> l2 = Vector256.LoadUnsafe(ref to, 2 * step), h2 = Vector256.LoadUnsafe(ref to, (2 * step) + 4);
        Vector256<double> l3 = Vector256.LoadUnsafe(ref to, 3 * step), h3 = Vector256.LoadUnsafe(ref to, (3 * step) + 4);
        for (nuint row = 0, at = 0; row < (nuint)rows; row++, at += step)
        {
            Vector256<double> low = Vector256.LoadUnsafe(ref b, at), high = Vector256.LoadUnsafe(ref b, at + 4);
            ref double left = ref Unsafe.Add(ref a, at);
            Vector256<double> x = Vector256.Create(left);
            (l0, h0) = (Vector256.FusedMultiplyAdd(x, low, l0), Vector256.FusedMultiplyAdd(x, high, h0));
            x = Vector256.Create(Unsafe.Add(ref left, 1));
            (l1, h1) = (Vector256.FusedMultiplyAdd(x, low, l1), Vector256.FusedMultiplyAdd(x, high, h1));
            x = Vector256.Create(Unsafe.Add(ref left, 2));
            (l2, h2) = (Vector256.FusedMultiplyAdd(x, low, l2), Vector256.FusedMultiplyAdd(x, high, h2));
            x = Vector256.Create(Unsafe.Add(ref left, 3));
            (l3, h3) = (Vector256.FusedMultiplyAdd(x, low, l3), Vector256.FusedMultiplyAdd(x, high, h3));
        }

        l0.StoreUnsafe(ref to);
        h0.StoreUnsafe(ref to, 4);
        l1.StoreUnsafe(ref to, step);
        h1.StoreUnsafe(ref to, step + 4);
        l2.StoreUnsafe(ref to, 2 * step);
        h2.StoreUnsafe(ref to, (2 * step) + 4);
        l3.StoreUnsafe(ref to, 3 * step);
        h3.StoreUnsafe(ref to, (3 * step) + 4);
    }

    private static void Mirror(int stride, Span<double> moments)
    {
        for (int i = 0; i < stride; i++)
        {
            for (int j = 0; j < i; j++)
                moments[(i * stride) + j] = moments[(j * stride) + i];
        }
    }
}
