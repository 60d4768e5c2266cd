using TypedExplain.Numerics;

namespace TypedExplain.Surrogates;

/// <summary>How well a linear surrogate fits its samples.</summary>
internal static class FitQuality
{
    // The sums lose as many digits as their largest term is larger than what is left of them: R² is off by 1e-12 at the most.
    private const double Lossless = 1e4;

    /// <summary>Weighted R² and effective sample size from the moments of the rows, which takes no pass over them.</summary>
    /// <param name="moments">The weighted moments of the rows, with the stride of <see cref="Moments"/>.</param>
    /// <param name="stride">The distance between their rows.</param>
    /// <param name="weights">One weight per row.</param>
    /// <param name="slopes">β₁ … β_d.</param>
    /// <param name="intercept">The constant.</param>
    /// <returns>Nothing where too many digits would cancel.</returns>
    public static LocalFit? OfMoments(ReadOnlySpan<double> moments, int stride, ReadOnlySpan<double> weights, ReadOnlySpan<double> slopes, double intercept)
    {
        int response = slopes.Length, one = response + 1;
        using Pooled memory = new(stride);
        Span<double> off = memory.Span;
        slopes.CopyTo(off);
        (off[response], off[one]) = (-1, intercept);
        double residual = 0, largest = 0;
        for (int i = 0; i <= one; i++)
        {
            ReadOnlySpan<double> row = moments.Slice(i * stride, stride);
            residual += off[i] * VectorOps.Dot(row, off);
            largest += Math.Abs(off[i]) * Math.Sqrt(row[i]);
        }

        double sum = moments[(response * stride) + one], weight = moments[(one * stride) + one];
        double total = moments[(response * stride) + response] - (sum * sum / weight);
        if (!(largest * largest < Lossless * total))
            return null;
        residual = Math.Max(0, residual);
        return new(1 - (residual / total), weight * weight / VectorOps.Dot(weights, weights), weights.Length, Math.Sqrt(residual / weight));
    }

    /// <summary>Weighted R² and effective sample size.</summary>
    /// <param name="table">Rows [x₁ … x_d, y, 1].</param>
    /// <param name="stride">Distance between rows.</param>
    /// <param name="weights">One weight per row.</param>
    /// <param name="slopes">β₁ … β_d.</param>
    /// <param name="intercept">The constant.</param>
    public static LocalFit Of(ReadOnlySpan<double> table, int stride, ReadOnlySpan<double> weights, ReadOnlySpan<double> slopes, double intercept)
    {
        // A row times these is what the surrogate is off by.
        int response = slopes.Length, count = weights.Length;
        using Pooled memory = Pooled.Unset(stride + (2 * count));
        Span<double> off = memory.Span[..stride], errors = memory.Span.Slice(stride, count), answers = memory.Span[(stride + count)..];
        off.Clear();
        slopes.CopyTo(off);
        (off[response], off[response + 1]) = (-1, intercept);
        VectorOps.DotRows(table, off, errors);
        for (int row = 0; row < count; row++)
            answers[row] = table[(row * stride) + response];
        double weight = VectorOps.Sum(weights), weightSquares = VectorOps.Dot(weights, weights), mean = VectorOps.Dot(weights, answers) / weight;
        for (int row = 0; row < count; row++)
        {
            double away = answers[row] - mean;
            (errors[row], answers[row]) = (errors[row] * errors[row], away * away);
        }

        double residual = VectorOps.Dot(weights, errors), total = VectorOps.Dot(weights, answers);
        double r2 = total > 0 ? 1 - (residual / total) : residual == 0 ? 1 : 0;
        return new(r2, weight * weight / weightSquares, weights.Length, Math.Sqrt(residual / weight));
    }
}
