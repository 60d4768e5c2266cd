using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Numerics;

/// <summary>
/// Products Σ a·bᵀ, and symmetric ones Σ f·a·aᵀ, of rows that lie in panels of eight columns, in tiles of 8×8 kept in registers. Every
/// element adds its rows one after the other, so its bits depend on neither the tiling nor the hardware.
/// </summary>
internal static class PanelTiles
{
    /// <summary>Columns in a panel.</summary>
    public const int Width = 8;

    /// <summary>Adds the products to the upper triangle of a matrix; of tiles on the diagonal both halves are written.</summary>
    /// <param name="panels">The panels, one after the other: in each, row after row of eight numbers.</param>
    /// <param name="factors">f, one per row.</param>
    /// <param name="scaled">Scratch for one panel.</param>
    /// <param name="target">The matrix, as wide and high as there are columns.</param>
    /// <param name="stride">The distance between its rows.</param>
    public static void AddUpper(ReadOnlySpan<double> panels, ReadOnlySpan<double> factors, Span<double> scaled, Span<double> target, int stride)
    {
        if (factors.IsEmpty)
            return;
        int length = factors.Length * Width, count = panels.Length / length;
        for (int i = 0; i < count; i++)
        {
            Scale(panels.Slice(i * length, length), factors, scaled);
            for (int j = i; j < count; j++)
                AddTo(scaled[..length], panels.Slice(j * length, length), target[(((i * stride) + j) * Width)..], stride);
        }
    }

    /// <summary>Adds the products of rows that all count 1 to the upper triangle of a matrix.</summary>
    /// <param name="panels">The panels.</param>
    /// <param name="rows">How many rows there are.</param>
    /// <param name="target">The matrix.</param>
    /// <param name="stride">The distance between its rows.</param>
    public static void AddUpper(ReadOnlySpan<double> panels, int rows, Span<double> target, int stride)
    {
        int length = rows * Width;
        for (int i = 0; i * length < panels.Length; i++)
            Add(panels.Slice(i * length, length), panels[(i * length)..], rows, target[(i * (stride + 1) * Width)..], stride);
    }

    /// <summary>Adds the products of rows of one matrix with those of another.</summary>
    /// <param name="left">The panels of one.</param>
    /// <param name="right">The panels of the other.</param>
    /// <param name="rows">How many rows each has.</param>
    /// <param name="target">The matrix: as many rows of tiles as panels on the left, and as many columns of them as panels on the right.</param>
    /// <param name="stride">The distance between its rows.</param>
    public static void Add(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int rows, Span<double> target, int stride)
    {
        int length = rows * Width;
        for (int i = 0; i * length < left.Length; i++)
        {
            for (int j = 0; j * length < right.Length; j++)
                AddTo(left.Slice(i * length, length), right.Slice(j * length, length), target[(((i * stride) + j) * Width)..], stride);
        }
    }

    private static void Scale(ReadOnlySpan<double> panel, ReadOnlySpan<double> factors, Span<double> scaled)
    {
        ref double from = ref MemoryMarshal.GetReference(panel);
        ref double to = ref MemoryMarshal.GetReference(scaled);
        nuint at = 0;
        foreach (double own in factors)
        {
            Vector256<double> factor = Vector256.Create(own);
            (factor * Vector256.LoadUnsafe(ref from, at)).StoreUnsafe(ref to, at);
            (factor * Vector256.LoadUnsafe(ref from, at + 4)).StoreUnsafe(ref to, at + 4);
            at += Width;
        }
    }

    private static void AddTo(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> tile, int stride)
    {
        // The last element of the last row is the furthest that is written.
        _ = tile[((Width - 1) * stride) + Width - 1];
        ref double to = ref MemoryMarshal.GetReference(tile);
        if (Vector512.IsHardwareAccelerated)
        {
            AddTile(left, right, ref to, (nuint)stride);
            return;
        }

        AddHalfTile(left, right, ref to, (nuint)stride);
        AddHalfTile(left[4..], right, ref Unsafe.Add(ref to, 4 * stride), (nuint)stride);
    }

    private static void AddTile(ReadOnlySpan<double> left, ReadOnlySpan<double> right, ref double to, nuint stride)
    {
        ref double a = ref MemoryMarshal.GetReference(left);
        ref double b = ref MemoryMarshal.GetReference(right);
        Vector512<double> t0 = Vector512.LoadUnsafe(ref to), t1 = Vector512.LoadUnsafe(ref to, stride);
        Vector512<double> t2 = Vector512.LoadUnsafe(ref to, 2 * stride), t3 = Vector512.LoadUnsafe(ref to, 3 * stride);
        Vector512<double> t4 = Vector512.LoadUnsafe(ref to, 4 * stride), t5 = Vector512.LoadUnsafe(ref to, 5 * stride);
        Vector512<double> t6 = Vector512.LoadUnsafe(ref to, 6 * stride), t7 = Vector512.LoadUnsafe(ref to, 7 * stride);
        for (nuint at = 0; at < (nuint)right.Length; at += Width)
        {
            Vector512<double> own = Vector512.LoadUnsafe(ref b, at);
            ref double factor = ref Unsafe.Add(ref a, at);
            t0 = Vector512.FusedMultiplyAdd(Vector512.Create(factor), own, t0);
            t1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref factor, 1)), own, t1);
            t2 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref factor, 2)), own, t2);
            t3 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref factor, 3)), own, t3);
            t4 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref factor, 4)), own, t4);
            t5 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref factor, 5)), own, t5);
            t6 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref factor, 6)), own, t6);
            t7 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref factor, 7)), own, t7);
        }

        t0.StoreUnsafe(ref to);
        t1.StoreUnsafe(ref to, stride);
        t2.StoreUnsafe(ref to, 2 * stride);
        t3.StoreUnsafe(ref to, 3 * stride);
        t4.StoreUnsafe(ref to, 4 * stride);
        t5.StoreUnsafe(ref to, 5 * stride);
        t6.StoreUnsafe(ref to, 6 * stride);
        t7.StoreUnsafe(ref to, 7 * stride);
    }

    /// <summary>Four rows of a tile, for registers of four numbers: the same sums.</summary>
    private static void AddHalfTile(ReadOnlySpan<double> left, ReadOnlySpan<double> right, ref double to, nuint stride)
    {
        ref double a = ref MemoryMarshal.GetReference(left);
        ref double b = ref MemoryMarshal.GetReference(right);
        Vector256<double> l0 = Vector256.LoadUnsafe(ref to), h0 = Vector256.LoadUnsafe(ref to, 4);
        Vector256<double> l1 = Vector256.LoadUnsafe(ref to, stride), h1 = Vector256.LoadUnsafe(ref to, stride + 4);
        Vector256<double> l2 = Vector256.LoadUnsafe(ref to, 2 * stride), h2 = Vector256.LoadUnsafe(ref to, (2 * stride) + 4);
        Vector256<double> l3 = Vector256.LoadUnsafe(ref to, 3 * stride), h3 = Vector256.LoadUnsafe(ref to, (3 * stride) + 4);
        for (nuint at = 0; at < (nuint)right.Length; at += Width)
        {
            Vector256<double> low = Vector256.LoadUnsafe(ref b, at), high = Vector256.LoadUnsafe(ref b, at + 4);
            ref double factor = ref Unsafe.Add(ref a, at);
            Vector256<double> x = Vector256.Create(factor);
            (l0, h0) = (Vector256.FusedMultiplyAdd(x, low, l0), Vector256.FusedMultiplyAdd(x, high, h0));
            x = Vector256.Create(Unsafe.Add(ref factor, 1));
            (l1, h1) = (Vector256.FusedMultiplyAdd(x, low, l1), Vector256.FusedMultiplyAdd(x, high, h1));
            x = Vector256.Create(Unsafe.Add(ref factor, 2));
            (l2, h2) = (Vector256.FusedMultiplyAdd(x, low, l2), Vector256.FusedMultiplyAdd(x, high, h2));
            x = Vector256.Create(Unsafe.Add(ref factor, 3));
            (l3, h3) = (Vector256.FusedMultiplyAdd(x, low, l3), Vector256.FusedMultiplyAdd(x, high, h3));
        }

        l0.StoreUnsafe(ref to);
        h0.StoreUnsafe(ref to, 4);
        l1.StoreUnsafe(ref to, stride);
        h1.StoreUnsafe(ref to, stride + 4);
        l2.StoreUnsafe(ref to, 2 * stride);
        h2.StoreUnsafe(ref to, (2 * stride) + 4);
        l3.StoreUnsafe(ref to, 3 * stride);
        h3.StoreUnsafe(ref to, (3 * stride) + 4);
    }
}
