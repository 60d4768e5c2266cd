using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Coalitions;

/// <summary>
/// How pulls x on an additive fit move shares under Σφ = Δ: by A⁻¹·x those of the fitted players, and that of the last, who was taken
/// out, by what makes up for them.
/// </summary>
internal static class ShareMoves
{
    // Players whose moves are squared together.
    private const int Block = 64;

    /// <summary>Writes the moves by one pull.</summary>
    /// <param name="factor">The factor of A.</param>
    /// <param name="pull">x, one number per player but the last.</param>
    /// <param name="moves">Where the moves go, one per player.</param>
    public static void Fill(ReadOnlySpan<double> factor, ReadOnlySpan<double> pull, Span<double> moves)
    {
        pull.CopyTo(moves);
        Cholesky.Solve(factor, moves[..pull.Length]);
        moves[pull.Length] = 0;
        foreach (double move in moves[..pull.Length])
            moves[pull.Length] -= move;
    }

    /// <summary>Writes the sums of squares of moves by many pulls: the diagonal of A⁻¹·M·A⁻¹ (the sandwich).</summary>
    /// <param name="factor">The factor of A.</param>
    /// <param name="moments">M = Σ x·xᵀ, with more columns perhaps.</param>
    /// <param name="stride">The distance between its rows.</param>
    /// <param name="squares">Where the sums go, one per player.</param>
    public static void Squares(ReadOnlySpan<double> factor, ReadOnlySpan<double> moments, int stride, Span<double> squares)
    {
        int size = squares.Length - 1, own = Moments.Stride(size), most = Math.Min(Block, own);
        using Pooled memory = Pooled.Unset((own * own) + (own * most) + size);
        Span<double> inverse = memory.Span[..(own * own)], products = memory.Span.Slice(own * own, own * most);
        CholeskyInverse.Of(factor, size, inverse);
        for (int first = 0; first < size; first += Block)
        {
            int count = Math.Min(Block, size - first), wide = Moments.Stride(count);
            RowProducts.Of(moments, stride, size, inverse[first..], own, count, size, products);
            for (int i = 0; i < count; i++)
            {
                double sum = 0;
                for (int j = 0; j < size; j++)
                    sum = Math.FusedMultiplyAdd(inverse[((first + i) * own) + j], products[(j * wide) + i], sum);
                squares[first + i] = sum;
            }
        }

        Span<double> ones = memory.Span[^size..];
        ones.Fill(1);
        Cholesky.Solve(factor, ones);
        double last = 0;
        for (int i = 0; i < size; i++)
            last = Math.FusedMultiplyAdd(ones[i], VectorOps.Dot(moments.Slice(i * stride, size), ones), last);
        squares[size] = last;
    }
}
