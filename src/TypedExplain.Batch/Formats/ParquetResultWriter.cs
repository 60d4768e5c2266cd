using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using ParquetSharp;
using ParquetSharp.IO;
using ParquetSharp.Schema;

namespace TypedExplain.Batch.Formats;

/// <summary>Writes results as Parquet.</summary>
internal sealed class ParquetResultWriter : IResultWriter
{
    private readonly ResultSchema _schema;
    private readonly FixedRows _rows;
    private readonly short[] _levels;
    private readonly double[] _numbers;
    private readonly long[] _counts;
    private readonly bool[] _flags;
    private readonly ByteArray[] _texts;
    private readonly int[] _ends;
    private readonly FaultStream _stream;
    private readonly ManagedOutputStream _output;
    private readonly WriterProperties _properties;
    private readonly ParquetFileWriter _file;
    private byte[] _utf8 = GC.AllocateUninitializedArray<byte>(1, pinned: true);

    public ParquetResultWriter(Stream stream, ResultSchema schema, int groupRows, bool isCompressed)
    {
        _schema = schema;
        _rows = new(schema, groupRows);
        _levels = new short[groupRows];
        _numbers = new double[groupRows];
        _counts = new long[groupRows];
        _flags = new bool[groupRows];
        _texts = new ByteArray[groupRows];
        _ends = new int[groupRows];
        _stream = new(stream);
        _output = new(_stream, leaveOpen: true);
        _properties = Properties(schema, isCompressed);
        Node[] nodes = [.. schema.Columns.Select(Node)];
        using GroupNode root = new("schema", Repetition.Required, nodes);
        _file = new(_output, root, _properties, Metadata(schema));
        foreach (Node node in nodes)
            node.Dispose();
    }

    public ValueTask WriteAsync(ResultRows rows, CancellationToken cancellation = default)
    {
        for (int first = 0; first < rows.Count;)
        {
            first += _rows.Add(rows, first);
            if (_rows.IsFull)
                Guarded(WriteGroup);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask FinishAsync(CancellationToken cancellation = default)
    {
        if (_rows.Count > 0)
            Guarded(WriteGroup);
        Guarded(_file.Close);
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        _properties.Dispose();
        _output.Dispose();
        return ValueTask.CompletedTask;
    }

    private static Node Node(ResultColumn column)
    {
        using LogicalType type = column.Kind switch
        {
            ResultColumnKind.Text => LogicalType.String(),
            ResultColumnKind.Count => LogicalType.Int(64, isSigned: true),
            _ => LogicalType.None(),
        };
        return new PrimitiveNode(column.Name, column.IsRequired ? Repetition.Required : Repetition.Optional, type, column.Kind switch
        {
            ResultColumnKind.Number => PhysicalType.Double,
            ResultColumnKind.Count => PhysicalType.Int64,
            ResultColumnKind.Text => PhysicalType.ByteArray,
            _ => PhysicalType.Boolean,
        });
    }

    private static WriterProperties Properties(ResultSchema schema, bool isCompressed)
    {
        // Snappy hashes by an instruction that not every processor has, and so compresses otherwise there.
        using WriterPropertiesBuilder builder = new();
        builder.Compression(isCompressed ? Compression.Zstd : Compression.Uncompressed).DisableDictionary().CreatedBy("TypedExplain");
        foreach (ResultColumn column in schema.Columns.Where(column => column.Kind == ResultColumnKind.Text))
        {
            using ColumnPath path = new([column.Name]);
            builder.EnableDictionary(path);
        }

        return builder.Build();
    }

    private static Dictionary<string, string> Metadata(ResultSchema schema)
    {
        Dictionary<string, string> metadata = ResultMetadata.OfFile(schema);
        foreach (ResultColumn column in schema.Columns)
        {
            foreach ((string key, string value) in ResultMetadata.OfColumn(column))
                metadata[$"column.{column.Name}.{key}"] = value;
        }

        return metadata;
    }

    private void WriteGroup()
    {
        using RowGroupWriter group = _file.AppendRowGroup();
        for (int column = 0; column < _schema.Columns.Length; column++)
        {
            using ColumnWriter writer = group.NextColumn();
            int there = Levels(column);
            switch (writer)
            {
                case ColumnWriter<double> numbers:
                    Write(numbers, _rows.Numbers(column), _numbers, column, there);
                    break;
                case ColumnWriter<long> counts:
                    Write(counts, _rows.Counts(column), _counts, column, there);
                    break;
                case ColumnWriter<bool> flags:
                    Write(flags, _rows.Flags(column), _flags, column, there);
                    break;
                case ColumnWriter<ByteArray> texts:
                    Write(texts, Utf8(column), _texts, column, there);
                    break;
            }
        }

        group.Close();
        _rows.Clear();
    }

    /// <summary>Does what writes; where the stream failed, its own error is thrown and not the message that native code makes of it.</summary>
    private void Guarded(Action write)
    {
        try
        {
            write();
        }
        catch (Exception) when (_stream.Fault is { } fault)
        {
            ExceptionDispatchInfo.Throw(fault);
        }
    }

    /// <summary>Says for each row whether there is a value; gives how many there are.</summary>
    private int Levels(int column)
    {
        ReadOnlySpan<bool> isNull = _rows.IsNull(column);
        int there = 0;
        for (int row = 0; row < isNull.Length; row++)
            there += _levels[row] = isNull[row] ? (short)0 : (short)1;
        return there;
    }

    private void Write<TValue>(ColumnWriter<TValue> writer, ReadOnlySpan<TValue> values, TValue[] dense, int column, int there)
        where TValue : unmanaged
    {
        if (_schema.Columns[column].IsRequired)
        {
            writer.WriteBatch(values);
            return;
        }

        if (there < values.Length)
        {
            int at = 0;
            for (int row = 0; row < values.Length; row++)
            {
                if (_levels[row] == 1)
                    dense[at++] = values[row];
            }

            values = dense.AsSpan(0, there);
        }

        writer.WriteBatch(_rows.Count, _levels.AsSpan(0, _rows.Count), default, values);
    }

    /// <summary>The texts of a column, in memory that is not moved.</summary>
    private ReadOnlySpan<ByteArray> Utf8(int column)
    {
        _rows.WriteUtf8(column, ref _utf8, _ends);
        int start = 0;
        for (int row = 0; row < _rows.Count; row++)
        {
            _texts[row] = new(_ends[row] == start ? 0 : Marshal.UnsafeAddrOfPinnedArrayElement(_utf8, start), _ends[row] - start);
            start = _ends[row];
        }

        return _texts.AsSpan(0, _rows.Count);
    }
}
