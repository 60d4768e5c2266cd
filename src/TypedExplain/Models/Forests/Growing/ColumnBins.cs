namespace TypedExplain.Models.Forests.Growing;

/// <summary>The rows of one node put into bins by their code in one column, in rising order of the codes.</summary>
/// <param name="capacity">The most rows that a node can have.</param>
internal sealed class ColumnBins(int capacity)
{
    // Up to so many bins per row, empty bins cost less than sorting the rows.
    private const int BinsPerRow = 4;

    private readonly int[] _codes = new int[capacity];
    private readonly int[] _codeOfBin = new int[capacity];
    private readonly ulong[] _keys = new ulong[capacity];
    private bool _isSorted;

    /// <summary>For each row of the node its bin, plus <see cref="Offset"/>.</summary>
    public int[] BinOfRow => _codes;

    /// <summary>What is to be taken from each entry of <see cref="BinOfRow"/>.</summary>
    public int Offset { get; private set; }

    /// <summary>How many bins there are, empty ones included.</summary>
    public int Count { get; private set; }

    /// <summary>The code that the rows of a bin have.</summary>
    public int Code(int bin) => _isSorted ? _codeOfBin[bin] : bin + Offset;

    /// <summary>Puts rows into bins. False, and nothing done, where the column is constant in them.</summary>
    /// <param name="codes">The codes of the column, for all rows of the data.</param>
    /// <param name="rows">The rows of the node; at least one.</param>
    public bool TryFill(ReadOnlySpan<int> codes, ReadOnlySpan<int> rows)
    {
        Span<int> own = _codes.AsSpan(0, rows.Length);
        int lowest = int.MaxValue, highest = -1;
        for (int i = 0; i < own.Length; i++)
        {
            int code = codes[rows[i]];
            own[i] = code;
            lowest = Math.Min(lowest, code);
            highest = Math.Max(highest, code);
        }

        if (lowest == highest)
            return false;

        // Unsorted, a bin is a code of the node's range, so there are no more bins than rows in the data.
        (Offset, Count) = (lowest, highest - lowest + 1);
        _isSorted = Count / BinsPerRow > rows.Length;
        if (_isSorted)
            Sort(own);
        return true;
    }

    private void Sort(Span<int> codes)
    {
        Span<ulong> keys = _keys.AsSpan(0, codes.Length);
        for (int i = 0; i < codes.Length; i++)
            keys[i] = ((ulong)codes[i] << 32) | (uint)i;
        keys.Sort();

        int bin = -1;
        foreach (ulong key in keys)
        {
            int code = (int)(key >> 32);
            if (bin < 0 || _codeOfBin[bin] != code)
                _codeOfBin[++bin] = code;
            codes[(int)(uint)key] = bin;
        }

        (Offset, Count) = (0, bin + 1);
    }
}
