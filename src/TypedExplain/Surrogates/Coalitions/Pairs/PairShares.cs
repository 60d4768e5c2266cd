using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Coalitions.Pairs;

/// <summary>Divides Δ among players by pairs: the additive fit, what products of more players give besides, and what both leave.</summary>
/// <param name="sample">The pairs.</param>
internal sealed class PairShares(PairSample sample)
{
    // What the additive fit leaves of a sum of players is rounding.
    private const double Rounding = 1e-11;

    /// <summary>How many numbers the largest table holds.</summary>
    public static long TableLength(int players, int pairs) =>
        (long)pairs * Moments.Stride((players > ParitySearch.MostPlayers ? players : Math.Max(players, Math.Min(pairs, ParitySearch.MostCenters))) + 3);

    /// <summary>Divides.</summary>
    /// <param name="values">v of the coalitions of the sample.</param>
    /// <param name="empty">v(∅).</param>
    /// <param name="full">v(all).</param>
    /// <param name="shares">Where φ goes; one number per player.</param>
    /// <param name="errors">Where the standard errors go.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>Whether the pairs tell all players apart.</returns>
    public bool Fill(ReadOnlySpan<double> values, double empty, double full, Span<double> shares, Span<double> errors, CancellationToken cancellation)
    {
        double[] odd = Halves(Parity.Odd, values, empty, full);
        PairValues sums = new(sample);
        ShareForm form = new(shares.Length);
        if (sample.Plan.AllTaken)
        {
            shares.Clear();
            sums.Add(odd, [], [], form, shares, errors);
            return true;
        }

        double[] left = new double[odd.Length];
        using PairLine line = new(sample, odd, shares);
        double largest = line.Residuals(shares, left);

        // Few pairs bend the line to themselves and leave too little to learn from: a game without a line tells more then, unless it is nearly additive.
        bool isLearned = shares.Length <= ParitySearch.MostPlayers && largest > Rounding * VectorOps.MaxAbs(odd);
        bool areFew = sample.Count < 2 * shares.Length;
        ParityFit? fit = !isLearned ? null
            : areFew ? ParitySearch.Fit(Parity.Odd, sample, odd, [.. Enumerable.Repeat(1.0, shares.Length)], cancellation)
            : line.IsDetermined && sample.Plan.Drawn > shares.Length ? ParitySearch.Fit(Parity.Odd, sample, left, shares.ToArray(), cancellation)
            : null;
        if (fit is not null && (!areFew || fit.Loss < line.Loss(left)))
        {
            if (areFew)
                shares.Clear();
            fit.AddValues(shares);
            sums.Add(fit.Within, fit.Without, fit.WithoutFold, form, shares, errors);
            Complete(full - empty, shares);

            // A game is learned of pairs that do not tell all players apart, and gives those the same: no pair left out shows what that is off by.
            if (!line.IsDetermined)
                errors.Fill(double.PositiveInfinity);
            return line.IsDetermined;
        }

        line.StandardErrors(left, errors);
        return line.IsDetermined;
    }

    /// <summary>The half of the game that each pair has, and behind them that of all players and none.</summary>
    public double[] Halves(Parity parity, ReadOnlySpan<double> values, double empty, double full)
    {
        double sign = parity == Parity.Odd ? -1 : 1;
        double[] halves = new double[sample.Count + 1];
        for (int pair = 0; pair < sample.Count; pair++)
            halves[pair] = (values[2 * pair] / 2) + (sign * values[(2 * pair) + 1] / 2);
        halves[^1] = (full / 2) + (sign * empty / 2);
        return halves;
    }

    /// <summary>Divides equally what rounding leaves of Δ: the fitted game's numbers may be much larger than it.</summary>
    private static void Complete(double total, Span<double> shares)
    {
        double missing = total;
        foreach (double share in shares)
            missing -= share;
        foreach (ref double share in shares)
            share += missing / shares.Length;
    }
}
