using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Game;

/// <summary>
/// The best move of one player against the others: least squares over the sum v, within γ of the others' sum in every
/// slope and with ‖v‖₁ ≤ t, by cyclic coordinate descent with exact steps on the free slopes; an active budget by a search
/// for its multiplier.
/// </summary>
internal static class BestResponse
{
    private const double Settled = 1e-14;
    private const int Searches = 100;

    /// <summary>Sweeps before the first exact step on the free slopes, and between them, where there are no more slopes.</summary>
    private const int SweepsPerStep = 8;

    /// <summary>The share of the budget to which it is kept.</summary>
    private const double Kept = 1e-14;

    /// <summary>Moves one player.</summary>
    /// <param name="gram">G_i.</param>
    /// <param name="cross">c_i.</param>
    /// <param name="others">The sum of the other players' slopes.</param>
    /// <param name="bound">γ.</param>
    /// <param name="budget">t.</param>
    /// <param name="maximumSweeps">Cap of each coordinate descent.</param>
    /// <param name="own">The player's slopes: the old on entry, the best on return; exactly ±γ where the bound holds.</param>
    public static void Solve(ReadOnlySpan<double> gram, ReadOnlySpan<double> cross, ReadOnlySpan<double> others, double bound, double budget, int maximumSweeps, Span<double> own)
    {
        int size = own.Length;
        using Pooled memory = new(2 * size);
        Span<double> sum = memory.Span[..size];
        Span<double> gap = memory.Span[size..];
        for (int j = 0; j < size; j++)
            sum[j] = others[j] + own[j];

        Descend(gram, cross, others, bound, 0, maximumSweeps, sum, gap);
        if (VectorOps.SumAbs(sum) > budget)
            Shrink(gram, cross, others, bound, budget, maximumSweeps, sum, gap);

        for (int j = 0; j < size; j++)
            own[j] = sum[j] == others[j] + bound ? bound : sum[j] == others[j] - bound ? -bound : sum[j] - others[j];
    }

    /// <summary>
    /// Raises the multiplier of the budget until the sum just keeps it; its norm never grows with the multiplier and is linear
    /// in it between changes of what is free, so the search goes by false position, and halves at every third trial.
    /// </summary>
    private static void Shrink(ReadOnlySpan<double> gram, ReadOnlySpan<double> cross, ReadOnlySpan<double> others, double bound, double budget, int maximumSweeps, Span<double> sum, Span<double> gap)
    {
        double low = 0, high = LargestMultiplier(gram, cross, others, bound);
        double above = VectorOps.SumAbs(sum) - budget, below = -budget;
        for (int i = 1; i <= Searches && low < high; i++)
        {
            double halfway = low + ((high - low) / 2), trial = i % 3 == 0 ? halfway : low + ((high - low) * (above / (above - below)));
            if (!(trial > low && trial < high))
                trial = halfway;
            if (trial == low || trial == high)
                break;
            Descend(gram, cross, others, bound, trial, maximumSweeps, sum, gap);
            double over = VectorOps.SumAbs(sum) - budget;
            if (over <= 0 && over >= -Kept * budget)
                return;
            if (over > 0)
                (low, above) = (trial, over);
            else
                (high, below) = (trial, over);
        }

        Descend(gram, cross, others, bound, high, maximumSweeps, sum, gap);
    }

    /// <summary>A multiplier at which every slope of the sum is as near to 0 as the bound allows.</summary>
    private static double LargestMultiplier(ReadOnlySpan<double> gram, ReadOnlySpan<double> cross, ReadOnlySpan<double> others, double bound)
    {
        int size = cross.Length;
        double largest = 0;
        for (int j = 0; j < size; j++)
        {
            double reach = Math.Abs(cross[j]);
            for (int l = 0; l < size; l++)
                reach += Math.Abs(gram[(j * size) + l]) * (Math.Abs(others[l]) + bound);
            largest = Math.Max(largest, reach);
        }

        return largest;
    }

    private static void Descend(ReadOnlySpan<double> gram, ReadOnlySpan<double> cross, ReadOnlySpan<double> others, double bound, double multiplier, int maximumSweeps, Span<double> sum, Span<double> gap)
    {
        int size = sum.Length;
        for (int j = 0; j < size; j++)
            gap[j] = cross[j] - VectorOps.Dot(gram.Slice(j * size, size), sum);

        for (int sweep = 0; sweep < maximumSweeps; sweep++)
        {
            double largest = 0;
            for (int j = 0; j < size; j++)
            {
                double low = others[j] - bound, high = others[j] + bound;
                double curvature = gram[(j * size) + j];
                double wanted = curvature > 0
                    ? SoftThreshold((curvature * sum[j]) + gap[j], multiplier) / curvature
                    : multiplier > 0 ? 0 : sum[j];
                double next = wanted <= low ? low : wanted >= high ? high : wanted;
                double change = next - sum[j];
                if (change == 0)
                    continue;
                sum[j] = next;
                VectorOps.AddScaled(-change, gram.Slice(j * size, size), gap);
                largest = Math.Max(largest, Math.Abs(change));
            }

            if (largest <= Settled * bound)
                return;
            if (sweep % Math.Max(SweepsPerStep, size) == SweepsPerStep - 1)
                FreeStep.Take(gram, others, bound, multiplier, sum, gap);
        }
    }

    private static double SoftThreshold(double value, double threshold) =>
        value > threshold ? value - threshold : value < -threshold ? value + threshold : 0;
}
