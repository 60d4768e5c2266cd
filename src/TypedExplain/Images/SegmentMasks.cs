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

    /// <summary>The pixels of one image where a segment is kept, else those of another. Without a branch, since coins cannot be guessed.</summary>
    /// <typeparam name="TNumber">float or double.</typeparam>
    /// <param name="kept">0 where the segment is hidden.</param>
    /// <param name="image">The pixels.</param>
    /// <param name="hidden">The other ones, as many.</param>
    /// <param name="masked">Where they go, as many.</param>
    public static void Select<TNumber>(double kept, ReadOnlySpan<TNumber> image, ReadOnlySpan<TNumber> hidden, Span<TNumber> masked)
        where TNumber : unmanaged
    {
        Vector128<TNumber> isHidden = Vector128.Equals(Vector128.Create(kept), Vector128<double>.Zero).As<double, TNumber>();
        ref TNumber own = ref MemoryMarshal.GetReference(image), other = ref MemoryMarshal.GetReference(hidden), to = ref MemoryMarshal.GetReference(masked);
        int width = Vector128<TNumber>.Count, last = masked.Length - width;
        if (last < 0 || image.Length != masked.Length || hidden.Length != masked.Length)
        {
            (kept == 0 ? hidden : image).CopyTo(masked);
            return;
        }

        for (int i = 0; i < last; i += width)
            Vector128.ConditionalSelect(isHidden, Vector128.LoadUnsafe(ref other, (nuint)i), Vector128.LoadUnsafe(ref own, (nuint)i)).StoreUnsafe(ref to, (nuint)i);

        // The last ones may go over some a second time.
        Vector128.ConditionalSelect(isHidden, Vector128.LoadUnsafe(ref other, (nuint)last), Vector128.LoadUnsafe(ref own, (nuint)last)).StoreUnsafe(ref to, (nuint)last);
    }
}
