using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace TypedExplain.Numerics;

/// <summary>The shortest solution of a symmetric system that may be singular, by its eigenvectors.</summary>
internal static class MinimumNorm
{
    /// <summary>Eigenvalues below this share of the largest, times the size, count as 0.</summary>
    private const double SmallestEigenvalue = 1e-12;

    /// <summary>Solves A·x = b in the least-squares sense with the smallest ‖x‖₂; NaN where A has overflowed.</summary>
    /// <param name="matrix">A, d×d numbers, symmetric and positive semidefinite.</param>
    /// <param name="values">b on entry, x on return.</param>
    public static void Solve(ReadOnlySpan<double> matrix, Span<double> values)
    {
        int size = values.Length;
        if (!double.IsFinite(VectorOps.MaxAbs(matrix)))
        {
            values.Fill(double.NaN);
            return;
        }

        Matrix<double> full = Matrix<double>.Build.DenseOfRowMajor(size, size, matrix.ToArray());
        Evd<double> eigen = full.Evd(Symmetricity.Symmetric);
        double largest = 0;
        for (int i = 0; i < size; i++)
            largest = Math.Max(largest, eigen.EigenValues[i].Real);

        double[] solution = new double[size];
        for (int i = 0; i < size; i++)
        {
            double value = eigen.EigenValues[i].Real;
            if (!(value > SmallestEigenvalue * size * largest))
                continue;
            double share = 0;
            for (int j = 0; j < size; j++)
                share += eigen.EigenVectors[j, i] * values[j];
            for (int j = 0; j < size; j++)
                solution[j] += share / value * eigen.EigenVectors[j, i];
        }

        // A column of zeros has no part in any eigenvector that counts but by rounding.
        for (int j = 0; j < size; j++)
            values[j] = matrix[(j * size) + j] == 0 ? 0 : solution[j];
    }
}
