using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Numerics;

/// <summary>
/// The weighted second moments Σ w·a·aᵀ of many rows a, in one pass over the rows. Every element adds its rows one after
/// the other, so its bits depend on neither the blocking nor the hardware.
/// </summary>
internal static class Moments
{
    /// <summary>Rows at a time: they stay in the cache while all tiles read them.</summary>
    private const int BlockRows = 64;

    /// <summary>The distance between rows that the kernel needs for rows of a width.</summary>
    public static int Stride(int width) => (width + 7) & ~7;

    /// <summary>Computes the moments; rows of weight 0 are left out.</summary>
    /// <param name="rows">The rows, each <paramref name="stride"/> long and filled up with zeros.</param>
    /// <param name="stride">A multiple of 8.</param>
    /// <param name="weights">One weight per row.</param>
    /// <param name="moments">stride×stride numbers; the result, both triangles.</param>
    [SkipLocalsInit]
    public static void Of(ReadOnlySpan<double> rows, int stride, ReadOnlySpan<double> weights, Span<double> moments)
    {
        moments.Clear();
        int most = Math.Min(BlockRows, weights.Length);
        using Pooled memory = Pooled.Unset((most * stride) + (most * PanelTiles.Width) + most);
        Span<double> panels = memory.Span[..(most * stride)], factors = memory.Span[^most..], scaled = memory.Span.Slice(most * stride, most * PanelTiles.Width);
        Span<int> chosen = stackalloc int[BlockRows];
        for (int row = 0; row < weights.Length;)
        {
            int first = row, filled = 0;
            for (; row < weights.Length && filled < most; row++)
            {
                // No branch: always write, and advance only if the weight is not 0. A processor cannot predict which weights are 0.
                (chosen[filled], factors[filled]) = (row, weights[row]);
                filled += weights[row] != 0 ? 1 : 0;
            }

            if (stride == PanelTiles.Width && filled == row - first)
            {
                PanelTiles.AddUpper(rows.Slice(first * stride, filled * stride), factors[..filled], scaled, moments, stride);
                continue;
            }

            Pack(rows, stride, chosen[..filled], panels);
            PanelTiles.AddUpper(panels[..(filled * stride)], factors[..filled], scaled, moments, stride);
        }

        Symmetric.Mirror(moments, stride);
    }

    /// <summary>Computes the moments of rows that all have weight 1.</summary>
    /// <param name="rows">The rows, each <paramref name="stride"/> long and filled up with zeros.</param>
    /// <param name="stride">A multiple of 8.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="moments">stride×stride numbers; the result, both triangles.</param>
    public static void Of(ReadOnlySpan<double> rows, int stride, int count, Span<double> moments)
    {
        moments.Clear();
        using Pooled memory = Pooled.Unset(Math.Min(BlockRows, count) * stride);
        for (int first = 0; first < count; first += BlockRows)
        {
            int together = Math.Min(BlockRows, count - first);
            PanelTiles.AddUpper(Panels.Pack(rows[(first * stride)..], stride, together, stride, memory.Span), together, moments, stride);
        }

        Symmetric.Mirror(moments, stride);
    }

    /// <summary>
    /// Computes again the moments of one column with all others, where it alone has changed; the same bits as where all are computed.
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

    /// <summary>Puts rows into panels.</summary>
    private static void Pack(ReadOnlySpan<double> rows, int stride, ReadOnlySpan<int> chosen, Span<double> panels)
    {
        ref double to = ref MemoryMarshal.GetReference(panels[..(chosen.Length * stride)]);
        nuint length = (nuint)(chosen.Length * PanelTiles.Width), first = 0;
        foreach (int row in chosen)
        {
            ref double from = ref MemoryMarshal.GetReference(rows.Slice(row * stride, stride));
            nuint at = first;
            if (Vector512.IsHardwareAccelerated)
            {
                for (nuint column = 0; column < (nuint)stride; column += PanelTiles.Width, at += length)
                    Vector512.LoadUnsafe(ref from, column).StoreUnsafe(ref to, at);
                first += PanelTiles.Width;
                continue;
            }

            for (nuint column = 0; column < (nuint)stride; column += PanelTiles.Width, at += length)
            {
                Vector256.LoadUnsafe(ref from, column).StoreUnsafe(ref to, at);
                Vector256.LoadUnsafe(ref from, column + 4).StoreUnsafe(ref to, at + 4);
            }

            first += PanelTiles.Width;
        }
    }
}
