using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Inference;

/// <summary>
/// How many samples the error of each slope rests on (Bell and McCaffrey, 2002, for columns that are not correlated): (Σa)²/Σa²
/// with a = w²·(x − x̄)² of a sample, or of both of a pair. Of a flag that four samples have it is about four.
/// </summary>
internal static class ColumnFreedom
{
    /// <summary>Writes one count per column; 0 where a column never varies.</summary>
    /// <param name="samples">The samples; the first, the instance, has no part in it.</param>
    /// <param name="means">x̄ of all columns.</param>
    /// <param name="counts">Where the counts go.</param>
    public static void Fill(in WeightedSamples samples, ReadOnlySpan<double> means, Span<double> counts)
    {
        int columns = samples.Columns, together = samples.ArePaired ? 2 : 1;
        using Pooled memory = new(3 * columns);
        Span<double> off = memory.Span[..columns], sum = memory.Span.Slice(columns, columns), each = memory.Span[^columns..];
        counts.Clear();
        for (int row = 1; row < samples.Weights.Length;)
        {
            each.Clear();
            for (int last = Math.Min(row + together, samples.Weights.Length); row < last; row++)
            {
                off.Clear();
                VectorOps.SubtractScaled(samples.Table.Slice(row * samples.Stride, columns), 1, means, off);
                VectorOps.ScaleAndAdd(off, samples.Weights[row], 0);
                VectorOps.AddSquares(off, each);
            }

            VectorOps.AddScaled(1, each, sum);
            VectorOps.AddSquares(each, counts);
        }

        for (int j = 0; j < columns; j++)
            counts[j] = counts[j] > 0 ? sum[j] * sum[j] / counts[j] : 0;
    }
}
