using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Inference;

/// <summary>
/// What each sample, or each pair of them, adds to the equations of a fit: w·e·(x − x̄) with its weight and residual. Their
/// spread tells how far slopes would move with other samples.
/// </summary>
internal static class SampleScores
{
    /// <summary>How many rows of scores samples have. The instance, which no draw changes, has none where samples come in pairs.</summary>
    public static int Rows(int samples, bool arePaired) => arePaired ? samples / 2 : samples;

    /// <summary>Writes the scores, each as a row with the stride of the table.</summary>
    /// <param name="table">Rows [x₁ … x_d, y, 1]; the first is the instance.</param>
    /// <param name="stride">The distance between them.</param>
    /// <param name="weights">One weight per row.</param>
    /// <param name="arePaired">Whether the second and third row are a pair, the fourth and fifth, and so on.</param>
    /// <param name="means">x̄ of all d columns.</param>
    /// <param name="slopes">The slopes of all d columns.</param>
    /// <param name="intercept">The constant.</param>
    /// <param name="scores">Where the rows go.</param>
    public static void Fill(ReadOnlySpan<double> table, int stride, ReadOnlySpan<double> weights, bool arePaired, ReadOnlySpan<double> means, ReadOnlySpan<double> slopes, double intercept, Span<double> scores)
    {
        int columns = slopes.Length;
        using Pooled memory = new(stride + weights.Length);
        Span<double> off = memory.Span[..stride], residuals = memory.Span[stride..];
        for (int j = 0; j < columns; j++)
            off[j] = -slopes[j];
        (off[columns], off[columns + 1]) = (1, -intercept);
        VectorOps.DotRows(table, off, residuals);
        for (int row = 0; row < weights.Length; row++)
            residuals[row] *= weights[row];

        scores.Clear();
        for (int row = arePaired ? 1 : 0, at = 0; row < weights.Length; at += stride)
        {
            Span<double> score = scores.Slice(at, columns);
            double sum = 0;
            for (int last = Math.Min(row + (arePaired ? 2 : 1), weights.Length); row < last; row++)
            {
                VectorOps.AddScaled(residuals[row], table.Slice(row * stride, columns), score);
                sum += residuals[row];
            }

            VectorOps.AddScaled(-sum, means, score);
        }
    }
}
