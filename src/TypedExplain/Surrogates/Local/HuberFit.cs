using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Local;

/// <summary>Huber's regression on one batch. Every round can only lower the objective: a quadratic above it is minimized.</summary>
internal sealed class HuberFit(double epsilon, double alpha) : ILocalFit
{
    private const int MostRounds = 200;
    private const double Tolerance = 1e-10, Exact = 1e-12;

    public double Add(LocalBatch batch, Span<double> slopes)
    {
        int size = batch.Features;
        using Pooled memory = new((2 * batch.Count) + (batch.Stride * batch.Stride) + NormalEquations.MemoryFor(size) + size);
        Span<double> weights = memory.Span[..batch.Count], residuals = memory.Span.Slice(batch.Count, batch.Count);
        Span<double> moments = memory.Span.Slice(2 * batch.Count, batch.Stride * batch.Stride), before = memory.Span[^size..];
        Span<double> equationMemory = memory.Span.Slice((2 * batch.Count) + moments.Length, NormalEquations.MemoryFor(size));
        batch.Weights.CopyTo(weights);

        double largest = 0, intercept = 0, scale = 1;
        for (int i = 0; i < batch.Count; i++)
            largest = Math.Max(largest, Math.Abs(batch.Response(i)));
        for (int round = 0; round < MostRounds; round++)
        {
            // The first round is a plain ridge fit. Weights are those of the quadratic above, times σ; so is the penalty.
            slopes.CopyTo(before);
            Moments.Of(batch.Table, batch.Stride, weights, moments);
            NormalEquations equations = NormalEquations.From(moments, size, intercept: true, equationMemory);
            WeightedRidge.Solve(equations, alpha * scale, slopes);
            intercept = equations.Intercept(slopes);

            double change = 0;
            for (int j = 0; j < size; j++)
                change = Math.Max(change, Math.Abs(slopes[j] - before[j]));
            for (int i = 0; i < batch.Count; i++)
                residuals[i] = Math.Abs(batch.Response(i) - intercept - VectorOps.Dot(slopes, batch.Values(i)));
            scale = Scale(batch.Weights, residuals, round == 0 ? null : scale);
            if (scale <= Exact * largest || (round > 0 && change <= Tolerance * (1 + VectorOps.MaxAbs(slopes))))
                break;
            for (int i = 0; i < batch.Count; i++)
                weights[i] = batch.Weights[i] * (residuals[i] <= epsilon * scale ? 1 : epsilon * scale / residuals[i]);
        }

        return intercept;
    }

    /// <summary>σ for given residuals, σ² = Σ_in w·r²/(Σ w − ε²·Σ_out w), or as near to it as a few steps come.</summary>
    private double Scale(ReadOnlySpan<double> weights, ReadOnlySpan<double> residuals, double? start)
    {
        double total = 0, squares = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            total += weights[i];
            squares += weights[i] * residuals[i] * residuals[i];
        }

        double scale = start ?? Math.Sqrt(squares / total);
        for (int step = 0; step < 20; step++)
        {
            double inside = 0, outside = 0;
            for (int i = 0; i < weights.Length; i++)
            {
                if (residuals[i] <= epsilon * scale)
                    inside += weights[i] * residuals[i] * residuals[i];
                else
                    outside += weights[i];
            }

            // Where too many are outside, σ is too small for the samples and halves no further.
            double free = total - (epsilon * epsilon * outside);
            double next = free > 0 ? Math.Sqrt(inside / free) : scale / 2;
            if (Math.Abs(next - scale) <= 1e-12 * scale)
                return next;
            scale = next;
        }

        return scale;
    }
}
