using System.Numerics;

namespace TypedExplain.Training.Tests.Kernels;

/// <summary>Made-up numbers and slow, obvious products.</summary>
internal static class MadeNumbers
{
    /// <summary>Normal numbers, as many as asked for.</summary>
    public static TNumber[] Of<TNumber>(int count, string purpose, double scale = 1)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        double[] values = new double[count];
        new RandomStream(3, purpose).FillNormal(0, values);
        return [.. values.Select(value => TNumber.CreateTruncating(scale * value))];
    }

    /// <summary>left (m×k) · right (k×n), each element one chain of fused operations, begun with what is there.</summary>
    public static TNumber[] Product<TNumber>(Func<int, int, TNumber> left, Func<int, int, TNumber> right, int m, int k, int n, TNumber[]? start = null)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        TNumber[] product = start is null ? new TNumber[m * n] : [.. start];
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                for (int p = 0; p < k; p++)
                    product[(i * n) + j] = TNumber.FusedMultiplyAdd(left(i, p), right(p, j), product[(i * n) + j]);
            }
        }

        return product;
    }
}
