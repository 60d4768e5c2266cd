using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using TypedExplain.Numerics;

namespace TypedExplain.Images;

/// <summary>Which segments of an image its neighbors keep, as LIME draws them: each by a fair coin.</summary>
internal static class SegmentMasks
{
    /// <summary>Fills rows with 1 for a kept and 0 for a hidden segment.</summary>
    /// <param name="stream">Random numbers; sample s depends on it and on s only.</param>
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

    /// <summary>The pixels of one image in segments that are kept, else those of another. Without a branch on what is kept, since coins cannot be guessed.</summary>
    /// <typeparam name="TNumber">float or double.</typeparam>
    /// <param name="kept">One number per segment: 0 where it is hidden.</param>
    /// <param name="runs">The runs of all pixels, in order.</param>
    /// <param name="channels">How many numbers a pixel has.</param>
    /// <param name="image">The numbers of the pixels.</param>
    /// <param name="hidden">The other ones, as many.</param>
    /// <param name="masked">Where they go, as many.</param>
    /// <remarks>A register may go beyond its run: what it writes there is written again by the runs that follow.</remarks>
    public static void Compose<TNumber>(ReadOnlySpan<double> kept, ReadOnlySpan<SegmentRun> runs, int channels, ReadOnlySpan<TNumber> image, ReadOnlySpan<TNumber> hidden, Span<TNumber> masked)
        where TNumber : unmanaged
    {
        int total = masked.Length, wide = Vector512<TNumber>.Count, half = Vector256<TNumber>.Count;
        ref TNumber own = ref MemoryMarshal.GetReference(image[..total]), other = ref MemoryMarshal.GetReference(hidden[..total]), to = ref MemoryMarshal.GetReference(masked);
        foreach (SegmentRun run in runs)
        {
            int i = run.Start * channels, end = i + (run.Length * channels);
            double share = kept[run.Label];
            if (Vector512.IsHardwareAccelerated)
            {
                Vector512<TNumber> isHidden = Vector512.Equals(Vector512.Create(share), Vector512<double>.Zero).As<double, TNumber>();
                for (; i < end && i <= total - wide; i += wide)
                    Vector512.ConditionalSelect(isHidden, Vector512.LoadUnsafe(ref other, (nuint)i), Vector512.LoadUnsafe(ref own, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
            }

            if (i < end)
            {
                Vector256<TNumber> isHidden = Vector256.Equals(Vector256.Create(share), Vector256<double>.Zero).As<double, TNumber>();
                for (; i < end && i <= total - half; i += half)
                    Vector256.ConditionalSelect(isHidden, Vector256.LoadUnsafe(ref other, (nuint)i), Vector256.LoadUnsafe(ref own, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
            }

            for (; i < end; i++)
                masked[i] = share == 0 ? hidden[i] : image[i];
        }
    }
}
