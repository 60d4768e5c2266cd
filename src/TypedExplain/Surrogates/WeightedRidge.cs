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
        using Pooled factor = Pooled.Unset(equations.Size * equations.Size);
        Solve(equations, alpha, slopes, factor.Span);
    }

    /// <summary>Solves for the slopes, and leaves the factor.</summary>
    /// <param name="equations">The normal equations.</param>
    /// <param name="alpha">α, the penalty; 0 for plain least squares.</param>
    /// <param name="slopes">Where β goes.</param>
    /// <param name="factor">Where the factor of <see cref="Cholesky"/> goes.</param>
    /// <returns>Whether there is a factor; if not, several solutions are equally good, and β is the shortest.</returns>
    public static bool Solve(in NormalEquations equations, double alpha, Span<double> slopes, Span<double> factor)
    {
        Penalized(equations, alpha, factor);
        equations.Cross.CopyTo(slopes);
        if (Cholesky.Factor(factor, equations.Size))
        {
            Cholesky.Solve(factor, slopes);
            return true;
        }

        Penalized(equations, alpha, factor);
        MinimumNorm.Solve(factor, slopes);
        return false;
    }

    /// <summary>Writes G + αI.</summary>
    public static void Penalized(in NormalEquations equations, double alpha, Span<double> gram)
    {
        equations.Gram.CopyTo(gram);
        for (int i = 0; i < equations.Size; i++)
            gram[(i * equations.Size) + i] += alpha;
    }
}
