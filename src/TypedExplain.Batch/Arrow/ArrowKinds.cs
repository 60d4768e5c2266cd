using Apache.Arrow.Types;
using TypedExplain.Batch.Cells;
using ArrowUnit = Apache.Arrow.Types.TimeUnit;

namespace TypedExplain.Batch.Arrow;

/// <summary>What the columns of an Arrow file hold.</summary>
internal static class ArrowKinds
{
    private const decimal NanosecondTicks = 0.01m;

    /// <summary>The columns of a file, in its order.</summary>
    public static TableColumn[] Of(Apache.Arrow.Schema schema) =>
        [.. schema.FieldsList.Select(field => new TableColumn(field.Name, Kind(field.DataType), Name(field.DataType)) { UnitTicks = Ticks(field.DataType) })];

    /// <summary>How many decimal digits of a second a unit has.</summary>
    public static int Decimals(ArrowUnit unit) => unit switch
    {
        ArrowUnit.Second => 0,
        ArrowUnit.Millisecond => 3,
        ArrowUnit.Microsecond => 6,
        _ => 9,
    };

    private static CellKind Kind(IArrowType type) => type.TypeId switch
    {
        ArrowTypeId.Boolean => CellKind.Flag,
        ArrowTypeId.Int8 or ArrowTypeId.Int16 or ArrowTypeId.Int32 or ArrowTypeId.Int64 or ArrowTypeId.UInt8 or ArrowTypeId.UInt16 or ArrowTypeId.UInt32 or ArrowTypeId.UInt64 => CellKind.Whole,
        ArrowTypeId.HalfFloat or ArrowTypeId.Float => CellKind.Single,
        ArrowTypeId.Double => CellKind.Number,
        ArrowTypeId.String or ArrowTypeId.LargeString or ArrowTypeId.StringView => CellKind.Text,
        ArrowTypeId.Date32 or ArrowTypeId.Date64 => CellKind.Date,
        ArrowTypeId.Timestamp => CellKind.Time,
        ArrowTypeId.Time32 or ArrowTypeId.Time64 or ArrowTypeId.Duration => CellKind.Duration,
        ArrowTypeId.Decimal32 or ArrowTypeId.Decimal64 or ArrowTypeId.Decimal128 or ArrowTypeId.Decimal256 => CellKind.Digits,
        ArrowTypeId.Null => CellKind.Empty,
        ArrowTypeId.Dictionary when ((DictionaryType)type).ValueType.TypeId == ArrowTypeId.String => CellKind.Text,
        _ => CellKind.Other,
    };

    private static string Name(IArrowType type) => type is DictionaryType dictionary ? $"dictionary of {dictionary.ValueType.Name}" : type.Name;

    private static decimal Ticks(IArrowType type) => type is not TimeBasedType { Unit: var unit } ? 1 : unit switch
    {
        ArrowUnit.Second => TimeSpan.TicksPerSecond,
        ArrowUnit.Millisecond => TimeSpan.TicksPerMillisecond,
        ArrowUnit.Microsecond => TimeSpan.TicksPerMicrosecond,
        _ => NanosecondTicks,
    };
}
