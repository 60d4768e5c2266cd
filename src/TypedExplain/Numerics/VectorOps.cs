using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Numerics;

/// <summary>Sums over vectors. Eight lanes whatever the hardware has, so that the order of additions never changes.</summary>
internal static class VectorOps
{
    /// <summary>target += factor·source, each element by one fused operation.</summary>
    public static void AddScaled(double factor, ReadOnlySpan<double> source, Span<double> target)
    {
        Vector256<double> factors = Vector256.Create(factor);
        ref double from = ref MemoryMarshal.GetReference(source);
        ref double to = ref MemoryMarshal.GetReference(target);
        int length = Math.Min(source.Length, target.Length);
        int i = 0;
        for (; i <= length - 4; i += 4)
            Vector256.FusedMultiplyAdd(factors, Vector256.LoadUnsafe(ref from, (nuint)i), Vector256.LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        for (; i < length; i++)
            target[i] = Math.FusedMultiplyAdd(factor, source[i], target[i]);
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

    /// <summary>The sum of absolute values.</summary>
    public static double AbsoluteSum(ReadOnlySpan<double> values)
    {
        double sum = 0;
        foreach (double value in values)
            sum += Math.Abs(value);
        return sum;
    }

    /// <summary>The largest absolute value; NaN where one is NaN.</summary>
    public static double AbsoluteMaximum(ReadOnlySpan<double> values)
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
