using Parquet;
using Parquet.Schema;

namespace TypedExplain.Batch.Tests;

/// <summary>Writes Parquet by another implementation than the library's.</summary>
internal static class ParquetFile
{
    public static async Task<string> WriteAsync(string path, int groupRows, params TestColumn[] columns)
    {
        DataField[] fields = [.. columns.Select(Field)];
        using FileStream stream = new(path, FileMode.Create);
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(fields), stream);
        int rows = columns[0].Values.Length;
        for (int start = 0; start < rows; start += groupRows)
        {
            using ParquetRowGroupWriter group = writer.CreateRowGroup();
            for (int i = 0; i < columns.Length; i++)
                await WriteAsync(group, fields[i], columns[i], [.. columns[i].Values.Skip(start).Take(groupRows)]);
            group.CompleteValidate();
        }

        return path;
    }

    /// <summary>A row whose column is a list of two numbers.</summary>
    public static async Task WriteListAsync(string path, string name)
    {
        DataField item = new(name, typeof(double), isNullable: false, isArray: true);
        using FileStream stream = new(path, FileMode.Create);
        await using ParquetWriter writer = await ParquetWriter.CreateAsync(new ParquetSchema(item), stream);
        using ParquetRowGroupWriter group = writer.CreateRowGroup();
        await group.WriteAsync<double>(item, new double[] { 1, 2 }.AsMemory(), new int[] { 0, 1 }.AsMemory());
        group.CompleteValidate();
    }

    private static DataField Field(TestColumn column) =>
        column.Type == typeof(decimal) ? new DecimalDataField(column.Name, 29, 10, isNullable: true)
        : column.Type == typeof(DateTime) ? new DateTimeDataField(column.Name, DateTimeFormat.Timestamp, isAdjustedToUTC: false, unit: DateTimeTimeUnit.Micros, isNullable: true)
        : new DataField(column.Name, column.Type, true);

    private static Task WriteAsync(ParquetRowGroupWriter group, DataField field, TestColumn column, object?[] values)
    {
        return Type.GetTypeCode(column.Type) switch
        {
            TypeCode.String => group.WriteAsync(field, values.Cast<string>().ToArray()),
            TypeCode.Boolean => Write<bool>(),
            TypeCode.Double => Write<double>(),
            TypeCode.Single => Write<float>(),
            TypeCode.SByte => Write<sbyte>(),
            TypeCode.Byte => Write<byte>(),
            TypeCode.Int16 => Write<short>(),
            TypeCode.UInt16 => Write<ushort>(),
            TypeCode.Int32 => Write<int>(),
            TypeCode.UInt32 => Write<uint>(),
            TypeCode.Int64 => Write<long>(),
            TypeCode.UInt64 => Write<ulong>(),
            TypeCode.Decimal => Write<decimal>(),
            TypeCode.DateTime => Write<DateTime>(),
            _ when column.Type == typeof(DateOnly) => Write<DateOnly>(),
            _ when column.Type == typeof(Guid) => Write<Guid>(),
            _ => throw new NotSupportedException(column.Type.Name),
        };

        Task Write<TValue>()
            where TValue : struct => group.WriteAsync<TValue>(field, values.Select(value => (TValue?)value).ToArray().AsMemory());
    }
}
