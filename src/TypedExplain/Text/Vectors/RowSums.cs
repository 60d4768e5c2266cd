using System.Numerics;
using TypedExplain.Numerics;

namespace TypedExplain.Text.Vectors;

/// <summary>Sums for those rows of a large table that are touched. One worker's own; its memory is used again.</summary>
/// <param name="rows">Rows of the table.</param>
/// <param name="stride">Numbers per row.</param>
internal sealed class RowSums<TNumber>(int rows, int stride)
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>Where the sums of a row are, from 1; 0 for a row that was not touched.</summary>
    private readonly int[] _places = new int[rows];

    /// <summary>The touched rows, and how often each was.</summary>
    private readonly List<(int Row, int Count)> _touched = [];
    private TNumber[] _sums = [];

    /// <summary>The sums of a row, zeros at first, to which something is added. Valid until another row is asked for.</summary>
    public Span<TNumber> Of(int row)
    {
        ref int place = ref _places[row];
        if (place == 0)
        {
            _touched.Add((row, 0));
            place = _touched.Count;
            if (_sums.Length < place * stride)
                Array.Resize(ref _sums, Math.Max(2 * _sums.Length, 64 * stride));
            _sums.AsSpan((place - 1) * stride, stride).Clear();
        }

        _touched[place - 1] = (row, _touched[place - 1].Count + 1);
        return _sums.AsSpan((place - 1) * stride, stride);
    }

    /// <summary>Adds to each row's number how often it was touched.</summary>
    public void AddCounts(int[] counts)
    {
        foreach ((int row, int count) in _touched)
            counts[row] += count;
    }

    /// <summary>Adds the sums, times a factor, to the table. A row that was touched more often than it may be counts as if it were that often.</summary>
    /// <param name="factor">The factor.</param>
    /// <param name="counts">How often each row was touched by all workers.</param>
    /// <param name="most">How often a row may be touched.</param>
    /// <param name="table">The table.</param>
    public void AddTo(TNumber factor, int[] counts, int most, Span<TNumber> table)
    {
        for (int i = 0; i < _touched.Count; i++)
        {
            int row = _touched[i].Row;
            TNumber own = counts[row] > most ? factor * TNumber.CreateTruncating((double)most / counts[row]) : factor;
            NumberOps.AddScaled(own, _sums.AsSpan(i * stride, stride), table.Slice(row * stride, stride));
        }
    }

    /// <summary>Forgets the sums, and sets each touched row's number to 0.</summary>
    public void Clear(int[] counts)
    {
        foreach ((int row, _) in _touched)
            _places[row] = counts[row] = 0;
        _touched.Clear();
    }
}
