using TypedExplain.Numerics;
using TypedExplain.Surrogates.Inference;

namespace TypedExplain.Surrogates.Votes;

/// <summary>
/// What LINEX's game comes to without dice: of draws without end of the environments, the median of the equilibria is the
/// weighted lasso with penalties λ_j = c·√(f Σ (w·(x_j − x̄_j)·e)²), e the residuals and f = n/(n − d − 1) for n effective
/// samples. The residuals are those of the ridge fit first, then those of the lasso once.
/// </summary>
internal static class VoteFit
{
    /// <summary>Solves for the slopes.</summary>
    /// <param name="equations">The normal equations of the chosen columns.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="chosen">Which columns the equations are of.</param>
    /// <param name="ridge">α.</param>
    /// <param name="threshold">c.</param>
    /// <param name="slopes">Where the slopes of the chosen columns go.</param>
    public static Convergence Solve(in NormalEquations equations, in WeightedSamples samples, ReadOnlySpan<int> chosen, double ridge, double threshold, Span<double> slopes)
    {
        int size = equations.Size;
        using Pooled memory = Pooled.Unset((size * size) + size + (2 * samples.Columns));
        Span<double> gram = memory.Span[..(size * size)], penalties = memory.Span.Slice(size * size, size);
        Span<double> means = memory.Span.Slice((size * size) + size, samples.Columns), all = memory.Span[^samples.Columns..];
        WeightedRidge.Penalized(equations, ridge, gram);
        WeightedRidge.Solve(equations, ridge, slopes);
        means.Clear();
        all.Clear();
        for (int i = 0; i < size; i++)
            means[chosen[i]] = equations.Mean[i];

        double effective = equations.Weight * equations.Weight / VectorOps.Dot(samples.Weights, samples.Weights), factor = threshold * Math.Sqrt(effective / Math.Max(1, effective - size - 1));
        Convergence convergence = Convergence.Exact;
        for (int round = 0; round < 2; round++)
        {
            for (int i = 0; i < size; i++)
                all[chosen[i]] = slopes[i];
            SampleScores.SumSquares(samples.Table, samples.Stride, samples.Weights, samples.ArePaired, means, all, equations.Intercept(slopes), all);
            for (int i = 0; i < size; i++)
                penalties[i] = factor * Math.Sqrt(all[chosen[i]]);
            if (!VectorOps.AreFinite(slopes) || !VectorOps.AreFinite(penalties))
            {
                // Answers so large that their squares are not numbers have no fit.
                slopes.Fill(double.NaN);
                return convergence;
            }

            Convergence own = WeightedLasso.Solve(gram, equations.Cross, penalties, slopes);
            convergence = round == 0 || own.Status == SolveStatus.NotConverged || convergence.Status != SolveStatus.NotConverged ? own : convergence;
        }

        return convergence;
    }
}
