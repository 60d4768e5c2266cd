using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Training.Kernels;

/// <summary>Products with a matrix of a few columns, such as the last layer's, where tiles would be mostly empty.</summary>
internal static class NarrowProduct
{
    /// <summary>The most columns that count as narrow. The choice depends on the columns only, so a row's answer on the row only.</summary>
    public const int Columns = 4;

    /// <summary>product = left · right (rows × depth, depth × columns), each element one dot product of fixed lanes.</summary>
    public static void Multiply<TNumber>(ReadOnlySpan<TNumber> left, int rows, int depth, ReadOnlySpan<TNumber> right, int columns, Span<TNumber> product, Scratch<TNumber> scratch)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        Span<TNumber> transposed = scratch.Take(depth * columns);
        for (int j = 0; j < columns; j++)
        {
            for (int k = 0; k < depth; k++)
                transposed[(j * depth) + k] = right[(k * columns) + j];
        }

        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j++)
                product[(i * columns) + j] = Dot(left.Slice(i * depth, depth), transposed.Slice(j * depth, depth));
        }
    }

    /// <summary>product += leftᵀ · right (rows × depth, rows × columns), each element a chain in the order of the rows.</summary>
    [SkipLocalsInit]
    public static void AddTransposed<TNumber>(ReadOnlySpan<TNumber> left, int rows, int depth, ReadOnlySpan<TNumber> right, int columns, Span<TNumber> product)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int step = 4 * Vector256<TNumber>.Count;
        Span<TNumber> sums = stackalloc TNumber[step];
        for (int first = 0; first < depth; first += step)
        {
            int used = Math.Min(step, depth - first);
            for (int j = 0; j < columns; j++)
            {
                for (int k = 0; k < used; k++)
                    sums[k] = product[((first + k) * columns) + j];
                if (used == step)
                    AddFull(left[first..], depth, right[j..], columns, rows, sums);
                else
                    AddPart(left[first..], depth, right[j..], columns, rows, sums[..used]);
                for (int k = 0; k < used; k++)
                    product[((first + k) * columns) + j] = sums[k];
            }
        }
    }

    private static void AddFull<TNumber>(ReadOnlySpan<TNumber> left, int leftStride, ReadOnlySpan<TNumber> right, int rightStride, int rows, Span<TNumber> sums)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        nuint lanes = (nuint)Vector256<TNumber>.Count;
        ref TNumber sum = ref MemoryMarshal.GetReference(sums);
        Vector256<TNumber> s0 = Vector256.LoadUnsafe(ref sum), s1 = Vector256.LoadUnsafe(ref sum, lanes);
        Vector256<TNumber> s2 = Vector256.LoadUnsafe(ref sum, 2 * lanes), s3 = Vector256.LoadUnsafe(ref sum, 3 * lanes);
        for (int i = 0; i < rows; i++)
        {
            ref TNumber x = ref MemoryMarshal.GetReference(left.Slice(i * leftStride, sums.Length));
            Vector256<TNumber> factor = Vector256.Create(right[i * rightStride]);
            s0 = Lanes.Fma(factor, Vector256.LoadUnsafe(ref x), s0);
            s1 = Lanes.Fma(factor, Vector256.LoadUnsafe(ref x, lanes), s1);
            s2 = Lanes.Fma(factor, Vector256.LoadUnsafe(ref x, 2 * lanes), s2);
            s3 = Lanes.Fma(factor, Vector256.LoadUnsafe(ref x, 3 * lanes), s3);
        }

        s0.StoreUnsafe(ref sum);
        s1.StoreUnsafe(ref sum, lanes);
        s2.StoreUnsafe(ref sum, 2 * lanes);
        s3.StoreUnsafe(ref sum, 3 * lanes);
    }

    private static void AddPart<TNumber>(ReadOnlySpan<TNumber> left, int leftStride, ReadOnlySpan<TNumber> right, int rightStride, int rows, Span<TNumber> sums)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        for (int i = 0; i < rows; i++)
            Elementwise.AddScaled(right[i * rightStride], left.Slice(i * leftStride, sums.Length), sums);
    }

    private static TNumber Dot<TNumber>(ReadOnlySpan<TNumber> left, ReadOnlySpan<TNumber> right)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        ref TNumber a = ref MemoryMarshal.GetReference(left);
        ref TNumber b = ref MemoryMarshal.GetReference(right);
        int lanes = Vector256<TNumber>.Count, i = 0;
        Vector256<TNumber> even0 = default, even1 = default, odd0 = default, odd1 = default;
        for (; i <= left.Length - (4 * lanes); i += 4 * lanes)
        {
            even0 = Lanes.Fma(Vector256.LoadUnsafe(ref a, (nuint)i), Vector256.LoadUnsafe(ref b, (nuint)i), even0);
            even1 = Lanes.Fma(Vector256.LoadUnsafe(ref a, (nuint)(i + lanes)), Vector256.LoadUnsafe(ref b, (nuint)(i + lanes)), even1);
            odd0 = Lanes.Fma(Vector256.LoadUnsafe(ref a, (nuint)(i + (2 * lanes))), Vector256.LoadUnsafe(ref b, (nuint)(i + (2 * lanes))), odd0);
            odd1 = Lanes.Fma(Vector256.LoadUnsafe(ref a, (nuint)(i + (3 * lanes))), Vector256.LoadUnsafe(ref b, (nuint)(i + (3 * lanes))), odd1);
        }

        TNumber sum = Lanes.Sum(even0 + odd0, even1 + odd1);
        for (; i < left.Length; i++)
            sum = TNumber.FusedMultiplyAdd(left[i], right[i], sum);
        return sum;
    }
}
