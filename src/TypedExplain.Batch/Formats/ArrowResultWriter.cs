using System.Runtime.InteropServices;
using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

namespace TypedExplain.Batch.Formats;

/// <summary>Writes results as an Arrow file.</summary>
internal sealed class ArrowResultWriter : IResultWriter
{
    private readonly ResultSchema _schema;
    private readonly FixedRows _rows;
    private readonly Apache.Arrow.Schema _fields;
    private readonly ArrowFileWriter _file;
    private readonly byte[][] _values;
    private readonly byte[][] _bitmaps;
    private readonly byte[][] _utf8;

    public ArrowResultWriter(Stream stream, ResultSchema schema, int batchRows)
    {
        _schema = schema;
        _rows = new(schema, batchRows);
        _fields = new(schema.Columns.Select(column => new Field(column.Name, TypeOf(column.Kind), !column.IsRequired, ResultMetadata.OfColumn(column))), ResultMetadata.OfFile(schema));
        _values = [.. schema.Columns.Select(column => new byte[Bytes(column.Kind, batchRows)])];
        _bitmaps = [.. schema.Columns.Select(_ => new byte[(batchRows + 7) / 8])];
        _utf8 = [.. schema.Columns.Select(_ => System.Array.Empty<byte>())];
        _file = new(stream, _fields, leaveOpen: true);
        _file.WriteStart();
    }

    public async ValueTask WriteAsync(ResultRows rows, CancellationToken cancellation = default)
    {
        for (int first = 0; first < rows.Count;)
        {
            first += _rows.Add(rows, first);
            if (_rows.IsFull)
                await WriteBatchAsync(cancellation).ConfigureAwait(false);
        }
    }

    public async ValueTask FinishAsync(CancellationToken cancellation = default)
    {
        if (_rows.Count > 0)
            await WriteBatchAsync(cancellation).ConfigureAwait(false);
        await _file.WriteEndAsync(cancellation).ConfigureAwait(false);
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    private static ArrowType TypeOf(ResultColumnKind kind) => kind switch
    {
        ResultColumnKind.Number => DoubleType.Default,
        ResultColumnKind.Count => Int64Type.Default,
        ResultColumnKind.Text => StringType.Default,
        _ => BooleanType.Default,
    };

    private static int Bytes(ResultColumnKind kind, int rows) => kind switch
    {
        ResultColumnKind.Number or ResultColumnKind.Count => checked(rows * sizeof(long)),
        ResultColumnKind.Text => checked((rows + 1) * sizeof(int)),
        _ => (rows + 7) / 8,
    };

    private async ValueTask WriteBatchAsync(CancellationToken cancellation)
    {
        IArrowArray[] arrays = [.. Enumerable.Range(0, _schema.Columns.Length).Select(Build)];
        RecordBatch batch = new(_fields, arrays, _rows.Count);
        await _file.WriteRecordBatchAsync(batch, cancellation).ConfigureAwait(false);
        _rows.Clear();
    }

    private IArrowArray Build(int column)
    {
        int rows = _rows.Count;
        int nulls = Bitmap(column);
        ArrowBuffer bitmap = nulls == 0 ? ArrowBuffer.Empty : new(_bitmaps[column].AsMemory(0, (rows + 7) / 8));
        switch (_schema.Columns[column].Kind)
        {
            case ResultColumnKind.Number:
                return new DoubleArray(Values(_rows.Numbers(column), column), bitmap, rows, nulls, 0);
            case ResultColumnKind.Count:
                return new Int64Array(Values(_rows.Counts(column), column), bitmap, rows, nulls, 0);
            case ResultColumnKind.Flag:
                Bits(_rows.Flags(column), _values[column]);
                return new BooleanArray(new ArrowBuffer(_values[column].AsMemory(0, (rows + 7) / 8)), bitmap, rows, nulls, 0);
            default:
                Span<int> ends = MemoryMarshal.Cast<byte, int>(_values[column].AsSpan());
                ends[0] = 0;
                _rows.WriteUtf8(column, ref _utf8[column], ends[1..]);
                return new StringArray(rows, new ArrowBuffer(_values[column].AsMemory(0, (rows + 1) * sizeof(int))), new ArrowBuffer(_utf8[column].AsMemory(0, ends[rows])), bitmap, nulls);
        }
    }

    /// <summary>Says for each row whether there is a value; gives how many there are not.</summary>
    private int Bitmap(int column)
    {
        ReadOnlySpan<bool> isNull = _rows.IsNull(column);
        byte[] bits = _bitmaps[column];
        System.Array.Clear(bits);
        int nulls = 0;
        for (int row = 0; row < isNull.Length; row++)
        {
            nulls += isNull[row] ? 1 : 0;
            bits[row >> 3] |= (byte)((isNull[row] ? 0 : 1) << (row & 7));
        }

        return nulls;
    }

    /// <summary>Values of 8 bytes; 0 where there is none.</summary>
    private ArrowBuffer Values<TValue>(ReadOnlySpan<TValue> values, int column)
        where TValue : unmanaged
    {
        Span<TValue> into = MemoryMarshal.Cast<byte, TValue>(_values[column].AsSpan());
        ReadOnlySpan<bool> isNull = _rows.IsNull(column);
        for (int row = 0; row < values.Length; row++)
            into[row] = isNull[row] ? default : values[row];
        return new(_values[column].AsMemory(0, values.Length * sizeof(long)));
    }

    private static void Bits(ReadOnlySpan<bool> flags, byte[] bits)
    {
        System.Array.Clear(bits);
        for (int row = 0; row < flags.Length; row++)
            bits[row >> 3] |= (byte)((flags[row] ? 1 : 0) << (row & 7));
    }
}
