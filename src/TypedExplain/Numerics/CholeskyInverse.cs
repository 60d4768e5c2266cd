namespace TypedExplain.Numerics;

/// <summary>The inverse of a matrix by its factor U: Σ l·lᵀ over the rows l of (Uᵀ)⁻¹, in tiles.</summary>
internal static class CholeskyInverse
{
    /// <summary>Writes (UᵀU)⁻¹.</summary>
    /// <param name="factor">U, size×size numbers, as <see cref="Cholesky.Factor"/> leaves it.</param>
    /// <param name="size">How many rows and columns it has.</param>
    /// <param name="inverse">The inverse, both triangles; stride×stride numbers with the stride of <see cref="Moments.Stride"/>, filled up with zeros.</param>
    public static void Of(ReadOnlySpan<double> factor, int size, Span<double> inverse)
    {
        // What a block of rows takes off the rows below, and what it adds to the inverse, are products in tiles.
        int stride = Moments.Stride(size), block = Cholesky.BlockRows(size), most = Math.Min(block, size);
        inverse = inverse[..(stride * stride)];
        inverse.Clear();
        using Pooled memory = new((stride * stride) + (2 * most * stride));
        Span<double> lower = memory.Span[..(stride * stride)], packed = memory.Span.Slice(stride * stride, most * stride), above = memory.Span[^(most * stride)..];
        for (int first = 0; first < size; first += block)
        {
            int rows = Math.Min(block, size - first), next = first + rows;
            Solve(factor, size, first, rows, lower, stride);
            Span<double> own = Panels.Pack(lower[(first * stride)..], stride, rows, next, packed);
            PanelTiles.AddUpper(own, rows, inverse, stride);
            if (next == size)
                break;
            Span<double> taken = Panels.Pack(factor[((first * size) + next)..], size, rows, size - next, above);
            VectorOps.Divide(taken, -1);
            PanelTiles.Add(taken, own, rows, lower[(next * stride)..], stride);
        }

        Symmetric.Mirror(inverse, stride);
    }

    /// <summary>Rows of (Uᵀ)⁻¹, from which those before the block are taken off already.</summary>
    private static void Solve(ReadOnlySpan<double> factor, int size, int first, int rows, Span<double> lower, int stride)
    {
        for (int k = first; k < first + rows; k++)
        {
            Span<double> own = lower.Slice(k * stride, k + 1);
            own[k] = 1;
            VectorOps.Divide(own, factor[(k * size) + k]);
            for (int i = k + 1; i < first + rows; i++)
                VectorOps.AddScaled(-factor[(k * size) + i], own, lower.Slice(i * stride, k + 1));
        }
    }
}
