using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Game;

/// <summary>
/// The exact minimum over the slopes that neither a bound nor the budget holds, by one linear system: where slopes are nearly
/// collinear, coordinate descent alone would take thousands of sweeps to walk there.
/// </summary>
internal static class FreeStep
{
    /// <summary>Moves to that minimum; a slope that a bound or 0 stops on the way is held there, and the others go on. Never uphill.</summary>
    /// <param name="gram">G_i.</param>
    /// <param name="others">The sum of the other players' slopes.</param>
    /// <param name="bound">γ.</param>
    /// <param name="multiplier">μ, the price of the budget.</param>
    /// <param name="sum">The sum of all players' slopes.</param>
    /// <param name="gap">c_i − G_i·sum; kept so.</param>
    public static void Take(ReadOnlySpan<double> gram, ReadOnlySpan<double> others, double bound, double multiplier, Span<double> sum, Span<double> gap)
    {
        for (int held = 0; held < sum.Length && !Reach(gram, others, bound, multiplier, sum, gap); held++)
        {
        }
    }

    /// <summary>One step; whether it was taken whole or there is none.</summary>
    private static bool Reach(ReadOnlySpan<double> gram, ReadOnlySpan<double> others, double bound, double multiplier, Span<double> sum, Span<double> gap)
    {
        int size = sum.Length, count = 0;
        Span<int> free = size <= 256 ? stackalloc int[size] : new int[size];
        for (int j = 0; j < size; j++)
        {
            if (sum[j] > others[j] - bound && sum[j] < others[j] + bound && gram[(j * size) + j] > 0 && (multiplier == 0 || sum[j] != 0))
                free[count++] = j;
        }

        free = free[..count];
        if (count == 0)
            return true;
        using Pooled memory = new(count * (count + 1));
        Span<double> factor = memory.Span[..(count * count)], step = memory.Span[^count..];
        for (int a = 0; a < count; a++)
        {
            for (int b = a; b < count; b++)
                factor[(a * count) + b] = gram[(free[a] * size) + free[b]];
            step[a] = gap[free[a]] - (multiplier == 0 ? 0 : multiplier * Math.Sign(sum[free[a]]));
        }

        if (!Cholesky.Factor(factor, count))
            return true;
        Cholesky.Solve(factor, step);
        return Move(gram, others, bound, multiplier, free, step, sum, gap);
    }

    private static bool Move(ReadOnlySpan<double> gram, ReadOnlySpan<double> others, double bound, double multiplier, ReadOnlySpan<int> free, ReadOnlySpan<double> step, Span<double> sum, Span<double> gap)
    {
        int size = sum.Length, stopped = -1;
        double share = 1, end = 0;
        for (int a = 0; a < free.Length; a++)
        {
            int j = free[a];
            double wanted = sum[j] + step[a], limit = step[a] > 0 ? others[j] + bound : others[j] - bound;
            if (multiplier > 0 && sum[j] > 0)
                limit = Math.Max(limit, step[a] > 0 ? limit : 0);
            else if (multiplier > 0)
                limit = Math.Min(limit, step[a] < 0 ? limit : 0);
            bool isBeyond = step[a] > 0 ? wanted > limit : wanted < limit;
            if (!isBeyond || (limit - sum[j]) / step[a] >= share)
                continue;
            (share, stopped, end) = ((limit - sum[j]) / step[a], j, limit);
        }

        for (int a = 0; a < free.Length; a++)
        {
            int j = free[a];
            double change = j == stopped ? end - sum[j] : share * step[a];
            sum[j] = j == stopped ? end : sum[j] + change;
            VectorOps.AddScaled(-change, gram.Slice(j * size, size), gap);
        }

        return stopped < 0;
    }
}
