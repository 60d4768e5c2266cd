using System.Runtime.CompilerServices;
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
        using Pooled memory = new(stride + weights.Length);
        Span<double> center = memory.Span[..stride], pulls = memory.Span[stride..];
        Pulls(table, weights, slopes, intercept, center, pulls);
        center.Clear();
        means[..slopes.Length].CopyTo(center);
        for (int row = arePaired ? 1 : 0, at = 0; row < weights.Length; row += arePaired ? 2 : 1, at += stride)
        {
            bool isPair = arePaired && row + 1 < weights.Length;
            ReadOnlySpan<double> one = table.Slice(row * stride, stride), other = isPair ? table.Slice((row + 1) * stride, stride) : one;
            Combine(pulls[row], one, isPair ? pulls[row + 1] : 0, other, center, scores.Slice(at, stride));
        }
    }

    /// <summary>Writes the sums of squares of the scores, one per column: those of <see cref="Fill"/>, which need no room here.</summary>
    /// <param name="table">Rows [x₁ … x_d, y, 1]; the first is the instance.</param>
    /// <param name="stride">The distance between them.</param>
    /// <param name="weights">One weight per row.</param>
    /// <param name="arePaired">Whether the second and third row are a pair, the fourth and fifth, and so on.</param>
    /// <param name="means">x̄ of all d columns.</param>
    /// <param name="slopes">The slopes of all d columns.</param>
    /// <param name="intercept">The constant.</param>
    /// <param name="sums">Where the sums go; one number per column.</param>
    public static void SumSquares(ReadOnlySpan<double> table, int stride, ReadOnlySpan<double> weights, bool arePaired, ReadOnlySpan<double> means, ReadOnlySpan<double> slopes, double intercept, Span<double> sums)
    {
        using Pooled memory = new((2 * stride) + weights.Length);
        Span<double> center = memory.Span[..stride], squares = memory.Span.Slice(stride, stride), pulls = memory.Span[(2 * stride)..];
        Pulls(table, weights, slopes, intercept, center, pulls);
        center.Clear();
        means[..slopes.Length].CopyTo(center);

        // Eight columns, a line of the cache, over all rows: their sums stay in registers. Rows are filled up to whole lines.
        for (int first = 0; first < slopes.Length; first += 8)
            SumSquares(table[first..], stride, pulls, arePaired, center.Slice(first, 8), squares.Slice(first, 8));
        squares[..sums.Length].CopyTo(sums);
    }

    private static void SumSquares(ReadOnlySpan<double> table, int stride, ReadOnlySpan<double> pulls, bool arePaired, ReadOnlySpan<double> center, Span<double> squares)
    {
        // The furthest that is read.
        _ = table[((pulls.Length - 1) * stride) + 7];
        ref double from = ref MemoryMarshal.GetReference(table);
        Vector256<double> centerLow = Vector256.Create(center), centerHigh = Vector256.Create(center[4..]), low = default, high = default;
        for (int row = arePaired ? 1 : 0; row < pulls.Length; row += arePaired ? 2 : 1)
        {
            bool isPair = arePaired && row + 1 < pulls.Length;
            nuint at = (nuint)(row * stride), other = at + (nuint)(isPair ? stride : 0);
            double own = pulls[row], next = isPair ? pulls[row + 1] : 0;
            Vector256<double> first = Vector256.Create(own), second = Vector256.Create(next), both = Vector256.Create(-(own + next));
            Vector256<double> sum = Of(first, Vector256.LoadUnsafe(ref from, at), second, Vector256.LoadUnsafe(ref from, other), both, centerLow);
            low = Vector256.FusedMultiplyAdd(sum, sum, low);
            sum = Of(first, Vector256.LoadUnsafe(ref from, at + 4), second, Vector256.LoadUnsafe(ref from, other + 4), both, centerHigh);
            high = Vector256.FusedMultiplyAdd(sum, sum, high);
        }

        low.CopyTo(squares);
        high.CopyTo(squares[4..]);
    }

    /// <summary>w·e of each row.</summary>
    private static void Pulls(ReadOnlySpan<double> table, ReadOnlySpan<double> weights, ReadOnlySpan<double> slopes, double intercept, Span<double> off, Span<double> pulls)
    {
        for (int j = 0; j < slopes.Length; j++)
            off[j] = -slopes[j];
        (off[slopes.Length], off[slopes.Length + 1]) = (1, -intercept);
        VectorOps.DotRows(table, off, pulls);
        for (int row = 0; row < weights.Length; row++)
            pulls[row] *= weights[row];
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
            Of(firsts, Vector256.LoadUnsafe(ref left, (nuint)i), seconds, Vector256.LoadUnsafe(ref right, (nuint)i), both, Vector256.LoadUnsafe(ref middle, (nuint)i))
                .StoreUnsafe(ref to, (nuint)i);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Of(Vector256<double> first, Vector256<double> one, Vector256<double> second, Vector256<double> other, Vector256<double> both, Vector256<double> center) =>
        Vector256.FusedMultiplyAdd(both, center, Vector256.FusedMultiplyAdd(second, other, first * one));
}
