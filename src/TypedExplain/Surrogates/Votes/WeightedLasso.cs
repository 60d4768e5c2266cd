using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Votes;

/// <summary>
/// The lasso with a penalty per slope, min ½ s·Gs − c·s + Σ λ_j |s_j|: coordinate descent on one Gram matrix, with an exact
/// step on the slopes that are not 0 between its sweeps. Of several solutions, where columns are tied, the shortest.
/// </summary>
internal static class WeightedLasso
{
    private const int MostSweeps = 2000, SweepsBetweenSteps = 4;

    // How far from optimal a slope may be, as a share of the largest cross moment: what rounding leaves.
    private const double Rounding = 1e-12;

    /// <summary>Solves for the slopes.</summary>
    /// <param name="gram">G, d×d, with the ridge on its diagonal.</param>
    /// <param name="cross">c.</param>
    /// <param name="penalties">λ, 0 or more.</param>
    /// <param name="slopes">The slopes to begin with; the solution on return.</param>
    public static Convergence Solve(ReadOnlySpan<double> gram, ReadOnlySpan<double> cross, ReadOnlySpan<double> penalties, Span<double> slopes)
    {
        using Pooled memory = Pooled.Unset(slopes.Length);
        Span<double> gap = memory.Span;
        double allowed = Rounding * VectorOps.MaxAbs(cross), off = double.PositiveInfinity;
        Gap(gram, cross, slopes, gap);
        int sweep = 0;
        Span<bool> areDetermined = slopes.Length <= 1024 ? stackalloc bool[slopes.Length] : new bool[slopes.Length];
        while (sweep < MostSweeps && off > allowed)
        {
            Sweep(gram, penalties, slopes, gap);
            if (++sweep % SweepsBetweenSteps == 1)
                ActiveStep.Take(gram, cross, penalties, slopes, areDetermined);

            Gap(gram, cross, slopes, gap);
            off = Off(penalties, slopes, gap);
        }

        if (TiedColumns.Share(gram, cross, penalties, gap, areDetermined, slopes))
        {
            Gap(gram, cross, slopes, gap);
            off = Off(penalties, slopes, gap);
        }

        return new(off <= allowed ? SolveStatus.Converged : SolveStatus.NotConverged, sweep, off);
    }

    /// <summary>How far the slopes are from optimal: the largest distance of a gap from what its penalty allows.</summary>
    private static double Off(ReadOnlySpan<double> penalties, ReadOnlySpan<double> slopes, ReadOnlySpan<double> gap)
    {
        double off = 0;
        for (int j = 0; j < slopes.Length; j++)
            off = Math.Max(off, slopes[j] == 0 ? Math.Abs(gap[j]) - penalties[j] : Math.Abs(gap[j] - (penalties[j] * Math.Sign(slopes[j]))));
        return off;
    }

    private static void Gap(ReadOnlySpan<double> gram, ReadOnlySpan<double> cross, ReadOnlySpan<double> slopes, Span<double> gap)
    {
        cross.CopyTo(gap);
        for (int j = 0; j < slopes.Length; j++)
        {
            if (slopes[j] != 0)
                VectorOps.AddScaled(-slopes[j], gram.Slice(j * slopes.Length, slopes.Length), gap);
        }
    }

    private static void Sweep(ReadOnlySpan<double> gram, ReadOnlySpan<double> penalties, Span<double> slopes, Span<double> gap)
    {
        for (int j = 0; j < slopes.Length; j++)
        {
            double own = gram[(j * slopes.Length) + j], old = slopes[j];
            if (!(own > 0))
                continue;
            double target = gap[j] + (own * old), size = Math.Abs(target) - penalties[j];
            slopes[j] = size > 0 ? Math.CopySign(size, target) / own : 0;
            if (slopes[j] != old)
                VectorOps.AddScaled(old - slopes[j], gram.Slice(j * slopes.Length, slopes.Length), gap);
        }
    }
}
