using TypedExplain.Numerics;

namespace TypedExplain.Surrogates;

/// <summary>
/// Greedy forward selection by the weighted R² of unpenalized fits. Each step sweeps the chosen column out of the
/// moments, so that every candidate's gain is one division away.
/// </summary>
internal static class ForwardSelection
{
    /// <summary>A column with less than this share of its variance left is a combination of those chosen.</summary>
    private const double SmallestVariance = 1e-10;

    public static int Select(in NormalEquations equations, int features, Span<int> chosen)
    {
        int size = equations.Size;
        int count = Math.Min(features, size);
        using Pooled gram = new(size * size);
        using Pooled cross = new(size);
        equations.Gram.CopyTo(gram.Span);
        equations.Cross.CopyTo(cross.Span);
        for (int step = 0; step < count; step++)
        {
            int best = -1;
            double bestGain = double.NegativeInfinity;
            for (int candidate = 0; candidate < size; candidate++)
            {
                if (chosen[..step].Contains(candidate))
                    continue;
                double variance = gram.Span[(candidate * size) + candidate];
                bool free = variance > SmallestVariance * equations.Gram[(candidate * size) + candidate];
                double gain = free ? cross.Span[candidate] * cross.Span[candidate] / variance : 0;
                if (gain > bestGain)
                    (best, bestGain) = (candidate, gain);
            }

            chosen[step] = best;
            if (bestGain > 0)
                SweepOut(best, size, gram.Span, cross.Span);
        }

        return count;
    }

    /// <summary>Takes from every column the part that a chosen column explains.</summary>
    private static void SweepOut(int pivot, int size, Span<double> gram, Span<double> cross)
    {
        using Pooled pivotRow = new(size);
        gram.Slice(pivot * size, size).CopyTo(pivotRow.Span);
        double variance = pivotRow.Span[pivot];
        double response = cross[pivot];
        for (int i = 0; i < size; i++)
        {
            double factor = pivotRow.Span[i] / variance;
            if (factor == 0)
                continue;
            VectorOps.AddScaled(-factor, pivotRow.Span, gram.Slice(i * size, size));
            cross[i] -= factor * response;
        }
    }
}
