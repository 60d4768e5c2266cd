using Apache.Arrow.Ipc;
using Apache.Arrow.Types;
using ParquetSharp;
using TypedExplain.Batch.Cells;
using ParquetUnit = ParquetSharp.TimeUnit;

namespace TypedExplain.Batch.Parquet;

/// <summary>What the columns of a Parquet file hold.</summary>
internal static class ParquetKinds
{
    private const decimal NanosecondTicks = 0.01m;

    /// <summary>The columns of a file, in its order.</summary>
    public static TableColumn[] Of(FileMetaData file)
    {
        Dictionary<string, decimal> durations = Durations(file.KeyValueMetadata);
        TableColumn[] columns = new TableColumn[file.NumColumns];
        for (int i = 0; i < columns.Length; i++)
        {
            ColumnDescriptor column = file.Schema.Column(i);
            using LogicalType logical = column.LogicalType;
            string type = logical.Type is LogicalTypeEnum.None or LogicalTypeEnum.Undefined ? column.PhysicalType.ToString() : $"{column.PhysicalType} ({logical.ToString()})";
            columns[i] = column.MaxRepetitionLevel > 0 ? new(file.Schema.ColumnRoot(i).Name, CellKind.Other, "list or map of " + type)
                : durations.TryGetValue(column.Name, out decimal ticks) && column.PhysicalType == PhysicalType.Int64 ? new(column.Name, CellKind.Duration, type) { UnitTicks = ticks }
                : new(column.Path.ToDotString(), Kind(column.PhysicalType, logical), type) { UnitTicks = logical is TimeLogicalType time ? Ticks(time.TimeUnit) : 1 };
        }

        return columns;
    }

    /// <summary>How many decimal digits of a second a unit has.</summary>
    public static int Decimals(ParquetUnit unit) => unit switch
    {
        ParquetUnit.Millis => 3,
        ParquetUnit.Micros => 6,
        _ => 9,
    };

    private static CellKind Kind(PhysicalType physical, LogicalType logical) => (physical, logical.Type) switch
    {
        (_, LogicalTypeEnum.Nil) => CellKind.Empty,
        (PhysicalType.Boolean, _) => CellKind.Flag,
        (PhysicalType.Float, _) or (PhysicalType.FixedLenByteArray, LogicalTypeEnum.Float16) => CellKind.Single,
        (PhysicalType.Double, _) => CellKind.Number,
        (PhysicalType.Int96, _) or (PhysicalType.Int64, LogicalTypeEnum.Timestamp) => CellKind.Time,
        (PhysicalType.Int32, LogicalTypeEnum.Date) => CellKind.Date,
        (PhysicalType.Int32 or PhysicalType.Int64, LogicalTypeEnum.Time) => CellKind.Duration,
        (_, LogicalTypeEnum.Decimal) => CellKind.Digits,
        (PhysicalType.Int32 or PhysicalType.Int64, LogicalTypeEnum.None or LogicalTypeEnum.Undefined or LogicalTypeEnum.Int) => CellKind.Whole,
        (PhysicalType.ByteArray, LogicalTypeEnum.String or LogicalTypeEnum.Enum or LogicalTypeEnum.Json) => CellKind.Text,
        (PhysicalType.FixedLenByteArray, LogicalTypeEnum.Uuid) => CellKind.Identifier,
        _ => CellKind.Other,
    };

    private static decimal Ticks(ParquetUnit unit) => unit switch
    {
        ParquetUnit.Millis => TimeSpan.TicksPerMillisecond,
        ParquetUnit.Micros => TimeSpan.TicksPerMicrosecond,
        _ => NanosecondTicks,
    };

    /// <summary>
    /// The columns that are durations, and the ticks of their units. Parquet has no such type: programs over Arrow write whole numbers,
    /// and beside them the schema that says what they are. Read as numbers they would be of a wrong unit.
    /// </summary>
    private static Dictionary<string, decimal> Durations(IReadOnlyDictionary<string, string> metadata)
    {
        Dictionary<string, decimal> durations = [];
        if (!metadata.TryGetValue("ARROW:schema", out string? text))
            return durations;
        byte[] message = Convert.FromBase64String(text);
        using ArrowStreamReader reader = new(message.AsMemory());
        foreach (Apache.Arrow.Field field in reader.Schema.FieldsList)
        {
            if (field.DataType is DurationType duration)
                durations[field.Name] = ArrowTicks(duration.Unit);
        }

        return durations;
    }

    private static decimal ArrowTicks(Apache.Arrow.Types.TimeUnit unit) => unit switch
    {
        Apache.Arrow.Types.TimeUnit.Second => TimeSpan.TicksPerSecond,
        Apache.Arrow.Types.TimeUnit.Millisecond => TimeSpan.TicksPerMillisecond,
        Apache.Arrow.Types.TimeUnit.Microsecond => TimeSpan.TicksPerMicrosecond,
        _ => NanosecondTicks,
    };
}
