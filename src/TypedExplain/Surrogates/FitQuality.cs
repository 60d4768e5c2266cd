using TypedExplain.Numerics;

namespace TypedExplain.Surrogates;

/// <summary>How well a linear surrogate fits its samples.</summary>
internal static class FitQuality
{
    /// <summary>Weighted R² and effective sample size.</summary>
    /// <param name="table">Rows [x₁ … x_d, y, 1].</param>
    /// <param name="stride">Distance between rows.</param>
    /// <param name="weights">One weight per row.</param>
    /// <param name="slopes">β₁ … β_d.</param>
    /// <param name="intercept">The constant.</param>
    public static LocalFit Of(ReadOnlySpan<double> table, int stride, ReadOnlySpan<double> weights, ReadOnlySpan<double> slopes, double intercept)
    {
        int response = slopes.Length;
        double weight = 0, weightSquares = 0, mean = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            weight += weights[row];
            weightSquares += weights[row] * weights[row];
            mean += weights[row] * table[(row * stride) + response];
        }

        // A row times these is what the surrogate is off by.
        using Pooled memory = new(stride);
        slopes.CopyTo(memory.Span);
        (memory.Span[response], memory.Span[response + 1]) = (-1, intercept);
        mean /= weight;
        double residual = 0, total = 0;
        for (int row = 0; row < weights.Length; row++)
        {
            ReadOnlySpan<double> sample = table.Slice(row * stride, stride);
            double error = VectorOps.Dot(memory.Span, sample);
            double off = sample[response] - mean;
            residual += weights[row] * error * error;
            total += weights[row] * off * off;
        }

        double r2 = total > 0 ? 1 - (residual / total) : residual == 0 ? 1 : 0;
        return new(r2, weight * weight / weightSquares, weights.Length);
    }
}
