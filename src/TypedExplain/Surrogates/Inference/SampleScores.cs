using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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

        Span<double> center = off;
        center.Clear();
        means[..columns].CopyTo(center);
        for (int row = arePaired ? 1 : 0, at = 0; row < weights.Length; row += arePaired ? 2 : 1, at += stride)
        {
            bool isPair = arePaired && row + 1 < weights.Length;
            ReadOnlySpan<double> one = table.Slice(row * stride, stride), other = isPair ? table.Slice((row + 1) * stride, stride) : one;
            Combine(residuals[row], one, isPair ? residuals[row + 1] : 0, other, center, scores.Slice(at, stride));
        }
    }

    /// <summary>target = first·one + second·other − (first + second)·center.</summary>
    private static void Combine(double first, ReadOnlySpan<double> one, double second, ReadOnlySpan<double> other, ReadOnlySpan<double> center, Span<double> target)
    {
        ref double left = ref MemoryMarshal.GetReference(one);
        ref double right = ref MemoryMarshal.GetReference(other);
        ref double middle = ref MemoryMarshal.GetReference(center);
        ref double to = ref MemoryMarshal.GetReference(target);
        Vector256<double> firsts = Vector256.Create(first), seconds = Vector256.Create(second), both = Vector256.Create(-(first + second));

        // Rows are as long as whole lines of the cache.
        for (int i = 0; i < target.Length; i += 4)
        {
            Vector256<double> sum = firsts * Vector256.LoadUnsafe(ref left, (nuint)i);
            sum = Vector256.FusedMultiplyAdd(seconds, Vector256.LoadUnsafe(ref right, (nuint)i), sum);
            Vector256.FusedMultiplyAdd(both, Vector256.LoadUnsafe(ref middle, (nuint)i), sum).StoreUnsafe(ref to, (nuint)i);
        }
    }
}
