using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Inference;

/// <summary>
/// Standard errors of a weighted ridge's slopes that hold where the model is not linear (the sandwich, HC1):
/// √diag(A·M·A)·√(n/(n − p)) with A = (G + αI)⁻¹, M = Σ w²·e²·(x−x̄)(x−x̄)ᵀ, residuals e and n effective samples. They tell
/// how far slopes would move with other samples. Where these come in pairs, the scores w·e·(x−x̄) of two are added before
/// they are squared, and n is the number of pairs: slopes are then told by the difference of the two alone.
/// </summary>
internal static class SandwichErrors
{
    /// <summary>Writes one error per column of the equations; infinite where there are too few samples or the slopes are not determined.</summary>
    /// <param name="equations">The normal equations of the chosen columns.</param>
    /// <param name="ridge">α.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="chosen">Which columns the equations are of.</param>
    /// <param name="slopes">The slopes of all columns.</param>
    /// <param name="intercept">The constant.</param>
    /// <param name="effective">How many effective samples there are.</param>
    /// <param name="errors">Where the errors go.</param>
    public static void Fill(in NormalEquations equations, double ridge, in WeightedSamples samples, ReadOnlySpan<int> chosen, ReadOnlySpan<double> slopes, double intercept, double effective, Span<double> errors)
    {
        int size = equations.Size, fitted = samples.ArePaired ? size : size + 1;
        if (samples.ArePaired)
            effective /= 2;
        using Pooled memory = new((2 * size * size) + (2 * size));
        Span<double> factor = memory.Span[..(size * size)], meat = memory.Span.Slice(size * size, size * size);
        Span<double> column = memory.Span.Slice(2 * size * size, size), product = memory.Span.Slice((2 * size * size) + size, size);
        WeightedRidge.Penalized(equations, ridge, factor);
        if (!(effective > fitted) || !Cholesky.Factor(factor, size))
        {
            errors.Fill(double.PositiveInfinity);
            return;
        }

        if (samples.ArePaired)
            OfPairs(equations, samples, chosen, slopes, intercept, meat);
        else
            OfSamples(equations, samples, chosen, slopes, intercept, meat);

        double correction = effective / (effective - fitted);
        for (int j = 0; j < size; j++)
        {
            column.Clear();
            column[j] = 1;
            Cholesky.Solve(factor, column);
            for (int i = 0; i < size; i++)
                product[i] = VectorOps.Dot(meat.Slice(i * size, size), column);
            errors[j] = Math.Sqrt(Math.Max(0, correction * VectorOps.Dot(column, product)));
        }
    }

    /// <summary>M of samples that are drawn one by one: their moments with the squares of w·e as weights.</summary>
    private static void OfSamples(in NormalEquations equations, in WeightedSamples samples, ReadOnlySpan<int> chosen, ReadOnlySpan<double> slopes, double intercept, Span<double> meat)
    {
        int size = equations.Size, stride = samples.Stride, count = samples.Weights.Length;
        using Pooled memory = Pooled.Unset((stride * stride) + count);
        Span<double> moments = memory.Span[..(stride * stride)], squares = memory.Span[^count..];
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<double> sample = samples.Table.Slice(row * stride, slopes.Length + 1);
            double off = samples.Weights[row] * (sample[^1] - intercept - VectorOps.Dot(slopes, sample));
            squares[row] = off * off;
        }

        Moments.Of(samples.Table, stride, squares, moments);
        ReadOnlySpan<double> ones = moments.Slice((slopes.Length + 1) * stride, stride);
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                double mean = equations.Mean[i], other = equations.Mean[j];
                meat[(i * size) + j] = moments[(chosen[i] * stride) + chosen[j]] - (mean * ones[chosen[j]]) - (other * ones[chosen[i]]) + (mean * other * ones[slopes.Length + 1]);
            }
        }
    }

    /// <summary>M of pairs: the moments of their scores.</summary>
    private static void OfPairs(in NormalEquations equations, in WeightedSamples samples, ReadOnlySpan<int> chosen, ReadOnlySpan<double> slopes, double intercept, Span<double> meat)
    {
        int size = equations.Size, stride = samples.Stride, rows = SampleScores.Rows(samples.Weights.Length, arePaired: true);
        using Pooled memory = Pooled.Unset((rows * (stride + 1)) + (stride * stride) + samples.Columns);
        Span<double> scores = memory.Span[..(rows * stride)], each = memory.Span.Slice(rows * stride, rows);
        Span<double> moments = memory.Span.Slice(rows * (stride + 1), stride * stride), means = memory.Span[^samples.Columns..];
        means.Clear();
        for (int i = 0; i < size; i++)
            means[chosen[i]] = equations.Mean[i];
        SampleScores.Fill(samples.Table, stride, samples.Weights, arePaired: true, means, slopes, intercept, scores);
        each.Fill(1);
        Moments.Of(scores, stride, each, moments);
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
                meat[(i * size) + j] = moments[(chosen[i] * stride) + chosen[j]];
        }
    }
}
