namespace TypedExplain.Numerics;

/// <summary>
/// Σ a·bᵀ over the rows a of one matrix and b of another. Every element adds its rows one after the other, so its bits depend on
/// neither the blocking nor the hardware.
/// </summary>
internal static class RowProducts
{
    // Rows at a time: they stay in the cache while all tiles read them.
    private const int BlockRows = 64;

    /// <summary>Computes the products.</summary>
    /// <param name="left">The rows a.</param>
    /// <param name="leftStride">The distance between them.</param>
    /// <param name="leftColumns">How many of their columns count; as many rows the result has.</param>
    /// <param name="right">The rows b, as many.</param>
    /// <param name="rightStride">The distance between them.</param>
    /// <param name="rightColumns">How many of their columns count; as many columns the result has.</param>
    /// <param name="count">How many rows each has.</param>
    /// <param name="products">
    /// The result; the distance between its rows is <see cref="Moments.Stride"/> of its columns, and it has as many rows as that of its
    /// rows, so that it is made of whole tiles.
    /// </param>
    public static void Of(ReadOnlySpan<double> left, int leftStride, int leftColumns, ReadOnlySpan<double> right, int rightStride, int rightColumns, int count, Span<double> products)
    {
        int high = Moments.Stride(leftColumns), wide = Moments.Stride(rightColumns), most = Math.Min(BlockRows, count);
        products = products[..(high * wide)];
        products.Clear();
        using Pooled memory = Pooled.Unset(most * (high + wide));
        for (int first = 0; first < count; first += BlockRows)
        {
            int rows = Math.Min(BlockRows, count - first);
            Span<double> tall = Panels.Pack(left[(first * leftStride)..], leftStride, rows, leftColumns, memory.Span);
            Span<double> broad = Panels.Pack(right[(first * rightStride)..], rightStride, rows, rightColumns, memory.Span[(most * high)..]);
            PanelTiles.Add(tall, broad, rows, products, wide);
        }
    }
}
