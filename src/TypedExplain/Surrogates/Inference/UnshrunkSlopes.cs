using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Inference;

/// <summary>
/// The slopes of weighted least squares without a penalty, to which LIME, S-LIME and LINEX all tend with more samples, and their
/// covariance where the model is not linear (the sandwich, HC1): A·M·A·n/(n − p) with A = G⁻¹, the moments M of the scores and
/// n effective samples, or pairs of them.
/// </summary>
internal static class UnshrunkSlopes
{
    /// <summary>Writes the slopes and their covariance.</summary>
    /// <param name="equations">The normal equations of the chosen columns.</param>
    /// <param name="ridge">α, which is used twice, to take back the most of its own shrinking, where the columns are not independent.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="chosen">Which columns the equations are of.</param>
    /// <param name="effective">How many effective samples there are.</param>
    /// <param name="slopes">Where the slopes of the chosen columns go.</param>
    /// <param name="covariance">Where their covariance goes.</param>
    /// <returns>
    /// The share of n that is left after p slopes, (n − p)/n; 0, with nothing written, where the samples are too few or the slopes
    /// are not determined.
    /// </returns>
    public static double Fill(in NormalEquations equations, double ridge, in WeightedSamples samples, ReadOnlySpan<int> chosen, double effective, Span<double> slopes, Span<double> covariance)
    {
        int size = equations.Size;
        double left = Left(samples, chosen, effective);
        if (!(left > 0))
            return 0;
        int stride = Moments.Stride(size);
        using Pooled memory = new((size * size) + (stride * stride) + samples.Columns);
        Span<double> factor = memory.Span[..(size * size)], bread = memory.Span.Slice(size * size, stride * stride), all = memory.Span[^samples.Columns..];
        double penalty = Factor(equations, ridge, factor);
        if (double.IsNaN(penalty))
            return 0;
        Bread(factor, size, penalty, bread);
        for (int i = 0; i < size; i++)
        {
            slopes[i] = VectorOps.Dot(bread.Slice(i * stride, size), equations.Cross);
            all[chosen[i]] = slopes[i];
        }

        Span<double> moments = factor;
        ScoreMoments.Fill(equations, samples, chosen, all, moments);
        Sandwich(bread, moments, 1 / left, covariance, size);
        return left;
    }

    /// <summary>
    /// (n − p)/n. Pairs tell mirrored columns by the differences of their two samples only, of which there are half as many;
    /// slopes of the other columns take as much of the differences as of the sums.
    /// </summary>
    private static double Left(in WeightedSamples samples, ReadOnlySpan<int> chosen, double effective)
    {
        if (!samples.ArePaired)
            return (effective - chosen.Length - 1) / effective;
        double fitted = 0;
        foreach (int column in chosen)
            fitted += samples.Mirrored[column] ? 1 : 0.5;
        return ((effective / 2) - fitted) / (effective / 2);
    }

    /// <summary>Factors the Gram matrix, with a penalty only where it must have one. A column that never varies stands for itself.</summary>
    /// <returns>The penalty; not a number where no factor exists.</returns>
    private static double Factor(in NormalEquations equations, double ridge, Span<double> factor)
    {
        for (int attempt = 0; attempt < (ridge > 0 ? 2 : 1); attempt++)
        {
            double penalty = attempt == 0 ? 0 : ridge;
            WeightedRidge.Penalized(equations, penalty, factor);
            for (int i = 0; i < equations.Size; i++)
            {
                if (factor[(i * equations.Size) + i] == 0)
                    factor[(i * equations.Size) + i] = 1;
            }

            if (Cholesky.Factor(factor, equations.Size))
                return penalty;
        }

        return double.NaN;
    }

    /// <summary>What turns the cross moments into slopes: A, or with a penalty A + αA², whose shrinking is of second order.</summary>
    private static void Bread(ReadOnlySpan<double> factor, int size, double penalty, Span<double> bread)
    {
        CholeskyInverse.Of(factor, size, bread);
        if (penalty == 0)
            return;
        int stride = Moments.Stride(size);
        using Pooled memory = Pooled.Unset(stride * stride);
        RowProducts.Of(bread, stride, size, bread, stride, size, size, memory.Span);
        VectorOps.AddScaled(penalty, memory.Span, bread);
    }

    private static void Sandwich(ReadOnlySpan<double> bread, ReadOnlySpan<double> moments, double correction, Span<double> covariance, int size)
    {
        int stride = Moments.Stride(size);
        using Pooled memory = Pooled.Unset(2 * stride * stride);
        Span<double> products = memory.Span[..(stride * stride)], all = memory.Span[(stride * stride)..];
        RowProducts.Of(moments, size, size, bread, stride, size, size, products);
        RowProducts.Of(bread, stride, size, products, stride, size, size, all);
        covariance[..(size * size)].Clear();
        for (int i = 0; i < size; i++)
            VectorOps.AddScaled(correction, all.Slice(i * stride, size), covariance.Slice(i * size, size));
    }
}
