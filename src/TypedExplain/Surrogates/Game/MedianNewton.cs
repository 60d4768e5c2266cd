using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Game;

/// <summary>
/// Finds the equilibrium sum of a game without a budget by semi-smooth Newton steps: it is fixed which environment's target,
/// or which rung of the ladder, is each slope's median, and all slopes are moved together to where they are at their medians;
/// this is repeated until the choice is the one that was made before. Columns that are nearly collinear, along which sweeps
/// crawl, are as good as any.
/// </summary>
internal static class MedianNewton
{
    private const int MaximumSteps = 30;

    /// <summary>A step of this share of γ is none, whatever choice made it: targets may be equal up to rounding.</summary>
    private const double Rounding = 1e-11;

    /// <summary>Moves a sum at which sweeps came to rest to the equilibrium, where it is further from it than the tolerance.</summary>
    /// <remarks>A change of a sweep says little of the distance where columns are nearly collinear.</remarks>
    /// <param name="game">The game.</param>
    /// <param name="tolerance">The distance, as a share of γ, that counts as none.</param>
    /// <param name="sum">The sum of the players' slopes.</param>
    /// <returns>The steps of a move; 0 where the sum is left as it was.</returns>
    public static int Refine(in EnvironmentGame game, double tolerance, Span<double> sum)
    {
        using Pooled refined = Pooled.Unset(sum.Length);
        sum.CopyTo(refined.Span);
        (bool settled, int steps) = Solve(game, refined.Span);
        if (!settled)
            (settled, steps) = MedianPath.Solve(game, refined.Span);
        if (!settled || !(Distance(refined.Span, sum) > tolerance * game.Bound))
            return 0;
        refined.Span.CopyTo(sum);
        return steps;
    }

    /// <summary>Solves from the mean of the environments' own slopes, which are S-LIME's; then from where sweeps are.</summary>
    /// <param name="game">The game.</param>
    /// <param name="sum">Where sweeps are; the equilibrium where one is found, else as it was.</param>
    /// <param name="steps">The steps taken.</param>
    /// <returns>Whether it settled.</returns>
    public static bool Jump(in EnvironmentGame game, Span<double> sum, out int steps)
    {
        using Pooled trial = Pooled.Unset(sum.Length);
        bool settled = false;
        steps = 0;
        if (Mean(game, trial.Span))
            (settled, steps) = Solve(game, trial.Span);
        if (!settled)
        {
            sum.CopyTo(trial.Span);
            (settled, int more) = Solve(game, trial.Span);
            steps += more;
        }

        if (settled)
            trial.Span.CopyTo(sum);
        return settled;
    }

    /// <summary>Solves for the sum of the players' slopes.</summary>
    /// <param name="game">The game; its budget is not looked at.</param>
    /// <param name="sum">Where to begin; the equilibrium where it settled, else anything.</param>
    /// <returns>Whether it settled, and the steps it took.</returns>
    private static (bool Settled, int Steps) Solve(in EnvironmentGame game, Span<double> sum)
    {
        int size = game.Size, most = Math.Min(MaximumSteps, MedianSystem.MostSolutions(size));
        using Pooled memory = Pooled.Unset((2 * size) + game.Players + MedianSystem.MemoryFor(size));
        Span<double> medians = memory.Span[..size], next = memory.Span.Slice(size, size);
        Span<double> targets = memory.Span.Slice(2 * size, game.Players), system = memory.Span[((2 * size) + game.Players)..];
        Span<int> chosen = size <= 256 ? stackalloc int[size] : new int[size];
        chosen.Fill(int.MinValue);
        for (int step = 0; step < most; step++)
        {
            if (!Choose(game, sum, targets, medians, chosen))
                return (true, step);
            if (!MedianSystem.Solve(game, chosen, medians, share: 1, system, next))
                return (false, step);
            double largest = Distance(next, sum);
            next.CopyTo(sum);
            if (largest <= Rounding * game.Bound)
                return (true, step + 1);
        }

        return (false, most);
    }

    /// <summary>Finds each slope's median, and the environment whose target that is.</summary>
    /// <returns>Whether the choice is another than before.</returns>
    private static bool Choose(in EnvironmentGame game, ReadOnlySpan<double> sum, Span<double> targets, Span<double> medians, Span<int> chosen)
    {
        int players = game.Players;
        bool isOther = false;
        for (int j = 0; j < sum.Length; j++)
        {
            for (int i = 0; i < players; i++)
                targets[i] = MedianSystem.Target(game, i, j, sum);
            medians[j] = MedianDescent.Settle(targets, game.Bound);
            int own = MedianSystem.Held;
            for (int i = 0; i < players && own == MedianSystem.Held && !IsRung(game, medians[j]); i++)
                own = MedianSystem.Target(game, i, j, sum) == medians[j] ? i : own;
            isOther |= own != chosen[j] || (own == MedianSystem.Held && medians[j] != sum[j]);
            chosen[j] = own;
        }

        return isOther;
    }

    private static bool IsRung(in EnvironmentGame game, double slope)
    {
        for (int below = 0; below <= game.Players; below++)
        {
            if (slope == game.Bound * (game.Players - (2 * below)))
                return true;
        }

        return false;
    }

    /// <summary>The mean of the environments' own solutions; false where one of them cannot tell its columns apart.</summary>
    private static bool Mean(in EnvironmentGame game, Span<double> mean)
    {
        int size = game.Size;
        using Pooled memory = Pooled.Unset((size * size) + size);
        Span<double> factor = memory.Span[..(size * size)], own = memory.Span[(size * size)..];
        mean.Clear();
        for (int i = 0; i < game.Players; i++)
        {
            game.Gram(i).CopyTo(factor);
            game.Cross(i).CopyTo(own);
            if (!Cholesky.Factor(factor, size))
                return false;
            Cholesky.Solve(factor, own);
            VectorOps.AddScaled(1.0 / game.Players, own, mean);
        }

        return true;
    }

    private static double Distance(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        double largest = 0;
        for (int j = 0; j < left.Length; j++)
            largest = Math.Max(largest, Math.Abs(left[j] - right[j]));
        return largest;
    }
}
