using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Training.Kernels;

/// <summary>Sums over rows, such as the gradient of biases: each column's in the order of the rows, columns side by side in registers.</summary>
internal static class ColumnSums
{
    /// <summary>sums += each column's sum over the rows.</summary>
    public static void Add<TNumber>(ReadOnlySpan<TNumber> rows, Span<TNumber> sums)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int lanes = Vector256<TNumber>.Count, column = 0, end = rows.Length / sums.Length * sums.Length;
        ref TNumber values = ref MemoryMarshal.GetReference(rows);
        ref TNumber to = ref MemoryMarshal.GetReference(sums);
        nuint stride = (nuint)sums.Length;
        for (; column <= sums.Length - (4 * lanes); column += 4 * lanes)
        {
            nuint first = (nuint)column, second = first + (nuint)lanes, third = second + (nuint)lanes, fourth = third + (nuint)lanes;
            Vector256<TNumber> s0 = Vector256.LoadUnsafe(ref to, first), s1 = Vector256.LoadUnsafe(ref to, second);
            Vector256<TNumber> s2 = Vector256.LoadUnsafe(ref to, third), s3 = Vector256.LoadUnsafe(ref to, fourth);
            for (nuint at = 0; at < (nuint)end; at += stride)
            {
                s0 += Vector256.LoadUnsafe(ref values, at + first);
                s1 += Vector256.LoadUnsafe(ref values, at + second);
                s2 += Vector256.LoadUnsafe(ref values, at + third);
                s3 += Vector256.LoadUnsafe(ref values, at + fourth);
            }

            s0.StoreUnsafe(ref to, first);
            s1.StoreUnsafe(ref to, second);
            s2.StoreUnsafe(ref to, third);
            s3.StoreUnsafe(ref to, fourth);
        }

        for (; column <= sums.Length - (lanes / 2); column += lanes / 2)
        {
            Vector128<TNumber> sum = Vector128.LoadUnsafe(ref to, (nuint)column);
            for (nuint at = (nuint)column; at < (nuint)end; at += stride)
                sum += Vector128.LoadUnsafe(ref values, at);
            sum.StoreUnsafe(ref to, (nuint)column);
        }

        for (; column < sums.Length; column++)
        {
            TNumber sum = sums[column];
            for (int at = column; at < end; at += sums.Length)
                sum += rows[at];
            sums[column] = sum;
        }
    }
}
