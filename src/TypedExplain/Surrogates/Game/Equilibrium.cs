using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Game;

/// <summary>Solves a game in the way that fits it, and certifies the answer by its residual.</summary>
internal static class Equilibrium
{
    /// <summary>Sweeps that a best response may take when an answer is certified: it starts at the answer.</summary>
    private const int CertificateSweeps = 50;

    /// <summary>An answer from which a player would still move further, as a share of γ, is none.</summary>
    private const double LargestResidual = 1e-2;

    /// <summary>Finds the sum of the players' slopes at equilibrium.</summary>
    /// <param name="game">The game.</param>
    /// <param name="tolerance">The largest change, as a share of γ, that counts as none.</param>
    /// <param name="sum">Where the sum goes.</param>
    public static Convergence Solve(in EnvironmentGame game, double tolerance, Span<double> sum)
    {
        using Pooled strategies = new(game.Players * game.Size);
        (bool settled, int iterations) = MedianDescent.Solve(game, tolerance, sum);
        if (VectorOps.AbsoluteSum(sum) <= game.Budget)
        {
            Strategies.Recover(game, sum, strategies.Span);
        }
        else
        {
            (settled, iterations) = PlayedGame.Solve(game, tolerance, strategies.Span);
            PlayedGame.Sum(game, strategies.Span, sum);
        }

        double residual = PlayedGame.Residual(game, strategies.Span, CertificateSweeps);
        settled &= residual <= Math.Max(LargestResidual, tolerance) * game.Bound;
        return new(settled ? SolveStatus.Converged : SolveStatus.NotConverged, iterations, residual);
    }
}
