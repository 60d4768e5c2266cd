using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Game;

/// <summary>
/// Finds the equilibrium sum of a game without a budget directly. At equilibrium every slope of the sum is the median
/// of the k environments' targets for it and the ladder −kγ, −(k−2)γ, …, kγ; one feature after the other is set to
/// that median until none moves. No player is stored, and a sweep costs k·d² operations. Where sweeps crawl or go round
/// in circles, <see cref="MedianNewton"/> moves all slopes together; where nothing else settles, <see cref="MedianPath"/> does.
/// </summary>
internal static class MedianDescent
{
    private const int MaximumSweeps = 2000;
    private const int PatienceSweeps = 20;

    // Sweeps of which each leaves more than this share of the change before would take hundreds.
    private const double Crawling = 0.9;

    /// <summary>Solves for the sum of the players' slopes.</summary>
    /// <param name="game">The game; its budget is not looked at.</param>
    /// <param name="tolerance">The largest change, as a share of γ, that counts as none.</param>
    /// <param name="sum">Where the sum goes.</param>
    /// <param name="start">Where to begin, one slope each; at 0 where it is empty.</param>
    /// <returns>Whether it settled, and the sweeps it took.</returns>
    public static (bool Settled, int Sweeps) Solve(in EnvironmentGame game, double tolerance, Span<double> sum, ReadOnlySpan<double> start = default)
    {
        (bool settled, int sweeps) = Descend(game, tolerance, step: 1, start, sum);
        if (!settled)
        {
            // Strongly different environments may make full steps cycle; half steps settle then.
            (settled, int more) = Descend(game, tolerance, step: 0.5, start, sum);
            sweeps += more;
        }

        // Where equilibria are many, a search that begins near the shortest one stays there.
        if (!start.IsEmpty)
            return (settled, sweeps);
        if (settled)
            return (true, sweeps + MedianNewton.Refine(game, tolerance, sum));
        (settled, int changes) = MedianPath.Solve(game, sum);
        return (settled, sweeps + changes);
    }

    private static (bool Settled, int Sweeps) Descend(in EnvironmentGame game, double tolerance, double step, ReadOnlySpan<double> start, Span<double> sum)
    {
        int size = game.Size, players = game.Players;
        using Pooled memory = new((players * size) + players);
        Span<double> gaps = memory.Span[..(players * size)], targets = memory.Span[(players * size)..]; // c_i − G_i·sum; where each wants a slope.
        for (int i = 0; i < players; i++)
            game.Cross(i).CopyTo(gaps[(i * size)..]);
        sum.Clear();
        start.CopyTo(sum);
        for (int i = 0; i < players && !start.IsEmpty; i++)
        {
            for (int j = 0; j < size; j++)
                gaps[(i * size) + j] -= VectorOps.Dot(game.Gram(i).Slice(j * size, size), start);
        }

        double earlier = double.PositiveInfinity, last = double.PositiveInfinity;
        bool mayJump = step == 1 && start.IsEmpty;
        for (int sweep = 1; sweep <= MaximumSweeps; sweep++)
        {
            double largest = 0;
            for (int j = 0; j < size; j++)
            {
                for (int i = 0; i < players; i++)
                {
                    double curvature = game.Gram(i)[(j * size) + j];
                    targets[i] = curvature > 0 ? sum[j] + (gaps[(i * size) + j] / curvature) : 0;
                }

                double change = Settle(targets, game.Bound) - sum[j];
                if (change == 0)
                    continue;
                largest = Math.Max(largest, Math.Abs(change));
                sum[j] += step * change;
                for (int i = 0; i < players; i++)
                    VectorOps.AddScaled(-step * change, game.Gram(i).Slice(j * size, size), gaps.Slice(i * size, size));
            }

            if (largest <= tolerance * game.Bound)
                return (true, sweep);
            if (sweep % PatienceSweeps == 0)
            {
                if (mayJump && largest > Crawling * last)
                {
                    mayJump = false;
                    if (MedianNewton.Jump(game, sum, out int steps))
                        return (true, sweep + steps);
                }

                if (step == 1 && largest > earlier / 2)
                    return (false, sweep);
                earlier = largest;
            }

            last = largest;
        }

        return (false, MaximumSweeps);
    }

    /// <summary>
    /// Where k players come to rest who each want a number at their target and can each add between −γ and γ: the
    /// median of the targets and the ladder.
    /// </summary>
    /// <param name="targets">The targets; sorted on return.</param>
    /// <param name="bound">γ.</param>
    internal static double Settle(Span<double> targets, double bound)
    {
        Ranking.Ascending(targets);
        int players = targets.Length;
        for (int below = 0; below < players; below++)
        {
            double rung = bound * (players - (2 * below));
            if (rung <= targets[below])
                return below == 0 ? rung : Math.Max(rung, targets[below - 1]);
        }

        return Math.Max(-bound * players, targets[players - 1]);
    }
}
