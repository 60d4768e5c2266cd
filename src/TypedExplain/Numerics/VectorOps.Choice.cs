using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Numerics;

// Copies: by a choice between two sources, and of another precision.
internal static partial class VectorOps
{
    /// <summary>
    /// Fills parts of rows with the elements of one vector where a word has the element's bit, and with those of other rows where it
    /// has not.
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="bits">The bit of each element.</param>
    /// <param name="set">The elements for bits that are set.</param>
    /// <param name="clear">The rows for bits that are not.</param>
    /// <param name="target">Where the elements go, from the first row's first one on.</param>
    /// <param name="stride">The distance between rows.</param>
    public static void SelectRows(ulong word, ReadOnlySpan<ulong> bits, ReadOnlySpan<double> set, ReadOnlySpan<double> clear, Span<double> target, int stride)
    {
        int length = bits.Length, rows = (target.Length + stride - 1) / stride;

        // The furthest that is read and written.
        _ = target[((rows - 1) * stride) + length - 1];
        _ = clear[((rows - 1) * stride) + length - 1];
        nuint step = (nuint)stride, end = (nuint)rows * step, i = 0;
        ref ulong bit = ref MemoryMarshal.GetReference(bits);
        ref double one = ref MemoryMarshal.GetReference(set[..length]), other = ref MemoryMarshal.GetReference(clear), to = ref MemoryMarshal.GetReference(target);
        for (; Vector512.IsHardwareAccelerated && i + 8 <= (nuint)length; i += 8)
        {
            Vector512<double> isClear = Vector512.Equals(Vector512.Create(word) & Vector512.LoadUnsafe(ref bit, i), Vector512<ulong>.Zero).AsDouble();
            Vector512<double> own = Vector512.LoadUnsafe(ref one, i);
            for (nuint at = i; at < end; at += step)
                Vector512.ConditionalSelect(isClear, Vector512.LoadUnsafe(ref other, at), own).StoreUnsafe(ref to, at);
        }

        for (; i + 4 <= (nuint)length; i += 4)
        {
            Vector256<double> isClear = Vector256.Equals(Vector256.Create(word) & Vector256.LoadUnsafe(ref bit, i), Vector256<ulong>.Zero).AsDouble();
            Vector256<double> own = Vector256.LoadUnsafe(ref one, i);
            for (nuint at = i; at < end; at += step)
                Vector256.ConditionalSelect(isClear, Vector256.LoadUnsafe(ref other, at), own).StoreUnsafe(ref to, at);
        }

        for (; i < (nuint)length; i++)
        {
            bool isClear = (word & bits[(int)i]) == 0;
            for (int at = (int)i; at < (int)end; at += stride)
                target[at] = isClear ? clear[at] : set[(int)i];
        }
    }

    /// <summary>Copies rows, chosen one by one, one after the other.</summary>
    /// <param name="rows">All rows.</param>
    /// <param name="columns">How long a row is.</param>
    /// <param name="centers">The rows to choose from.</param>
    /// <param name="picked">Which of these each row is.</param>
    /// <param name="target">Where they go.</param>
    public static void GatherRows(ReadOnlySpan<double> rows, int columns, ReadOnlySpan<int> centers, ReadOnlySpan<int> picked, Span<double> target)
    {
        for (int row = 0; row < picked.Length; row++)
        {
            ReadOnlySpan<double> own = rows.Slice(centers[picked[row]] * columns, columns);
            Span<double> copy = target.Slice(row * columns, columns);
            ref double from = ref MemoryMarshal.GetReference(own), to = ref MemoryMarshal.GetReference(copy);

            // A call for a few numbers takes longer than they do.
            int i = 0;
            for (; i <= columns - 4; i += 4)
                Vector256.LoadUnsafe(ref from, (nuint)i).StoreUnsafe(ref to, (nuint)i);
            for (; i < columns; i++)
                copy[i] = own[i];
        }
    }

    /// <summary>Puts each of the numbers of the first half, and its negation after it, in place of all: x₁, −x₁, x₂, −x₂ and so on.</summary>
    /// <param name="numbers">The numbers, the first half of them, with the middle one, given; all of them.</param>
    public static void Mirror(Span<double> numbers)
    {
        ref double first = ref MemoryMarshal.GetReference(numbers);
        Vector256<double> signs = Vector256.Create(0.0, -0.0, 0.0, -0.0);

        // From the end on, so that nothing is written over before it is read; those without a register of their own come first.
        int given = (numbers.Length + 1) / 2, whole = numbers.Length / 2 / 4 * 4;
        for (int i = given - 1; i >= whole; i--)
        {
            double own = numbers[i];
            numbers[2 * i] = own;
            if ((2 * i) + 1 < numbers.Length)
                numbers[(2 * i) + 1] = -own;
        }

        for (int i = whole - 4; i >= 0; i -= 4)
        {
            Vector256<double> own = Vector256.LoadUnsafe(ref first, (nuint)i);
            Vector256<double> low = Vector256.Shuffle(own, Vector256.Create(0L, 0, 1, 1)) ^ signs, high = Vector256.Shuffle(own, Vector256.Create(2L, 2, 3, 3)) ^ signs;
            low.StoreUnsafe(ref first, (nuint)(2 * i));
            high.StoreUnsafe(ref first, (nuint)(2 * i) + 4);
        }
    }

    /// <summary>Numbers of single precision as doubles.</summary>
    public static void Widen(ReadOnlySpan<float> singles, Span<double> doubles)
    {
        int i = 0, length = doubles.Length;
        ref float from = ref MemoryMarshal.GetReference(singles[..length]);
        ref double to = ref MemoryMarshal.GetReference(doubles);
        for (; Vector512.IsHardwareAccelerated && i <= length - 16; i += 16)
        {
            (Vector512<double> low, Vector512<double> high) = Vector512.Widen(Vector512.LoadUnsafe(ref from, (nuint)i));
            low.StoreUnsafe(ref to, (nuint)i);
            high.StoreUnsafe(ref to, (nuint)i + 8);
        }

        for (; i <= length - 8; i += 8)
        {
            (Vector256<double> low, Vector256<double> high) = Vector256.Widen(Vector256.LoadUnsafe(ref from, (nuint)i));
            low.StoreUnsafe(ref to, (nuint)i);
            high.StoreUnsafe(ref to, (nuint)i + 4);
        }

        for (; i < length; i++)
            doubles[i] = singles[i];
    }
}
