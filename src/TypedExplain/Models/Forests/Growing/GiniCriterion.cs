namespace TypedExplain.Models.Forests.Growing;

/// <summary>Classes: the impurity is Gini's, 1 − Σ share², and the answer the share of each class.</summary>
/// <remarks>Counts and their squares are whole numbers, so that equally good cuts compare as equal.</remarks>
/// <param name="labels">The position of the class of every row of the data.</param>
/// <param name="classes">How many classes there are.</param>
internal sealed class GiniCriterion(int[] labels, int classes) : Criterion
{
    private readonly long[] _counts = new long[classes];
    private readonly long[] _left = new long[classes];

    // Of the node: per row its draws and class; per bin its rows, and its draws of each class.
    private readonly int[] _draws = new int[labels.Length];
    private readonly int[] _labels = new int[labels.Length];
    private readonly int[] _rowsOfBin = new int[labels.Length];
    private int[] _drawsOfBin = [];

    public override int Outputs => classes;

    public override void Enter(ReadOnlySpan<int> rows, ReadOnlySpan<int> draws)
    {
        _counts.AsSpan().Clear();
        for (int i = 0; i < rows.Length; i++)
        {
            _draws[i] = draws[rows[i]];
            _labels[i] = labels[rows[i]];
            _counts[_labels[i]] += _draws[i];
        }

        (long count, long squares) = (0, 0);
        foreach (long own in _counts)
            (count, squares) = (count + own, squares + (own * own));
        Draws = (int)count;
        Impurity = 1 - (squares / ((double)count * count));
    }

    public override void Answer(Span<double> value)
    {
        for (int label = 0; label < classes; label++)
            value[label] = _counts[label] / (double)Draws;
    }

    public override Cut BestCut(ColumnBins bins, int rows, int minLeafRows)
    {
        Count(bins, rows);
        _left.AsSpan().Clear();
        (long leftSquares, long rightSquares) = (0, 0);
        foreach (long own in _counts)
            rightSquares += own * own;

        Cut best = Cut.None;
        int leftDraws = 0, leftRows = 0, last = -1;
        for (int i = 0; i < bins.Count && rows - leftRows >= minLeafRows; i++)
        {
            if (_rowsOfBin[i] == 0)
                continue;

            if (leftRows >= minLeafRows)
            {
                // Draws times (1 − impurity), summed over the sides.
                double gain = (leftSquares / (double)leftDraws) + (rightSquares / (double)(Draws - leftDraws));
                if (Cut.IsMore(gain, best.Gain))
                    best = new(gain, last, i);
            }

            ReadOnlySpan<int> moved = _drawsOfBin.AsSpan(i * classes, classes);
            for (int label = 0; label < moved.Length; label++)
            {
                // (l + m)² = l² + m·(2l + m) and (r − m)² = r² − m·(2r − m).
                (long own, long left) = (moved[label], _left[label]);
                long right = _counts[label] - left;
                leftSquares += own * ((2 * left) + own);
                rightSquares -= own * ((2 * right) - own);
                _left[label] = left + own;
                leftDraws += moved[label];
            }

            leftRows += _rowsOfBin[i];
            last = i;
        }

        return best;
    }

    private void Count(ColumnBins bins, int rows)
    {
        if (_drawsOfBin.Length < bins.Count * classes)
            _drawsOfBin = new int[bins.Count * classes];
        Span<int> drawsOfBin = _drawsOfBin.AsSpan(0, bins.Count * classes);
        Span<int> rowsOfBin = _rowsOfBin.AsSpan(0, bins.Count);
        drawsOfBin.Clear();
        rowsOfBin.Clear();

        ReadOnlySpan<int> binOfRow = bins.BinOfRow.AsSpan(0, rows);
        for (int i = 0; i < binOfRow.Length; i++)
        {
            int bin = binOfRow[i] - bins.Offset;
            rowsOfBin[bin]++;
            drawsOfBin[(bin * classes) + _labels[i]] += _draws[i];
        }
    }
}
