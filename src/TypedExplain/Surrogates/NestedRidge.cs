using TypedExplain.Numerics;

namespace TypedExplain.Surrogates;

/// <summary>
/// Weighted ridge fits on the first column of an order, the first two, and so on. One factorization serves all of them:
/// the factor of a leading block is the leading block of the factor.
/// </summary>
internal static class NestedRidge
{
    /// <summary>What each fit answers at a place.</summary>
    /// <param name="equations">The normal equations of all columns.</param>
    /// <param name="order">All columns, in the order in which they join.</param>
    /// <param name="alpha">α, the penalty.</param>
    /// <param name="point">The place.</param>
    /// <param name="answers">Where the answers go: of the fit on one column first.</param>
    public static void Predict(in NormalEquations equations, ReadOnlySpan<int> order, double alpha, ReadOnlySpan<double> point, Span<double> answers)
    {
        int size = order.Length;
        using Pooled memory = new(NormalEquations.MemoryFor(size) + (size * size) + (2 * size));
        NormalEquations ordered = equations.Restrict(order, memory.Span);
        Span<double> factor = memory.Span.Slice(NormalEquations.MemoryFor(size), size * size);
        Span<double> cross = memory.Span.Slice(memory.Span.Length - (2 * size), size), off = memory.Span[^size..];
        for (int i = 0; i < size; i++)
            off[i] = point[order[i]] - ordered.Mean[i];
        WeightedRidge.Penalized(ordered, alpha, factor);
        if (!Cholesky.Factor(factor, size))
        {
            PredictOneByOne(ordered, alpha, off, answers);
            return;
        }

        // (x−x̄)ᵀ·(UᵀU)⁻¹·c = (U⁻ᵀ(x−x̄))·(U⁻ᵀc), whose first r terms are the fit on r columns.
        ordered.Cross.CopyTo(cross);
        Cholesky.SolveLower(factor, cross);
        Cholesky.SolveLower(factor, off);
        double answer = ordered.MeanResponse;
        for (int i = 0; i < size; i++)
            answers[i] = answer = Math.FusedMultiplyAdd(off[i], cross[i], answer);
    }

    /// <summary>Where columns are collinear and not penalized: each fit on its own, by its shortest solution.</summary>
    private static void PredictOneByOne(in NormalEquations ordered, double alpha, ReadOnlySpan<double> off, Span<double> answers)
    {
        Span<int> leading = ordered.Size <= 256 ? stackalloc int[ordered.Size] : new int[ordered.Size];
        FeatureSelection.Everything(ordered.Size, leading);
        using Pooled memory = new(NormalEquations.MemoryFor(ordered.Size) + ordered.Size);
        for (int count = 1; count <= ordered.Size; count++)
        {
            Span<double> slopes = memory.Span.Slice(NormalEquations.MemoryFor(ordered.Size), count);
            WeightedRidge.Solve(ordered.Restrict(leading[..count], memory.Span), alpha, slopes);
            answers[count - 1] = ordered.MeanResponse + VectorOps.Dot(slopes, off);
        }
    }
}
