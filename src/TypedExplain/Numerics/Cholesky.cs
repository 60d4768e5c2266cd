namespace TypedExplain.Numerics;

/// <summary>Solving symmetric positive definite systems.</summary>
internal static class Cholesky
{
    /// <summary>A pivot below this share of its diagonal element counts as 0.</summary>
    private const double SmallestPivot = 1e-13;

    private const int MostRows = 32;

    // A matrix of so many rows stays in the cache however often it is walked.
    private const int SmallSize = 128;

    /// <summary>How many rows are eliminated at a time; what they take off the rest is a product in tiles.</summary>
    public static int BlockRows(int size) => size <= SmallSize ? PanelTiles.Width : MostRows;

    /// <summary>Replaces the upper triangle of a matrix by the factor U with UᵀU = A.</summary>
    /// <remarks>Every element has its rows taken off one after the other, so its bits do not depend on the blocks.</remarks>
    /// <param name="matrix">d×d numbers, row after row; only the upper triangle is read, and the lower one may be overwritten.</param>
    /// <param name="size">d.</param>
    /// <returns>Whether the matrix is positive definite beyond rounding.</returns>
    public static bool Factor(Span<double> matrix, int size)
    {
        int block = BlockRows(size), most = Math.Min(block, size);
        using Pooled memory = Pooled.Unset(size + (most * (size + PanelTiles.Width)));
        Span<double> diagonal = memory.Span[..size];
        for (int i = 0; i < size; i++)
            diagonal[i] = matrix[(i * size) + i];

        // The first block is such that what is left is always a multiple of a tile.
        for (int first = 0; first < size;)
        {
            int rows = Math.Min(first == 0 && size % PanelTiles.Width != 0 ? size % PanelTiles.Width : block, size - first);
            if (!FactorRows(matrix, size, first, rows, diagonal))
                return false;
            first += rows;
            TakeOff(matrix, size, first, rows, memory.Span[size..]);
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

    /// <summary>Solves Uᵀ·x = b in place. The first numbers of x depend on the first rows and columns of the matrix only.</summary>
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

    /// <summary>Eliminates rows among themselves.</summary>
    private static bool FactorRows(Span<double> matrix, int size, int first, int rows, ReadOnlySpan<double> diagonal)
    {
        for (int k = first; k < first + rows; k++)
        {
            Span<double> pivotRow = matrix.Slice((k * size) + k, size - k);
            if (!(pivotRow[0] > SmallestPivot * diagonal[k]))
                return false;
            VectorOps.Divide(pivotRow, Math.Sqrt(pivotRow[0]));
            for (int i = k + 1; i < first + rows; i++)
                VectorOps.AddScaled(-pivotRow[i - k], pivotRow[(i - k)..], matrix.Slice((i * size) + i, size - i));
        }

        return true;
    }

    /// <summary>Takes the products of the rows before <paramref name="first"/> off the triangle that begins there.</summary>
    private static void TakeOff(Span<double> matrix, int size, int first, int rows, Span<double> memory)
    {
        int rest = size - first;
        if (rest == 0)
            return;
        Span<double> factors = stackalloc double[MostRows];
        factors.Fill(-1);
        Span<double> panels = Panels.Pack(matrix[(((first - rows) * size) + first)..], size, rows, rest, memory), scaled = memory.Slice(rows * rest, rows * PanelTiles.Width);
        PanelTiles.AddUpper(panels, factors[..rows], scaled, matrix[((first * size) + first)..], size);
    }
}
