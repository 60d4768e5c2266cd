using TypedExplain.Neighborhoods.Samples;
using TypedExplain.Numerics;
using TypedExplain.Surrogates;

namespace TypedExplain.Explainers;

/// <summary>
/// Puts the samples and more neighbors, about which the model was not asked, into one table, whose fit is the adjusted fit.
/// A neighbor's response is the forests' prediction. A sample's response is its prediction plus N/n times the error of that
/// prediction, with N rows in the table and n samples: sums over the table are then unbiased, and their spread is that of the
/// adjusted fit (docs/theory.md).
/// </summary>
internal static class AdjustedSamples
{
    /// <summary>Makes the table; the caller disposes of it.</summary>
    /// <param name="explainer">Where samples come from, how they are weighed and which adjustment is made.</param>
    /// <param name="samples">The samples, showing one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static SampleTable<T> Of<T>(LinearExplainer<T> explainer, SampleTable<T> samples, T instance, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        ForestAdjustment adjustment = explainer.Adjustment!;
        int count = samples.Samples;
        using Pooled memory = Pooled.Unset((2 * count) + samples.Features);
        Span<double> left = memory.Span[..count], unseen = memory.Span.Slice(count, count);
        ReadOnlySpan<double> rows = samples.Asked.Rows.Values;
        double intercept = Linear(explainer, samples, memory.Span[^samples.Features..], left);
        if (!VectorOps.AreWithin(left, double.MinValue, double.MaxValue))
            throw LinearExplainer<T>.Overflowed(samples);

        RandomStream stream = new(explainer.Seed, "adjustment");
        FoldForests<T> forests = new(rows, left, adjustment, stream, cancellation);
        SizedNeighborhood<T> more = new(explainer.Neighborhood, adjustment.Neighbors + 1);
        int seed = (int)stream.Bits(ForestAdjustment.Folds);
        using SampleTable<T> others = SampleTable<T>.Draw(more, explainer.Kernel, [], explainer.Intercept, forests, instance, seed, cancellation);
        others.Asked.AskOf(forests, cancellation);
        others.Complete();
        forests.OfUnseen(rows, unseen);

        // A lone sample at the end is not the first half of the next pair.
        int skipped = samples.IsPaired && count % 2 == 0 ? 2 : 1, length = count + others.Samples - skipped;
        double times = (length - 1) / (double)(count - 1);
        using Pooled answers = Pooled.Unset(length);
        ReadOnlySpan<double> slopes = memory.Span[^samples.Features..];
        for (int row = 0; row < count; row++)
            answers.Span[row] = samples.Table[(row * samples.Stride) + samples.Features];
        for (int row = 1; row < count; row++)
            answers.Span[row] += (times - 1) * (left[row] - unseen[row]);
        for (int row = count, other = skipped; row < length; row++, other++)
        {
            ReadOnlySpan<double> sample = others.Table.Slice(other * others.Stride, others.Features);
            answers.Span[row] = intercept + VectorOps.Dot(sample, slopes) + others.Answer(other);
        }

        return samples.With(others, instance, answers.Span);
    }

    /// <summary>Fits a line to all samples and writes what it leaves over.</summary>
    private static double Linear<T>(LinearExplainer<T> explainer, SampleTable<T> samples, Span<double> slopes, Span<double> left)
        where T : IFeatureRecord<T>
    {
        using Pooled memory = Pooled.Unset(NormalEquations.MemoryFor(samples.Features) + samples.Stride);
        NormalEquations equations = NormalEquations.From(samples.WeightedMoments(), samples.Features, explainer.Intercept, memory.Span);
        WeightedRidge.Solve(equations, Math.Max(explainer.Ridge, 1e-6), slopes);
        double intercept = equations.Intercept(slopes);
        Span<double> off = memory.Span[^samples.Stride..];
        off.Clear();
        for (int j = 0; j < slopes.Length; j++)
            off[j] = -slopes[j];
        (off[samples.Features], off[samples.Features + 1]) = (1, -intercept);
        VectorOps.DotRows(samples.Table, off, left);
        return intercept;
    }
}
