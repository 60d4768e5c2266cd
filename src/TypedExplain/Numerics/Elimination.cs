namespace TypedExplain.Numerics;

/// <summary>Solving square systems that need not be symmetric.</summary>
internal static class Elimination
{
    /// <summary>A pivot below this share of the largest number of the matrix counts as 0.</summary>
    private const double SmallestPivot = 1e-14;

    /// <summary>Solves A·x = b by elimination, the largest number of a column its pivot.</summary>
    /// <param name="rows">Rows of A, each followed by its element of b; overwritten.</param>
    /// <param name="solution">Where x goes.</param>
    /// <returns>Whether A is regular beyond rounding.</returns>
    public static bool Solve(Span<double> rows, Span<double> solution)
    {
        int size = solution.Length, stride = size + 1;
        double largest = 0;
        for (int i = 0; i < size; i++)
            largest = Math.Max(largest, VectorOps.MaxAbs(rows.Slice(i * stride, size)));

        for (int k = 0; k < size; k++)
        {
            int best = k;
            for (int i = k + 1; i < size; i++)
            {
                if (Math.Abs(rows[(i * stride) + k]) > Math.Abs(rows[(best * stride) + k]))
                    best = i;
            }

            if (!(Math.Abs(rows[(best * stride) + k]) > SmallestPivot * largest))
                return false;
            for (int j = k; j < stride && best != k; j++)
                (rows[(k * stride) + j], rows[(best * stride) + j]) = (rows[(best * stride) + j], rows[(k * stride) + j]);
            ReadOnlySpan<double> pivotRow = rows.Slice((k * stride) + k, stride - k);
            for (int i = k + 1; i < size; i++)
            {
                Span<double> row = rows.Slice((i * stride) + k, stride - k);
                VectorOps.AddScaled(-row[0] / pivotRow[0], pivotRow, row);
            }
        }

        for (int k = size - 1; k >= 0; k--)
        {
            ReadOnlySpan<double> row = rows.Slice(k * stride, stride);
            solution[k] = (row[size] - VectorOps.Dot(row[(k + 1)..size], solution[(k + 1)..])) / row[k];
        }

        return true;
    }
}
