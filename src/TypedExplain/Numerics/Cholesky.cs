namespace TypedExplain.Numerics;

/// <summary>Solving symmetric positive definite systems.</summary>
internal static class Cholesky
{
    /// <summary>A pivot below this share of its diagonal element counts as 0.</summary>
    private const double SmallestPivot = 1e-13;

    /// <summary>Replaces the upper triangle of a matrix by the factor U with UᵀU = A.</summary>
    /// <param name="matrix">d×d numbers, row after row; only the upper triangle is read and written.</param>
    /// <param name="size">d.</param>
    /// <returns>Whether the matrix is positive definite beyond rounding.</returns>
    public static bool Factor(Span<double> matrix, int size)
    {
        Span<double> diagonal = size <= 128 ? stackalloc double[size] : new double[size];
        for (int i = 0; i < size; i++)
            diagonal[i] = matrix[(i * size) + i];

        for (int k = 0; k < size; k++)
        {
            Span<double> pivotRow = matrix.Slice((k * size) + k, size - k);
            if (!(pivotRow[0] > SmallestPivot * diagonal[k]))
                return false;
            double root = Math.Sqrt(pivotRow[0]);
            for (int j = 0; j < pivotRow.Length; j++)
                pivotRow[j] /= root;
            for (int i = k + 1; i < size; i++)
                VectorOps.AddScaled(-pivotRow[i - k], pivotRow[(i - k)..], matrix.Slice((i * size) + i, size - i));
        }

        return true;
    }

    /// <summary>Solves UᵀU·x = b in place.</summary>
    /// <param name="factor">U, as <see cref="Factor"/> leaves it.</param>
    /// <param name="values">b on entry, x on return.</param>
    public static void Solve(ReadOnlySpan<double> factor, Span<double> values)
    {
        int size = values.Length;
        SolveLower(factor, values);
        for (int k = size - 1; k >= 0; k--)
        {
            ReadOnlySpan<double> row = factor.Slice((k * size) + k, size - k);
            values[k] = (values[k] - VectorOps.Dot(row[1..], values[(k + 1)..])) / row[0];
        }
    }
    /// <summary>Solves Uᵀ·x = b in place. The first numbers of x depend on the first rows and columns of the matrix alone.</summary>
    /// <param name="factor">U, as <see cref="Factor"/> leaves it.</param>
    /// <param name="values">b on entry, x on return.</param>
    public static void SolveLower(ReadOnlySpan<double> factor, Span<double> values)
    {
        int size = values.Length;
        for (int k = 0; k < size; k++)
        {
            ReadOnlySpan<double> row = factor.Slice((k * size) + k, size - k);
            values[k] /= row[0];
            VectorOps.AddScaled(-values[k], row[1..], values[(k + 1)..]);
        }
    }
}
