using TypedExplain.Numerics;
using TypedExplain.Surrogates;

namespace TypedExplain.Tests.Support;

/// <summary>Local fits of plain matrices, through the same numerics as every explainer.</summary>
internal static class Fits
{
    /// <summary>Rows [x, y, 1] measured from an origin, with the stride of the moments.</summary>
    public static double[] Table(double[][] x, double[] y, double[]? origin = null)
    {
        int size = x[0].Length, stride = Moments.Stride(size + 2);
        double[] table = new double[x.Length * stride];
        for (int row = 0; row < x.Length; row++)
        {
            for (int j = 0; j < size; j++)
                table[(row * stride) + j] = x[row][j] - (origin?[j] ?? 0);
            table[(row * stride) + size] = y[row];
            table[(row * stride) + size + 1] = 1;
        }

        return table;
    }

    /// <summary>Weighted ridge on the columns that a selection keeps: order of choice, all slopes, intercept, R².</summary>
    public static (int[] Chosen, double[] Slopes, double Intercept, double R2) Ridge(double[][] x, double[] y, double[] weights, double alpha, FeatureSelection? selection = null)
    {
        int size = x[0].Length, stride = Moments.Stride(size + 2);
        double[] table = Table(x, y, origin: x[0]);
        double[] moments = new double[stride * stride];
        Moments.Of(table, stride, weights, moments);
        NormalEquations all = NormalEquations.From(moments, size, intercept: true, new double[NormalEquations.MemoryFor(size)]);

        int[] chosen = new int[size];
        int count = (selection ?? FeatureSelection.All).Select(all, x[0], chosen);
        NormalEquations part = all.Restrict(chosen.AsSpan(0, count), new double[NormalEquations.MemoryFor(count)]);
        double[] kept = new double[count];
        WeightedRidge.Solve(part, alpha, kept);
        double[] slopes = new double[size];
        for (int i = 0; i < count; i++)
            slopes[chosen[i]] = kept[i];
        double atFirst = part.Intercept(kept);
        double r2 = FitQuality.Of(table, stride, weights, slopes, atFirst).R2;
        return (chosen[..count], slopes, atFirst - VectorOps.Dot(slopes, x[0]), r2);
    }
}
