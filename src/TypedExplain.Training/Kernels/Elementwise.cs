using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Training.Kernels;

/// <summary>Work that treats every number, or every column, for itself.</summary>
internal static class Elementwise
{
    /// <summary>target += factor·source, each by one fused operation.</summary>
    public static void AddScaled<TNumber>(TNumber factor, ReadOnlySpan<TNumber> source, Span<TNumber> target)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        ref TNumber from = ref MemoryMarshal.GetReference(source);
        ref TNumber to = ref MemoryMarshal.GetReference(target);
        Vector256<TNumber> factors = Vector256.Create(factor);
        int length = Math.Min(source.Length, target.Length), lanes = Vector256<TNumber>.Count, i = 0;
        for (; i <= length - lanes; i += lanes)
            Lanes.Fma(factors, Vector256.LoadUnsafe(ref from, (nuint)i), Vector256.LoadUnsafe(ref to, (nuint)i)).StoreUnsafe(ref to, (nuint)i);
        for (; i < length; i++)
            target[i] = TNumber.FusedMultiplyAdd(factor, source[i], target[i]);
    }

    /// <summary>Adds a number per column to every row; then, on request, multiplies what is below 0 by a slope.</summary>
    public static void AddBias<TNumber>(Span<TNumber> rows, ReadOnlySpan<TNumber> bias, TNumber slope, bool isActivated)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int lanes = Vector256<TNumber>.Count;
        Vector256<TNumber> slopes = Vector256.Create(slope);
        ref TNumber biases = ref MemoryMarshal.GetReference(bias);
        for (int at = 0; at < rows.Length; at += bias.Length)
        {
            Span<TNumber> row = rows.Slice(at, bias.Length);
            ref TNumber values = ref MemoryMarshal.GetReference(row);
            int j = 0;
            for (; j <= row.Length - lanes; j += lanes)
            {
                Vector256<TNumber> x = Vector256.LoadUnsafe(ref values, (nuint)j) + Vector256.LoadUnsafe(ref biases, (nuint)j);
                if (isActivated)
                    x = Vector256.ConditionalSelect(Vector256.LessThanOrEqual(x, Vector256<TNumber>.Zero), x * slopes, x);
                x.StoreUnsafe(ref values, (nuint)j);
            }

            for (; j <= row.Length - (lanes / 2); j += lanes / 2)
            {
                Vector128<TNumber> x = Vector128.LoadUnsafe(ref values, (nuint)j) + Vector128.LoadUnsafe(ref biases, (nuint)j);
                if (isActivated)
                    x = Vector128.ConditionalSelect(Vector128.LessThanOrEqual(x, Vector128<TNumber>.Zero), x * slopes.GetLower(), x);
                x.StoreUnsafe(ref values, (nuint)j);
            }

            for (; j < row.Length; j++)
            {
                TNumber x = row[j] + bias[j];
                row[j] = isActivated && x <= TNumber.Zero ? x * slope : x;
            }
        }
    }

    /// <summary>Multiplies each number by the slope of the activation: 1 where the activated value is above 0.</summary>
    public static void MultiplyBySlope<TNumber>(Span<TNumber> gradient, ReadOnlySpan<TNumber> activated, TNumber slope)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int lanes = Vector256<TNumber>.Count, i = 0;
        Vector256<TNumber> slopes = Vector256.Create(slope);
        ref TNumber values = ref MemoryMarshal.GetReference(gradient);
        ref TNumber signs = ref MemoryMarshal.GetReference(activated);
        for (; i <= gradient.Length - lanes; i += lanes)
        {
            Vector256<TNumber> x = Vector256.LoadUnsafe(ref values, (nuint)i);
            Vector256<TNumber> isAbove = Vector256.GreaterThan(Vector256.LoadUnsafe(ref signs, (nuint)i), Vector256<TNumber>.Zero);
            Vector256.ConditionalSelect(isAbove, x, x * slopes).StoreUnsafe(ref values, (nuint)i);
        }

        for (; i < gradient.Length; i++)
        {
            if (!(activated[i] > TNumber.Zero))
                gradient[i] *= slope;
        }
    }

    /// <summary>Whether no number is NaN or infinite.</summary>
    public static bool AreFinite<TNumber>(ReadOnlySpan<TNumber> values)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        ref TNumber at = ref MemoryMarshal.GetReference(values);
        int lanes = Vector256<TNumber>.Count, i = 0;
        Vector256<TNumber> spread = default, even = default, odd = default;
        for (; i <= values.Length - (2 * lanes); i += 2 * lanes)
        {
            // x − x is 0 for every finite x, else NaN, and NaN stays in the sum.
            Vector256<TNumber> x = Vector256.LoadUnsafe(ref at, (nuint)i), y = Vector256.LoadUnsafe(ref at, (nuint)(i + lanes));
            even += x - x;
            odd += y - y;
        }

        for (; i <= values.Length - lanes; i += lanes)
        {
            Vector256<TNumber> x = Vector256.LoadUnsafe(ref at, (nuint)i);
            spread += x - x;
        }

        bool isFinite = spread + even + odd == Vector256<TNumber>.Zero;
        for (; i < values.Length; i++)
            isFinite &= TNumber.IsFinite(values[i]);
        return isFinite;
    }
}
