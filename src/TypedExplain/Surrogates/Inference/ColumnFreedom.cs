using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
        int columns = samples.Columns, stride = samples.Stride;
        using Pooled memory = new(3 * stride);
        Span<double> center = memory.Span[..stride], sums = memory.Span.Slice(stride, stride), squares = memory.Span[^stride..];
        means.CopyTo(center);

        // Eight columns, a line of the cache, over all rows: their sums stay in registers. Rows are filled up to whole lines.
        for (int first = 0; first < columns; first += 8)
            OfLine(samples, first, center, sums, squares);
        for (int j = 0; j < columns; j++)
            counts[j] = squares[j] > 0 ? sums[j] * sums[j] / squares[j] : 0;
    }

    private static void OfLine(in WeightedSamples samples, int first, ReadOnlySpan<double> means, Span<double> sums, Span<double> squares)
    {
        int together = samples.ArePaired ? 2 : 1, stride = samples.Stride, count = samples.Weights.Length;
        ref double table = ref MemoryMarshal.GetReference(samples.Table);
        Vector256<double> meansLow = Vector256.Create(means[first..]), meansHigh = Vector256.Create(means[(first + 4)..]);
        Vector256<double> sumLow = default, sumHigh = default, squareLow = default, squareHigh = default;
        for (int row = 1; row < count;)
        {
            Vector256<double> low = default, high = default;
            for (int last = Math.Min(row + together, count); row < last; row++)
            {
                nuint at = (nuint)((row * stride) + first);
                Vector256<double> weight = Vector256.Create(samples.Weights[row]);
                Vector256<double> offLow = (Vector256.LoadUnsafe(ref table, at) - meansLow) * weight;
                Vector256<double> offHigh = (Vector256.LoadUnsafe(ref table, at + 4) - meansHigh) * weight;
                low = Vector256.FusedMultiplyAdd(offLow, offLow, low);
                high = Vector256.FusedMultiplyAdd(offHigh, offHigh, high);
            }

            sumLow += low;
            sumHigh += high;
            squareLow = Vector256.FusedMultiplyAdd(low, low, squareLow);
            squareHigh = Vector256.FusedMultiplyAdd(high, high, squareHigh);
        }

        sumLow.CopyTo(sums[first..]);
        sumHigh.CopyTo(sums[(first + 4)..]);
        squareLow.CopyTo(squares[first..]);
        squareHigh.CopyTo(squares[(first + 4)..]);
    }
}
