using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Numerics;

/// <summary>Operations on vectors, element by element and as sums.</summary>
internal static partial class VectorOps
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

    /// <summary>target = left − factor·right, each element by a product and a difference.</summary>
    public static void SubtractScaled(ReadOnlySpan<double> left, double factor, ReadOnlySpan<double> right, Span<double> target)
    {
        Vector256<double> factors = Vector256.Create(factor);
        int i = 0;
        for (; i <= target.Length - 4; i += 4)
            (Vector256.Create(left[i..]) - (factors * Vector256.Create(right[i..]))).CopyTo(target[i..]);
        for (; i < target.Length; i++)
            target[i] = left[i] - (factor * right[i]);
    }

    /// <summary>(value − mean) / scale for the first elements of rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="stride">Numbers between the start of one and the next.</param>
    /// <param name="means">One per element.</param>
    /// <param name="scales">One per element.</param>
    /// <param name="targets">Where the rows go.</param>
    /// <param name="targetStride">Numbers between the start of one and the next there.</param>
    public static void Standardize(ReadOnlySpan<double> rows, int stride, ReadOnlySpan<double> means, ReadOnlySpan<double> scales, Span<double> targets, int targetStride)
    {
        int count = (rows.Length - means.Length + stride) / stride, i = 0;
        if (count <= 0)
            return;
        ref double from = ref MemoryMarshal.GetReference(rows[..(((count - 1) * stride) + means.Length)]);
        ref double to = ref MemoryMarshal.GetReference(targets[..(((count - 1) * targetStride) + means.Length)]);
        for (; i <= means.Length - 4; i += 4)
        {
            Vector256<double> mean = Vector256.Create(means[i..]), scale = Vector256.Create(scales[i..]);
            nuint at = (nuint)i, own = (nuint)i;
            for (int row = 0; row < count; row++, at += (nuint)stride, own += (nuint)targetStride)
                ((Vector256.LoadUnsafe(ref from, at) - mean) / scale).StoreUnsafe(ref to, own);
        }

        for (; i < means.Length; i++)
        {
            for (int row = 0; row < count; row++)
                targets[(row * targetStride) + i] = (rows[(row * stride) + i] - means[i]) / scales[i];
        }
    }

    /// <summary>Whether every element is a finite number.</summary>
    public static bool AreFinite(ReadOnlySpan<double> values)
    {
        ref double first = ref MemoryMarshal.GetReference(values);
        Vector256<double> off = default;
        int i = 0;
        for (; i <= values.Length - 4; i += 4)
        {
            Vector256<double> own = Vector256.LoadUnsafe(ref first, (nuint)i);
            off |= own - own;
        }

        bool areFinite = Vector256.EqualsAll(off, Vector256<double>.Zero);
        for (; i < values.Length; i++)
            areFinite &= double.IsFinite(values[i]);
        return areFinite;
    }

    /// <summary>factor·value + addend, each element by one fused operation.</summary>
    public static void ScaleAndAdd(Span<double> values, double factor, double addend)
    {
        Vector256<double> factors = Vector256.Create(factor), addends = Vector256.Create(addend);
        ref double first = ref MemoryMarshal.GetReference(values);
        int i = 0;
        for (; i <= values.Length - 4; i += 4)
            Vector256.FusedMultiplyAdd(factors, Vector256.LoadUnsafe(ref first, (nuint)i), addends).StoreUnsafe(ref first, (nuint)i);
        for (; i < values.Length; i++)
            values[i] = Math.FusedMultiplyAdd(factor, values[i], addend);
    }

    /// <summary>Whether every element lies between two limits, or on one; not where one is NaN.</summary>
    public static bool AreWithin(ReadOnlySpan<double> values, double minimum, double maximum)
    {
        Vector256<double> low = Vector256.Create(minimum), high = Vector256.Create(maximum), within = Vector256<double>.AllBitsSet;
        ref double first = ref MemoryMarshal.GetReference(values);
        int i = 0;
        for (; i <= values.Length - 4; i += 4)
        {
            Vector256<double> own = Vector256.LoadUnsafe(ref first, (nuint)i);
            within &= Vector256.GreaterThanOrEqual(own, low) & Vector256.LessThanOrEqual(own, high);
        }

        bool areWithin = Vector256.EqualsAll(within.AsUInt64(), Vector256<ulong>.AllBitsSet);
        for (; i < values.Length; i++)
            areWithin &= values[i] >= minimum && values[i] <= maximum;
        return areWithin;
    }

    /// <summary>Divides each element.</summary>
    public static void Divide(Span<double> values, double divisor)
    {
        Vector256<double> divisors = Vector256.Create(divisor);
        ref double first = ref MemoryMarshal.GetReference(values);
        int i = 0;
        for (; i <= values.Length - 4; i += 4)
            (Vector256.LoadUnsafe(ref first, (nuint)i) / divisors).StoreUnsafe(ref first, (nuint)i);
        for (; i < values.Length; i++)
            values[i] /= divisor;
    }
}
