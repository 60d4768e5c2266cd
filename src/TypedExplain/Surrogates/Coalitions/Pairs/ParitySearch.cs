namespace TypedExplain.Surrogates.Coalitions.Pairs;

/// <summary>Finds the prior under which pairs that are left out are told best, and fits the game with it.</summary>
internal static class ParitySearch
{
    /// <summary>The most players whose products are learned.</summary>
    public const int MostPlayers = 256;

    /// <summary>Around so many pairs at most the kernel is put.</summary>
    public const int MostCenters = 400;

    // Of so many pairs the prior is chosen.
    private const int MostTried = 128;

    private const double LeastScale = 0.05;

    private static readonly double[] s_rates = [0.02, 0.05, 0.1, 0.2, 0.4];
    private static readonly double[] s_noises = [1e-4, 0.01, 0.1, 1, 10];

    /// <summary>Fits.</summary>
    /// <param name="parity">Which half of the game.</param>
    /// <param name="sample">The pairs.</param>
    /// <param name="responses">The half of the game that each pair has, then that of all players and none.</param>
    /// <param name="importances">A first guess of how much each player matters, of any scale.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The fit, whose rows are all pairs; null where rounding allows none.</returns>
    public static ParityFit? Fit(Parity parity, PairSample sample, double[] responses, double[] importances, CancellationToken cancellation)
    {
        int[] tried = Some(sample.Count, MostTried), all = [.. Enumerable.Range(0, sample.Count + 1)];
        double[] own = [.. tried.Select(pair => responses[pair])];
        ParityFit? best = Tried(Scales(importances, root: true));
        foreach (Func<double[]?> other in (Func<double[]?>[])[() => Scales(importances, root: false), () => best?.FoundScales(LeastScale)])
        {
            if (other() is { } scales && Tried(scales) is { } second && second.IsBetterThan(best))
                best = second;
        }

        return best is null ? null : ParityFit.Best(sample, best.Kernel, tried.Length == all.Length ? [best.Noise] : s_noises, all, Some(sample.Count, MostCenters), responses, leavesFolds: true);

        ParityFit? Tried(double[] scales)
        {
            ParityFit? better = null;
            foreach (double rate in s_rates)
            {
                cancellation.ThrowIfCancellationRequested();
                ParityFit? fit = ParityFit.Best(sample, new(parity, scales, rate), [0.01], tried, tried, own);
                if (fit?.IsBetterThan(better) == true)
                    better = fit;
            }

            if (better is not null && ParityFit.Best(sample, better.Kernel, s_noises, tried, tried, own) is { } fitted && fitted.IsBetterThan(better))
                better = fitted;
            return better;
        }
    }

    /// <summary>The square roots of importances, as shares of the largest.</summary>
    private static double[] Scales(ReadOnlySpan<double> importances, bool root)
    {
        double most = 0;
        foreach (double importance in importances)
            most = Math.Max(most, Math.Abs(importance));
        double[] scales = new double[importances.Length];
        for (int i = 0; i < scales.Length; i++)
            scales[i] = most > 0 ? Math.Max(LeastScale, root ? Math.Sqrt(Math.Abs(importances[i]) / most) : Math.Abs(importances[i]) / most) : 1;
        return scales;
    }

    /// <summary>So many of the pairs at most, evenly through all sizes.</summary>
    private static int[] Some(int pairs, int most)
    {
        int count = Math.Min(pairs, most);
        return [.. Enumerable.Range(0, count).Select(i => (int)((long)i * pairs / count)), pairs];
    }
}
