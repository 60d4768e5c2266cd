using System.Runtime.InteropServices;
using ParquetSharp;
using TypedExplain.Batch.Cells;

namespace TypedExplain.Batch.Parquet;

/// <summary>Texts of a column as cells. One that is like the last is not made again.</summary>
internal sealed class TextPutting
{
    private byte[] _bytes = [];
    private byte[] _last = [];
    private int _lastLength = -1;
    private string? _lastText;

    public void Put(ReadOnlySpan<ByteArray> values, CellColumn into, int row)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (into.IsNull[row + i])
                continue;
            if (Text(values[i]) is { } text)
                into.Texts[row + i] = text;
            else
                into.SetOdd(row + i, CellKind.Other, "bytes that are no UTF-8");
        }
    }

    private string? Text(ByteArray value)
    {
        int length = value.Length;
        if (_bytes.Length < length)
            _bytes = new byte[2 * length];
        if (length > 0)
            Marshal.Copy(value.Pointer, _bytes, 0, length);
        if (length == _lastLength && _bytes.AsSpan(0, length).SequenceEqual(_last.AsSpan(0, length)))
            return _lastText;
        _lastText = CellTexts.Utf8(_bytes.AsSpan(0, length));
        (_bytes, _last, _lastLength) = (_last, _bytes, length);
        return _lastText;
    }
}
