using System.Numerics;
using System.Runtime.InteropServices;
using ParquetSharp;
using TypedExplain.Batch.Cells;

namespace TypedExplain.Batch.Parquet;

/// <summary>How the values of each physical and logical type become cells.</summary>
internal static class ParquetPutting
{
    private const int JulianEpoch = 2_440_588;
    private const int IdentifierBytes = 16;
    private const long NanosecondsPerDay = 86_400_000_000_000;

    /// <summary>Opens a column.</summary>
    /// <param name="column">The column of a row group.</param>
    public static IParquetCells Open(ColumnReader column)
    {
        using LogicalType logical = column.ColumnDescriptor.LogicalType;
        int length = column.ColumnDescriptor.TypeLength;
        return (column, logical) switch
        {
            (ColumnReader<double> reader, _) => new ParquetCells<double>(reader, static (values, into, row) => values.CopyTo(into.Numbers.AsSpan(row))),
            (ColumnReader<float> reader, _) => new ParquetCells<float>(reader, Singles),
            (ColumnReader<bool> reader, _) => new ParquetCells<bool>(reader, Flags),
            (ColumnReader<Int96> reader, _) => new ParquetCells<Int96>(reader, Times),
            (ColumnReader<int> reader, DateLogicalType) => new ParquetCells<int>(reader, (values, into, row) => Texts(values, into, row, static days => CellTexts.Date(days))),
            (ColumnReader<int> reader, DecimalLogicalType { Scale: var scale }) => new ParquetCells<int>(reader, (values, into, row) => Texts(values, into, row, digits => CellTexts.Digits(digits, scale))),
            (ColumnReader<int> reader, IntLogicalType { IsSigned: false }) => new ParquetCells<int>(reader, UnsignedWholes),
            (ColumnReader<int> reader, _) => new ParquetCells<int>(reader, Wholes),
            (ColumnReader<long> reader, TimestampLogicalType { IsAdjustedToUtc: var isUniversal, TimeUnit: var unit }) => Timestamps(reader, ParquetKinds.Decimals(unit), isUniversal),
            (ColumnReader<long> reader, DecimalLogicalType { Scale: var scale }) => new ParquetCells<long>(reader, (values, into, row) => Texts(values, into, row, digits => CellTexts.Digits(digits, scale))),
            (ColumnReader<long> reader, IntLogicalType { IsSigned: false }) => new ParquetCells<long>(reader, UnsignedWholes),
            (ColumnReader<long> reader, _) => new ParquetCells<long>(reader, static (values, into, row) => values.CopyTo(into.Wholes.AsSpan(row))),
            (ColumnReader<ByteArray> reader, DecimalLogicalType { Scale: var scale }) => new ParquetCells<ByteArray>(reader, (values, into, row) => Texts(values, into, row, value => Digits(value.Pointer, value.Length, scale))),
            (ColumnReader<ByteArray> reader, _) => new ParquetCells<ByteArray>(reader, new TextPutting().Put),
            (ColumnReader<FixedLenByteArray> reader, DecimalLogicalType { Scale: var scale }) => new ParquetCells<FixedLenByteArray>(reader, (values, into, row) => Texts(values, into, row, value => Digits(value.Pointer, length, scale))),
            (ColumnReader<FixedLenByteArray> reader, Float16LogicalType) => new ParquetCells<FixedLenByteArray>(reader, Halves),
            (ColumnReader<FixedLenByteArray> reader, _) => new ParquetCells<FixedLenByteArray>(reader, (values, into, row) => Texts(values, into, row, static value => new Guid(Bytes(value.Pointer, IdentifierBytes), bigEndian: true).ToString("D"))),
            _ => throw new BatchException($"a column is of the physical type {column.Type}, which is not known"),
        };
    }

    private static void Singles(ReadOnlySpan<float> values, CellColumn into, int row)
    {
        Span<double> numbers = into.Numbers.AsSpan(row);
        for (int i = 0; i < values.Length; i++)
            numbers[i] = values[i];
    }

    private static void Halves(ReadOnlySpan<FixedLenByteArray> values, CellColumn into, int row)
    {
        for (int i = 0; i < values.Length; i++)
            into.Numbers[row + i] = into.IsNull[row + i] ? 0 : (double)BitConverter.ToHalf(Bytes(values[i].Pointer, sizeof(short)));
    }

    private static void Flags(ReadOnlySpan<bool> values, CellColumn into, int row)
    {
        for (int i = 0; i < values.Length; i++)
            into.Wholes[row + i] = values[i] ? 1 : 0;
    }

    private static void Wholes(ReadOnlySpan<int> values, CellColumn into, int row)
    {
        Span<long> wholes = into.Wholes.AsSpan(row);
        for (int i = 0; i < values.Length; i++)
            wholes[i] = values[i];
    }

    private static void UnsignedWholes(ReadOnlySpan<int> values, CellColumn into, int row)
    {
        for (int i = 0; i < values.Length; i++)
            into.Wholes[row + i] = (uint)values[i];
    }

    private static void UnsignedWholes(ReadOnlySpan<long> values, CellColumn into, int row)
    {
        for (int i = 0; i < values.Length; i++)
        {
            into.Wholes[row + i] = values[i];
            if (values[i] < 0)
                into.SetOdd(row + i, CellKind.Digits, CellTexts.Digits((ulong)values[i], 0));
        }
    }

    private static ParquetCells<long> Timestamps(ColumnReader<long> reader, int decimals, bool isUniversal) =>
        new(reader, (values, into, row) => Texts(values, into, row, time => CellTexts.Time(time, decimals, isUniversal)));

    /// <summary>Times as older programs write them: nanoseconds of a day, then the day of astronomers. Whether they are universal is not told.</summary>
    private static void Times(ReadOnlySpan<Int96> values, CellColumn into, int row)
    {
        ReadOnlySpan<int> parts = MemoryMarshal.Cast<Int96, int>(values);
        for (int i = 0; i < values.Length; i++)
        {
            long nanoseconds = (long)(uint)parts[3 * i] | ((long)parts[(3 * i) + 1] << 32);
            Int128 time = ((Int128)(parts[(3 * i) + 2] - (long)JulianEpoch) * NanosecondsPerDay) + nanoseconds;
            into.Texts[row + i] = time < long.MinValue || time > long.MaxValue ? time.ToString() : CellTexts.Time((long)time, 9, isUniversal: false);
        }
    }

    private static void Texts<TValue>(ReadOnlySpan<TValue> values, CellColumn into, int row, Func<TValue, string> text)
    {
        for (int i = 0; i < values.Length; i++)
            into.Texts[row + i] = into.IsNull[row + i] ? null : text(values[i]);
    }

    private static string Digits(nint pointer, int length, int scale) => CellTexts.Digits(new BigInteger(Bytes(pointer, length), isBigEndian: true), scale);

    private static byte[] Bytes(nint pointer, int length)
    {
        byte[] bytes = new byte[length];
        Marshal.Copy(pointer, bytes, 0, length);
        return bytes;
    }
}
