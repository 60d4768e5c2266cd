using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Game;

/// <summary>
/// The published protocol: all players start at 0 and move in turn, each against the newest strategies, until a whole
/// round moves none by more than the tolerance. It is needed where the budget binds, since the equilibrium then
/// depends on the order of moves; without one it is the slow twin of <see cref="MedianDescent"/>.
/// </summary>
internal static class PlayedGame
{
    private const int MaximumRounds = 2000;
    private const int PatienceRounds = 50;
    private const int ResponseSweeps = 20_000;

    /// <summary>Rounds that lead this share of their way straight on are steady drift, not a cycle.</summary>
    private const double Drift = 0.9;

    /// <summary>Plays until the strategies settle.</summary>
    /// <param name="game">The game.</param>
    /// <param name="tolerance">The largest change of a player (2-norm), as a share of γ, that counts as none.</param>
    /// <param name="strategies">Where the players' slopes go, one player after the other.</param>
    /// <returns>Whether it settled, and the rounds it took.</returns>
    public static (bool Settled, int Rounds) Solve(in EnvironmentGame game, double tolerance, Span<double> strategies)
    {
        (bool settled, int rounds, bool cycles) = TakeTurns(game, tolerance, strategies);
        if (settled || !cycles)
            return (settled, rounds);
        (settled, int more) = MoveTogether(game, tolerance, strategies);
        return (settled, rounds + more);
    }

    /// <summary>The largest change of a slope that any player would still make on its own.</summary>
    /// <param name="game">The game.</param>
    /// <param name="strategies">The players' slopes.</param>
    /// <param name="maximumSweeps">Cap of each best response's descent.</param>
    /// <param name="isCollinear">Whether a change that no environment can tell, as between duplicates, counts as none.</param>
    public static double Residual(in EnvironmentGame game, ReadOnlySpan<double> strategies, int maximumSweeps = ResponseSweeps, bool isCollinear = false)
    {
        using Pooled memory = new(2 * game.Size);
        double largest = 0;
        for (int i = 0; i < game.Players; i++)
        {
            Respond(game, i, strategies, maximumSweeps, memory.Span);
            Span<double> change = memory.Span[..game.Size];
            for (int j = 0; j < game.Size; j++)
                change[j] -= strategies[(i * game.Size) + j];
            if (isCollinear)
                ShortestSum.Project(game, change);
            largest = Math.Max(largest, VectorOps.MaxAbs(change));
        }

        return largest;
    }

    /// <summary>The sum of all players' slopes.</summary>
    public static void Sum(in EnvironmentGame game, ReadOnlySpan<double> strategies, Span<double> sum)
    {
        sum.Clear();
        for (int i = 0; i < game.Players; i++)
        {
            for (int j = 0; j < sum.Length; j++)
                sum[j] += strategies[(i * sum.Length) + j];
        }
    }

    private static (bool Settled, int Rounds, bool Cycles) TakeTurns(in EnvironmentGame game, double tolerance, Span<double> strategies)
    {
        int size = game.Size;
        using Pooled response = new(2 * size);
        using Pooled start = new(strategies.Length);
        strategies.Clear();
        double earlier = double.PositiveInfinity, way = 0;
        for (int round = 1; round <= MaximumRounds; round++)
        {
            double largest = 0, roundSquares = 0;
            for (int i = 0; i < game.Players; i++)
            {
                Span<double> own = strategies.Slice(i * size, size);
                Respond(game, i, strategies, ResponseSweeps, response.Span);
                double squares = SquaredDistance(response.Span[..size], own);
                response.Span[..size].CopyTo(own);
                roundSquares += squares;
                largest = Math.Max(largest, Math.Sqrt(squares));
            }

            if (largest <= tolerance * game.Bound)
                return (true, round, false);
            way += Math.Sqrt(roundSquares);
            if (round % PatienceRounds == 0)
            {
                // Near-equal environments walk apart in small equal steps until one is at its bound: let them.
                bool drifts = Math.Sqrt(SquaredDistance(strategies, start.Span)) > Drift * way;
                if (largest > earlier / 2 && !drifts)
                    return (false, round, true);
                (earlier, way) = (largest, 0);
                strategies.CopyTo(start.Span);
            }
        }

        return (false, MaximumRounds, false);
    }

    /// <summary>From where the players are, all at once take a part of their best move; settles where taking turns circles.</summary>
    private static (bool Settled, int Rounds) MoveTogether(in EnvironmentGame game, double tolerance, Span<double> strategies)
    {
        int size = game.Size;
        using Pooled moves = new(strategies.Length);
        using Pooled response = new(2 * size);
        for (int round = 1; round <= MaximumRounds; round++)
        {
            double largest = 0;
            double share = 0.5 / Math.Sqrt(1 + (round / 50.0)) / game.Players;
            for (int i = 0; i < game.Players; i++)
            {
                Respond(game, i, strategies, ResponseSweeps, response.Span);
                for (int j = 0; j < size; j++)
                {
                    double move = response.Span[j] - strategies[(i * size) + j];
                    moves.Span[(i * size) + j] = move;
                    largest = Math.Max(largest, Math.Abs(move));
                }
            }

            if (largest <= tolerance * game.Bound)
                return (true, round);
            VectorOps.AddScaled(share, moves.Span, strategies);
        }

        return (false, MaximumRounds);
    }

    private static double SquaredDistance(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double squares = 0;
        for (int i = 0; i < left.Length; i++)
            squares += (left[i] - right[i]) * (left[i] - right[i]);
        return squares;
    }

    /// <summary>Writes a player's best response into the first half of the scratch.</summary>
    private static void Respond(in EnvironmentGame game, int player, ReadOnlySpan<double> strategies, int maximumSweeps, Span<double> scratch)
    {
        int size = game.Size;
        Span<double> own = scratch[..size];
        Span<double> others = scratch.Slice(size, size);
        strategies.Slice(player * size, size).CopyTo(own);

        // Summed anew every time: an accumulated sum would drift over thousands of rounds.
        others.Clear();
        for (int i = 0; i < game.Players; i++)
        {
            for (int j = 0; j < size && i != player; j++)
                others[j] += strategies[(i * size) + j];
        }

        BestResponse.Solve(game.Gram(player), game.Cross(player), others, game.Bound, game.Budget, maximumSweeps, own);
    }
}
