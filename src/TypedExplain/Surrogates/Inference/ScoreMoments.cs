using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Inference;

/// <summary>
/// M = Σ w²·e²·(x−x̄)(x−x̄)ᵀ: how the scores of samples spread around a fit. Where samples come in pairs, the scores of two are
/// added before they are squared. The instance has no part in it: no draw changes it.
/// </summary>
internal static class ScoreMoments
{
    /// <summary>Writes M of the chosen columns.</summary>
    /// <param name="equations">The normal equations of the chosen columns.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="chosen">Which columns the equations are of.</param>
    /// <param name="slopes">The slopes of all columns, whose residuals e are.</param>
    /// <param name="moments">Where M goes.</param>
    public static void Fill(in NormalEquations equations, in WeightedSamples samples, ReadOnlySpan<int> chosen, ReadOnlySpan<double> slopes, Span<double> moments)
    {
        double intercept = equations.MeanResponse;
        for (int i = 0; i < equations.Size; i++)
            intercept -= equations.Mean[i] * slopes[chosen[i]];
        if (samples.ArePaired)
            OfPairs(equations, samples, chosen, slopes, intercept, moments);
        else
            OfSamples(equations, samples, chosen, slopes, intercept, moments);
    }

    private static void OfSamples(in NormalEquations equations, in WeightedSamples samples, ReadOnlySpan<int> chosen, ReadOnlySpan<double> slopes, double intercept, Span<double> moments)
    {
        int size = equations.Size, stride = samples.Stride, count = samples.Weights.Length, columns = samples.Columns;
        using Pooled memory = Pooled.Unset((stride * stride) + stride + count);
        Span<double> all = memory.Span[..(stride * stride)], off = memory.Span.Slice(stride * stride, stride), squares = memory.Span[^count..];
        off.Clear();
        slopes.CopyTo(off);
        (off[columns], off[columns + 1]) = (-1, intercept);
        VectorOps.DotRows(samples.Table, off, squares);
        for (int row = 0; row < count; row++)
        {
            double score = samples.Weights[row] * squares[row];
            squares[row] = score * score;
        }

        squares[0] = 0;
        Moments.Of(samples.Table, stride, squares, all);
        ReadOnlySpan<double> ones = all.Slice((columns + 1) * stride, stride);
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                double mean = equations.Mean[i], other = equations.Mean[j];
                moments[(i * size) + j] = all[(chosen[i] * stride) + chosen[j]] - (mean * ones[chosen[j]]) - (other * ones[chosen[i]]) + (mean * other * ones[columns + 1]);
            }
        }
    }

    private static void OfPairs(in NormalEquations equations, in WeightedSamples samples, ReadOnlySpan<int> chosen, ReadOnlySpan<double> slopes, double intercept, Span<double> moments)
    {
        int size = equations.Size, stride = samples.Stride, rows = SampleScores.Rows(samples.Weights.Length, arePaired: true);
        using Pooled memory = Pooled.Unset((rows * stride) + (stride * stride) + samples.Columns);
        Span<double> scores = memory.Span[..(rows * stride)], all = memory.Span.Slice(rows * stride, stride * stride), means = memory.Span[^samples.Columns..];
        means.Clear();
        for (int i = 0; i < size; i++)
            means[chosen[i]] = equations.Mean[i];
        SampleScores.Fill(samples.Table, stride, samples.Weights, arePaired: true, means, slopes, intercept, scores);
        Moments.Of(scores, stride, rows, all);
        for (int i = 0; i < size; i++)
        {
            ReadOnlySpan<double> own = all.Slice(chosen[i] * stride, stride);
            Span<double> target = moments.Slice(i * size, size);
            for (int j = 0; j < target.Length; j++)
                target[j] = own[chosen[j]];
        }
    }
}
