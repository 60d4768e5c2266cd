using Apache.Arrow;
using Apache.Arrow.Ipc;
using Apache.Arrow.Types;

namespace TypedExplain.Batch.Tests;

/// <summary>Writes Arrow files.</summary>
internal static class ArrowFile
{
    public static async Task<string> WriteAsync(string path, int batchRows, params TestColumn[] columns)
    {
        Apache.Arrow.Schema schema = new(columns.Select(column => new Field(column.Name, Build(column.Type, []).Data.DataType, nullable: true)), metadata: null);
        using FileStream stream = new(path, FileMode.Create);
        using ArrowFileWriter writer = new(stream, schema);
        await writer.WriteStartAsync();
        int rows = columns[0].Values.Length;
        for (int start = 0; start < rows; start += batchRows)
        {
            IArrowArray[] arrays = [.. columns.Select(column => Build(column.Type, [.. column.Values.Skip(start).Take(batchRows)]))];
            await writer.WriteRecordBatchAsync(new RecordBatch(schema, arrays, arrays[0].Length));
        }

        await writer.WriteEndAsync();
        return path;
    }

    /// <summary>Arrow arrays of any making.</summary>
    public static async Task<string> WriteAsync(string path, params (string Name, IArrowArray Values)[] columns)
    {
        Apache.Arrow.Schema schema = new(columns.Select(column => new Field(column.Name, column.Values.Data.DataType, nullable: true)), metadata: null);
        using FileStream stream = new(path, FileMode.Create);
        using ArrowFileWriter writer = new(stream, schema);
        await writer.WriteRecordBatchAsync(new RecordBatch(schema, columns.Select(column => column.Values), columns[0].Values.Length));
        await writer.WriteEndAsync();
        return path;
    }

    public static IArrowArray Build(Type type, object?[] values) => Type.GetTypeCode(type) switch
    {
        TypeCode.String => Fill(new StringArray.Builder(), (array, value) => array.Append((string)value), array => array.AppendNull(), values).Build(),
        TypeCode.Boolean => Fill(new BooleanArray.Builder(), (array, value) => array.Append((bool)value), array => array.AppendNull(), values).Build(),
        TypeCode.Double => Fill(new DoubleArray.Builder(), (array, value) => array.Append((double)value), array => array.AppendNull(), values).Build(),
        TypeCode.Single => Fill(new FloatArray.Builder(), (array, value) => array.Append((float)value), array => array.AppendNull(), values).Build(),
        TypeCode.SByte => Fill(new Int8Array.Builder(), (array, value) => array.Append((sbyte)value), array => array.AppendNull(), values).Build(),
        TypeCode.Byte => Fill(new UInt8Array.Builder(), (array, value) => array.Append((byte)value), array => array.AppendNull(), values).Build(),
        TypeCode.Int16 => Fill(new Int16Array.Builder(), (array, value) => array.Append((short)value), array => array.AppendNull(), values).Build(),
        TypeCode.UInt16 => Fill(new UInt16Array.Builder(), (array, value) => array.Append((ushort)value), array => array.AppendNull(), values).Build(),
        TypeCode.Int32 => Fill(new Int32Array.Builder(), (array, value) => array.Append((int)value), array => array.AppendNull(), values).Build(),
        TypeCode.UInt32 => Fill(new UInt32Array.Builder(), (array, value) => array.Append((uint)value), array => array.AppendNull(), values).Build(),
        TypeCode.Int64 => Fill(new Int64Array.Builder(), (array, value) => array.Append((long)value), array => array.AppendNull(), values).Build(),
        TypeCode.UInt64 => Fill(new UInt64Array.Builder(), (array, value) => array.Append((ulong)value), array => array.AppendNull(), values).Build(),
        TypeCode.Decimal => Fill(new Decimal128Array.Builder(new Decimal128Type(38, 10)), (array, value) => array.Append((decimal)value), array => array.AppendNull(), values).Build(),
        TypeCode.DateTime => Fill(new TimestampArray.Builder(new TimestampType(Apache.Arrow.Types.TimeUnit.Microsecond, (string?)null)), (array, value) => array.Append(new DateTimeOffset(((DateTime)value).Ticks, TimeSpan.Zero)), array => array.AppendNull(), values).Build(),
        _ when type == typeof(DateOnly) => Fill(new Date32Array.Builder(), (array, value) => array.Append((DateOnly)value), array => array.AppendNull(), values).Build(),
        _ => throw new NotSupportedException(type.Name),
    };

    private static TBuilder Fill<TBuilder>(TBuilder builder, Action<TBuilder, object> append, Action<TBuilder> appendNull, object?[] values)
    {
        foreach (object? value in values)
        {
            if (value is null)
                appendNull(builder);
            else
                append(builder, value);
        }

        return builder;
    }
}
