using TypedExplain.Numerics;

namespace TypedExplain.Images;

/// <summary>Which segments of an image its neighbors keep, as LIME draws them: each by a fair coin.</summary>
internal static class SegmentMasks
{
    /// <summary>Fills rows with 1 for a kept and 0 for a hidden segment.</summary>
    /// <param name="stream">Random numbers; sample s depends on it and on s alone.</param>
    /// <param name="first">The sample that comes first.</param>
    /// <param name="segments">How many segments a row has.</param>
    /// <param name="rows">The rows, one after the other.</param>
    public static void Fill(RandomStream stream, int first, int segments, Span<double> rows)
    {
        for (int row = 0; row < rows.Length / segments; row++)
        {
            RandomStream own = stream.For(first + row);
            Span<double> mask = rows.Slice(row * segments, segments);
            ulong bits = 0;
            for (int i = 0; i < segments; i++, bits >>= 1)
            {
                if (i % 64 == 0)
                    bits = own.Bits(i / 64);
                mask[i] = bits & 1;
            }
        }
    }

    /// <summary>1 − cos(mask, 1).</summary>
    public static double Distance(ReadOnlySpan<double> mask) => MaskDistance.Cosine(mask);
}
