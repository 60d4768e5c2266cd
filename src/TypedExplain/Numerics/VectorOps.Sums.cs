using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Numerics;

// Sums take eight lanes whatever the hardware has, so that the order of additions never changes.
internal static partial class VectorOps
{
    /// <summary>Takes an origin off a row.</summary>
    /// <param name="row">The row; the difference.</param>
    /// <param name="origin">The origin, as long.</param>
    /// <param name="measured">How many of the first elements count for the distance.</param>
    /// <returns>The sum of squares of the first elements of the difference.</returns>
    public static double SubtractAndSumSquares(Span<double> row, ReadOnlySpan<double> origin, int measured)
    {
        ref double to = ref MemoryMarshal.GetReference(row);
        ref double from = ref MemoryMarshal.GetReference(origin[..row.Length]);
        Vector256<double> squares = default;
        int i = 0;
        for (; i <= row.Length - 4; i += 4)
        {
            Vector256<double> off = Vector256.LoadUnsafe(ref to, (nuint)i) - Vector256.LoadUnsafe(ref from, (nuint)i);
            off.StoreUnsafe(ref to, (nuint)i);
            if (i <= measured - 4)
                squares = Vector256.FusedMultiplyAdd(off, off, squares);
        }

        for (; i < row.Length; i++)
            row[i] -= origin[i];
        double sum = Sum(squares);
        for (i = measured - (measured % 4); i < measured; i++)
            sum = Math.FusedMultiplyAdd(row[i], row[i], sum);
        return sum;
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
        nuint at = 0, length = (nuint)vector.Length;
        for (int row = 0; row < products.Length; row++, at += length)
        {
            Vector256<double> low = default, high = default;
            for (nuint i = 0; i < length; i += 8)
            {
                low = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, at + i), Vector256.LoadUnsafe(ref b, i), low);
                high = Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, at + i + 4), Vector256.LoadUnsafe(ref b, i + 4), high);
            }

            products[row] = Sum(low + high);
        }
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
