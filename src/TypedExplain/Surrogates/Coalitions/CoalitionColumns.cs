using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Coalitions;

/// <summary>Which player each column of a row belongs to, so that a row is made of two by a coalition's bits.</summary>
internal sealed class CoalitionColumns
{
    // The bit of each column's player in its word, 0 where it has none; and where the columns of each word end.
    private readonly ulong[] _bits;
    private readonly int[] _ends;

    /// <summary>The columns of players.</summary>
    /// <param name="count">How many columns a row has.</param>
    /// <param name="players">The columns that have a player, with it; both ascending.</param>
    /// <param name="words">How many words the bits of a coalition fill.</param>
    public CoalitionColumns(int count, IEnumerable<(int Column, int Player)> players, int words)
    {
        _bits = new ulong[count];
        _ends = new int[words];
        _ends[^1] = count;
        foreach ((int column, int player) in players)
        {
            (int word, ulong bit) = CoalitionSet.At(player);
            _bits[column] = bit;
            for (; word < words - 1; word++)
                _ends[word] = column + 1;
        }
    }

    /// <summary>Fills rows, one after the other: takes each column from one row where its player is in a coalition, else from a row of others.</summary>
    /// <param name="coalition">The coalition.</param>
    /// <param name="with">The row of players that are in it.</param>
    /// <param name="without">The rows of the others, and of columns without a player; as many as are filled.</param>
    /// <param name="rows">Where the rows go.</param>
    public void Select(ReadOnlySpan<ulong> coalition, ReadOnlySpan<double> with, ReadOnlySpan<double> without, Span<double> rows)
    {
        for (int word = 0, first = 0; word < _ends.Length; first = _ends[word++])
        {
            int count = _ends[word] - first;
            if (count > 0)
                VectorOps.SelectRows(coalition[word], _bits.AsSpan(first, count), with.Slice(first, count), without[first..], rows[first..], _bits.Length);
        }
    }
}
