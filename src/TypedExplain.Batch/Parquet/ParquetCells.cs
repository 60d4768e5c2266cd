using ParquetSharp;
using TypedExplain.Batch.Cells;

namespace TypedExplain.Batch.Parquet;

/// <summary>The values of one column of a row group, of one physical type.</summary>
/// <typeparam name="TValue">The physical type.</typeparam>
/// <param name="reader">Reads them.</param>
/// <param name="put">Puts values into rows from one on; where there is no value, it is put too and not looked at.</param>
internal sealed class ParquetCells<TValue>(ColumnReader<TValue> reader, ParquetCells<TValue>.Putting put) : IParquetCells
    where TValue : unmanaged
{
    private readonly short _present = reader.ColumnDescriptor.MaxDefinitionLevel;
    private TValue[] _values = [];
    private short[] _levels = [];

    /// <summary>Puts values.</summary>
    /// <param name="values">The values, one per row.</param>
    /// <param name="into">Where to put them.</param>
    /// <param name="row">The first row.</param>
    public delegate void Putting(ReadOnlySpan<TValue> values, CellColumn into, int row);

    public void Read(CellColumn into, int count)
    {
        if (_values.Length < count)
            (_values, _levels) = (new TValue[count], new short[count]);
        for (int row = 0; row < count;)
        {
            // Fewer than asked for at the end of a page.
            Span<TValue> values = _values.AsSpan(0, count - row);
            Span<short> levels = _levels.AsSpan(0, count - row);
            int rows = _present == 0
                ? (int)reader.ReadBatch(values.Length, values, out long there)
                : (int)reader.ReadBatch(values.Length, levels, default, values, out there);
            if (rows <= 0)
                throw new BatchException($"a column ends before its row group does");
            if (there < rows)
                Spread(values, levels[..rows], (int)there, into, row);
            put(values[..rows], into, row);
            row += rows;
        }
    }

    public void Dispose() => reader.Dispose();

    /// <summary>Moves values, which lie one after the other, to their rows.</summary>
    private void Spread(Span<TValue> values, ReadOnlySpan<short> levels, int there, CellColumn into, int row)
    {
        for (int i = levels.Length - 1; i >= 0; i--)
        {
            if (levels[i] == _present)
            {
                values[i] = values[--there];
            }
            else
            {
                values[i] = default;
                into.SetNull(row + i);
            }
        }
    }
}
