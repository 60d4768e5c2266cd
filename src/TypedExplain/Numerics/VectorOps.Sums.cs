using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Numerics;

// Sums take eight lanes whatever the hardware has, so that the order of additions never changes.
internal static partial class VectorOps
{
    /// <summary>Takes an origin off rows, and measures how far each is from it.</summary>
    /// <param name="rows">The rows; the differences.</param>
    /// <param name="stride">The distance between rows, a multiple of 4.</param>
    /// <param name="origin">The origin, filled up with zeros to the stride.</param>
    /// <param name="features">How many elements of a row the origin is taken off, at least; the others of the last four may change too.</param>
    /// <param name="measured">How many of the first elements count for the distance.</param>
    /// <param name="squares">The sum of squares of the first elements of each row's difference.</param>
    public static void SubtractAndSumSquares(Span<double> rows, int stride, ReadOnlySpan<double> origin, int features, int measured, Span<double> squares)
    {
        // The furthest that is read and written.
        _ = rows[(squares.Length * stride) - 1];
        ref double to = ref MemoryMarshal.GetReference(rows);
        ref double from = ref MemoryMarshal.GetReference(origin[..stride]);
        int whole = measured - (measured % 4);
        for (int row = 0; row < squares.Length; row++, to = ref Unsafe.Add(ref to, stride))
        {
            Vector256<double> sums = default;
            nuint i = 0;
            for (; i < (nuint)whole; i += 4)
            {
                Vector256<double> off = Vector256.LoadUnsafe(ref to, i) - Vector256.LoadUnsafe(ref from, i);
                off.StoreUnsafe(ref to, i);
                sums = Vector256.FusedMultiplyAdd(off, off, sums);
            }

            for (; i < (nuint)features; i += 4)
                (Vector256.LoadUnsafe(ref to, i) - Vector256.LoadUnsafe(ref from, i)).StoreUnsafe(ref to, i);
            double sum = Sum(sums);
            for (int last = whole; last < measured; last++)
                sum = Math.FusedMultiplyAdd(Unsafe.Add(ref to, last), Unsafe.Add(ref to, last), sum);
            squares[row] = sum;
        }
    }

    /// <summary>The sum of products.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        int length = Math.Min(left.Length, right.Length);
        ref double a = ref MemoryMarshal.GetReference(left);
        ref double b = ref MemoryMarshal.GetReference(right);
        int i = 0;
        double sum = 0;
        if (length >= 8)
        {
            Vector256<double> low = default, high = default;
            for (; i <= length - 8; i += 8)
            {
                low = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, (nuint)i), Vector256.LoadUnsafe(ref b, (nuint)i), low);
                high = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, (nuint)i + 4), Vector256.LoadUnsafe(ref b, (nuint)i + 4), high);
            }

            sum = Sum(low + high);
        }

        for (; i < length; i++)
            sum = Math.FusedMultiplyAdd(left[i], right[i], sum);
        return sum;
    }

    /// <summary>The sums of products of rows with one vector; each the same as by <see cref="Dot"/>.</summary>
    /// <param name="rows">The rows, each as long as the vector.</param>
    /// <param name="vector">The vector; a multiple of 8.</param>
    /// <param name="products">Where the sums go, one per row.</param>
    public static void DotRows(ReadOnlySpan<double> rows, ReadOnlySpan<double> vector, Span<double> products)
    {
        ref double a = ref MemoryMarshal.GetReference(rows[..(products.Length * vector.Length)]);
        ref double b = ref MemoryMarshal.GetReference(vector);
        ref double to = ref MemoryMarshal.GetReference(products);
        nuint length = (nuint)vector.Length, count = (nuint)products.Length, whole = count & ~(nuint)3, row = 0;
        for (; row < whole; row += 4)
            DotFour(ref Unsafe.Add(ref a, row * length), ref b, length).StoreUnsafe(ref to, row);
        for (; row < count; row++)
        {
            nuint at = row * length;
            Vector256<double> low = default, high = default;
            for (nuint i = 0; i < length; i += 8)
            {
                low = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, at + i), Vector256.LoadUnsafe(ref b, i), low);
                high = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, at + i + 4), Vector256.LoadUnsafe(ref b, i + 4), high);
            }

            products[(int)row] = Sum(low + high);
        }
    }

    /// <summary>Four rows at a time: lanes are added in the same order, side by side.</summary>
    private static Vector256<double> DotFour(ref double rows, ref double vector, nuint length)
    {
        Vector256<double> low0 = default, low1 = default, low2 = default, low3 = default, high0 = default, high1 = default, high2 = default, high3 = default;
        for (nuint i = 0; i < length; i += 8)
        {
            Vector256<double> low = Vector256.LoadUnsafe(ref vector, i), high = Vector256.LoadUnsafe(ref vector, i + 4);
            nuint second = length + i, third = second + length, fourth = third + length;
            low0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref rows, i), low, low0);
            high0 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref rows, i + 4), high, high0);
            low1 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref rows, second), low, low1);
            high1 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref rows, second + 4), high, high1);
            low2 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref rows, third), low, low2);
            high2 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref rows, third + 4), high, high2);
            low3 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref rows, fourth), low, low3);
            high3 = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref rows, fourth + 4), high, high3);
        }

        (Vector256<double> first, Vector256<double> next, Vector256<double> then, Vector256<double> last) = Transpose.Of(low0 + high0, low1 + high1, low2 + high2, low3 + high3);
        return first + then + (next + last);
    }

    /// <summary>The sum.</summary>
    public static double Sum(ReadOnlySpan<double> values)
    {
        ref double from = ref MemoryMarshal.GetReference(values);
        Vector256<double> low = default, high = default;
        int i = 0;
        for (; i <= values.Length - 8; i += 8)
        {
            low += Vector256.LoadUnsafe(ref from, (nuint)i);
            high += Vector256.LoadUnsafe(ref from, (nuint)i + 4);
        }

        double sum = Sum(low + high);
        for (; i < values.Length; i++)
            sum += values[i];
        return sum;
    }

    /// <summary>The sum of absolute values.</summary>
    public static double SumAbs(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += Math.Abs(value);
        return sum;
    }

    /// <summary>The largest absolute value; NaN where one is NaN.</summary>
    public static double MaxAbs(ReadOnlySpan<double> values)
    {
        double maximum = 0;
        foreach (double value in values)
            maximum = Math.Max(maximum, Math.Abs(value));
        return maximum;
    }

    /// <summary>The sum of eight lanes: pairwise, so that the order does not depend on how the hardware splits a vector.</summary>
    public static double Sum(Vector512<double> lanes) => Sum(lanes.GetLower() + lanes.GetUpper());

    private static double Sum(Vector256<double> four)
    {
        Vector128<double> two = four.GetLower() + four.GetUpper();
        return two[0] + two[1];
    }
}
