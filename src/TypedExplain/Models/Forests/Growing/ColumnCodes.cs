namespace TypedExplain.Models.Forests.Growing;

/// <summary>
/// A matrix with every number replaced by its rank among the distinct numbers of its column: made once per data set,
/// so that growing trees compares and counts small whole numbers.
/// </summary>
internal sealed class ColumnCodes
{
    private readonly int[][] _codes;
    private readonly double[][] _values;

    /// <summary>Ranks the columns of a matrix.</summary>
    /// <param name="matrix">Finite numbers, row after row.</param>
    /// <param name="columns">Numbers in a row.</param>
    public ColumnCodes(ReadOnlySpan<double> matrix, int columns)
    {
        Rows = matrix.Length / columns;
        _codes = new int[columns][];
        _values = new double[columns][];
        double[] sorted = new double[Rows];
        int[] rows = new int[Rows];
        for (int column = 0; column < columns; column++)
        {
            for (int row = 0; row < Rows; row++)
                (sorted[row], rows[row]) = (matrix[(row * columns) + column], row);
            Array.Sort(sorted, rows);
            (_codes[column], _values[column]) = Rank(sorted, rows);
        }
    }

    /// <summary>How many rows the matrix has.</summary>
    public int Rows { get; }

    /// <summary>How many columns it has.</summary>
    public int Columns => _codes.Length;

    /// <summary>The codes of a column, one per row: 0 for the smallest number, 1 for the next larger one.</summary>
    public ReadOnlySpan<int> Codes(int column) => _codes[column];

    /// <summary>
    /// The threshold between two codes of a column: the middle of their numbers, or the lower number where rounding
    /// would make the middle the upper one. Never below the lower number, always below the upper one.
    /// </summary>
    public double Threshold(int column, int lower, int upper)
    {
        (double low, double high) = (_values[column][lower], _values[column][upper]);
        double middle = (low / 2) + (high / 2);
        return middle < high ? middle : low;
    }

    private static (int[] Codes, double[] Values) Rank(double[] sorted, int[] rows)
    {
        int[] codes = new int[rows.Length];
        double[] values = new double[rows.Length];
        int code = -1;
        for (int i = 0; i < rows.Length; i++)
        {
            if (i == 0 || sorted[i] != sorted[i - 1])
                values[++code] = sorted[i];
            codes[rows[i]] = code;
        }

        return (codes, values[..(code + 1)]);
    }
}
