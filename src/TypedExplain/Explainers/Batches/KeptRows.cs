using System.Buffers;
using TypedExplain.Numerics;

namespace TypedExplain;

/// <summary>A copy of the rows last seen, in borrowed memory that goes back at the end of its scope.</summary>
internal sealed class KeptRows : IDisposable
{
    private double[] _rows = [];
    private int _length;

    public ReadOnlySpan<double> Rows => _rows.AsSpan(0, _length);

    public void Keep(ReadOnlySpan<double> rows)
    {
        if (_rows.Length < rows.Length)
        {
            Dispose();
            _rows = ArrayPool<double>.Shared.Rent(rows.Length);
        }

        rows.CopyTo(_rows);
        _length = rows.Length;
    }

    public void Dispose()
    {
        if (_rows.Length > 0)
            ArrayPool<double>.Shared.Return(_rows, Pooled.ClearsReturned);
        (_rows, _length) = ([], 0);
    }
}
