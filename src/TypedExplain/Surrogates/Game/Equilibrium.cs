using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Game;

/// <summary>Solves a game in the way that fits it, and certifies the answer by its residual.</summary>
internal static class Equilibrium
{
    /// <summary>Sweeps that a best response may take when an answer is certified: it starts at the answer.</summary>
    private const int CertificateSweeps = 50;

    /// <summary>An answer from which a player would still move further, as a share of γ, is none.</summary>
    private const double LargestResidual = 1e-2;

    private const double Rounding = 1e-12;

    /// <summary>Finds the sum of the players' slopes at equilibrium.</summary>
    /// <param name="game">The game.</param>
    /// <param name="tolerance">The largest change, as a share of γ, that counts as none.</param>
    /// <param name="sum">Where the sum goes.</param>
    /// <param name="ofCollinear">
    /// For a game without a ridge, a sum near the shortest equilibrium, at which the search begins where columns are collinear;
    /// else empty.
    /// </param>
    public static Convergence Solve(in EnvironmentGame game, double tolerance, Span<double> sum, ReadOnlySpan<double> ofCollinear = default)
    {
        using Pooled strategies = new(game.Players * game.Size);
        bool isCollinear = !ofCollinear.IsEmpty && ShortestSum.IsNeeded(game);
        (bool settled, int iterations) = MedianDescent.Solve(game, tolerance, sum, isCollinear ? ofCollinear : default);
        if (settled && isCollinear)
            ShortestSum.Shorten(game, tolerance, sum);
        if (VectorOps.SumAbs(sum) <= game.Budget)
        {
            Strategies.Recover(game, sum, strategies.Span);
        }
        else
        {
            (settled, iterations) = PlayedGame.Solve(game, tolerance, strategies.Span);
            if (isCollinear)
                Shorten(game, tolerance, strategies.Span);
            PlayedGame.Sum(game, strategies.Span, sum);
        }

        double residual = PlayedGame.Residual(game, strategies.Span, CertificateSweeps, isCollinear);
        settled &= residual <= Math.Max(LargestResidual, tolerance) * game.Bound;
        return new(settled ? SolveStatus.Converged : SolveStatus.NotConverged, iterations, residual);
    }

    /// <summary>Takes off the players' slopes what no environment can tell, where that keeps bounds, budget and equilibrium.</summary>
    private static void Shorten(in EnvironmentGame game, double tolerance, Span<double> strategies)
    {
        double[] shorter = strategies.ToArray(), sum = new double[game.Size];
        ShortestSum.Project(game, shorter);
        PlayedGame.Sum(game, shorter, sum);
        double most = PlayedGame.Residual(game, strategies, CertificateSweeps, isCollinear: true) + (tolerance * game.Bound);
        if (VectorOps.MaxAbs(shorter) <= game.Bound * (1 + Rounding) && VectorOps.SumAbs(sum) <= game.Budget * (1 + Rounding) && PlayedGame.Residual(game, shorter, CertificateSweeps, isCollinear: true) <= most)
            shorter.CopyTo(strategies);
    }
}
