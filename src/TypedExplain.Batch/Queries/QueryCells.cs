using System.Data.Common;
using System.Globalization;
using TypedExplain.Batch.Cells;
using TypedExplain.Data.CsvFiles;

namespace TypedExplain.Batch.Queries;

/// <summary>How the values of a database become cells.</summary>
internal static class QueryCells
{
    /// <summary>What cells of a type are.</summary>
    public static CellKind Kind(Type type) =>
        type == typeof(double) ? CellKind.Number
        : type == typeof(float) ? CellKind.Single
        : type == typeof(long) || type == typeof(int) || type == typeof(short) || type == typeof(byte) || type == typeof(sbyte) || type == typeof(ushort) || type == typeof(uint) ? CellKind.Whole
        : type == typeof(ulong) || type == typeof(decimal) ? CellKind.Digits
        : type == typeof(bool) ? CellKind.Flag
        : type == typeof(string) || type == typeof(char) ? CellKind.Text
        : type == typeof(DateOnly) ? CellKind.Date
        : type == typeof(DateTime) || type == typeof(DateTimeOffset) ? CellKind.Time
        : type == typeof(TimeSpan) || type == typeof(TimeOnly) ? CellKind.Duration
        : type == typeof(Guid) ? CellKind.Identifier
        : CellKind.Other;

    /// <summary>Puts a value into a cell.</summary>
    /// <param name="row">The row of the database.</param>
    /// <param name="column">The column of it.</param>
    /// <param name="into">The cells of the column.</param>
    /// <param name="at">Which of them.</param>
    public static void Put(DbDataReader row, int column, CellColumn into, int at)
    {
        if (row.IsDBNull(column))
        {
            into.SetNull(at);
            return;
        }

        // Some databases type each value, not the column.
        Type type = row.GetFieldType(column);
        CellKind kind = Kind(type);
        if (kind != into.Column.Kind)
            into.SetOdd(at, kind, kind == CellKind.Other ? "bytes or a type that is not read" : OddText(row, column, kind, type));
        else if (kind is CellKind.Number or CellKind.Single)
            into.Numbers[at] = type == typeof(double) ? row.GetDouble(column) : row.GetFloat(column);
        else if (kind is CellKind.Whole or CellKind.Flag or CellKind.Duration)
            into.Wholes[at] = Whole(row, column, type);
        else if (Text(row, column, type) is { } text)
            into.Texts[at] = text;
        else
            into.SetOdd(at, CellKind.Other, "a local time, which means another moment on every machine");
    }

    private static string OddText(DbDataReader row, int column, CellKind kind, Type type) => kind switch
    {
        CellKind.Number => CsvNumber.Write(row.GetDouble(column)),
        CellKind.Single => CsvPrecision.Write(row.GetFloat(column), NumberPrecision.Single),
        CellKind.Whole => Whole(row, column, type).ToString(CultureInfo.InvariantCulture),
        CellKind.Flag => row.GetBoolean(column) ? "true" : "false",
        _ => Text(row, column, type) ?? "",
    };

    private static long Whole(DbDataReader row, int column, Type type) =>
        type == typeof(long) ? row.GetInt64(column)
        : type == typeof(int) ? row.GetInt32(column)
        : type == typeof(short) ? row.GetInt16(column)
        : type == typeof(byte) ? row.GetByte(column)
        : type == typeof(bool) ? (row.GetBoolean(column) ? 1 : 0)
        : type == typeof(sbyte) ? row.GetFieldValue<sbyte>(column)
        : type == typeof(ushort) ? row.GetFieldValue<ushort>(column)
        : type == typeof(uint) ? row.GetFieldValue<uint>(column)
        : type == typeof(TimeSpan) ? row.GetFieldValue<TimeSpan>(column).Ticks
        : row.GetFieldValue<TimeOnly>(column).Ticks;

    private static string? Text(DbDataReader row, int column, Type type) =>
        type == typeof(string) ? row.GetString(column)
        : type == typeof(decimal) ? row.GetDecimal(column).ToString(CultureInfo.InvariantCulture)
        : type == typeof(ulong) ? row.GetFieldValue<ulong>(column).ToString(CultureInfo.InvariantCulture)
        : type == typeof(DateTime) ? Time(row.GetDateTime(column))
        : type == typeof(DateTimeOffset) ? row.GetFieldValue<DateTimeOffset>(column).ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture)
        : type == typeof(DateOnly) ? row.GetFieldValue<DateOnly>(column).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : type == typeof(Guid) ? row.GetGuid(column).ToString("D", CultureInfo.InvariantCulture)
        : row.GetChar(column).ToString();

    /// <summary>What a clock shows; null where it is the clock of this machine.</summary>
    private static string? Time(DateTime time) => time.Kind == DateTimeKind.Local
        ? null
        : time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture) + (time.Kind == DateTimeKind.Utc ? "Z" : "");
}
