using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace TypedExplain.Numerics;

/// <summary>The shortest solution of a symmetric system that may be singular, by its eigenvectors, or where these take long by a penalty that is taken back.</summary>
internal static class MinimumNorm
{
    /// <summary>Eigenvalues below this share of the largest, times the size, count as 0.</summary>
    private const double SmallestEigenvalue = 1e-12;

    // Eigenvectors of more columns take seconds.
    private const int MostEigenvectors = 256;

    // The penalty, as a share of a bound on the largest eigenvalue.
    private const double Penalty = 1e-9;

    // Each round leaves, of what an eigenvalue of ten times the penalty tells, a tenth.
    private const int Rounds = 10;

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

        if (size > MostEigenvectors)
        {
            Shrink(matrix, values);
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

    /// <summary>
    /// Iterated Tikhonov regularization: rounds of x += (A + λ)⁻¹(b − A·x). What lies where A tells nothing is taken off b first, twice, since
    /// a solution is only so exact, and off x, where rounding puts some.
    /// </summary>
    private static void Shrink(ReadOnlySpan<double> matrix, Span<double> values)
    {
        int size = values.Length;
        double largest = 0;
        for (int i = 0; i < size; i++)
            largest = Math.Max(largest, VectorOps.SumAbs(matrix.Slice(i * size, size)));
        double penalty = Penalty * largest;
        using Pooled memory = Pooled.Unset((size * size) + (2 * size));
        Span<double> factor = memory.Span[..(size * size)], left = memory.Span.Slice(size * size, size), solution = memory.Span[^size..];
        matrix[..factor.Length].CopyTo(factor);
        for (int i = 0; i < size; i++)
            factor[(i * size) + i] += penalty;
        if (!Cholesky.Factor(factor, size))
        {
            values.Fill(largest == 0 ? 0 : double.NaN);
            return;
        }

        TakeUntoldOff(factor, penalty, values, left);
        TakeUntoldOff(factor, penalty, values, left);
        solution.Clear();
        for (int round = 0; round < Rounds; round++)
        {
            for (int i = 0; i < size; i++)
                left[i] = values[i] - VectorOps.Dot(matrix.Slice(i * size, size), solution);
            Cholesky.Solve(factor, left);
            VectorOps.AddScaled(1, left, solution);
        }

        TakeUntoldOff(factor, penalty, solution, left);
        solution.CopyTo(values);
    }

    /// <summary>Takes off what A tells nothing of: (λ(A + λ)⁻¹)ᵐ leaves that and nothing else.</summary>
    private static void TakeUntoldOff(ReadOnlySpan<double> factor, double penalty, Span<double> values, Span<double> memory)
    {
        values.CopyTo(memory);
        for (int round = 0; round < Rounds; round++)
        {
            Cholesky.Solve(factor, memory);
            VectorOps.ScaleAndAdd(memory, penalty, 0);
        }

        VectorOps.AddScaled(-1, memory, values);
    }
}
