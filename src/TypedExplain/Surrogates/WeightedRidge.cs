using TypedExplain.Numerics;

namespace TypedExplain.Surrogates;

/// <summary>
/// Weighted ridge regression, β = (G + αI)⁻¹c. The penalty is not scaled by the number or the weight of the samples,
/// and the intercept is free.
/// </summary>
internal static class WeightedRidge
{
    /// <summary>Solves for the slopes; the shortest solution where several are equally good.</summary>
    /// <param name="equations">The normal equations.</param>
    /// <param name="alpha">α, the penalty; 0 for plain least squares.</param>
    /// <param name="slopes">Where β goes.</param>
    public static void Solve(in NormalEquations equations, double alpha, Span<double> slopes)
    {
        int size = equations.Size;
        using Pooled factor = Pooled.Unset(size * size);
        Penalized(equations, alpha, factor.Span);
        equations.Cross.CopyTo(slopes);
        if (Cholesky.Factor(factor.Span, size))
        {
            Cholesky.Solve(factor.Span, slopes);
            return;
        }

        Penalized(equations, alpha, factor.Span);
        MinimumNorm.Solve(factor.Span, slopes);
    }

    /// <summary>Writes G + αI.</summary>
    public static void Penalized(in NormalEquations equations, double alpha, Span<double> gram)
    {
        equations.Gram.CopyTo(gram);
        for (int i = 0; i < equations.Size; i++)
            gram[(i * equations.Size) + i] += alpha;
    }
}
