using System.Globalization;
using TypedExplain.Batch.Formats;

namespace TypedExplain.Batch;

/// <summary>
/// Results as Parquet: numbers as DOUBLE, whole numbers as INT64, texts as strings, flags as BOOLEAN; null where there is no value. The
/// file's metadata holds "typedexplain.record" and "typedexplain.question", and for each column "column.NAME.description" and, where it has one,
/// "column.NAME.unit". The bytes depend on the results alone, not on the batches in which they come, and on the version of the library.
/// </summary>
public sealed record ParquetFormat : IResultFormat
{
    /// <summary>How many rows a row group has; the last one may have fewer. That many rows are held in memory. 16,384 by default, at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int RowGroupRows { get; init; } = 16_384;

    /// <summary>Whether the columns are compressed, by Zstandard; so by default.</summary>
    public bool IsCompressed { get; init; } = true;

    /// <inheritdoc/>
    public string Extension => ".parquet";

    /// <inheritdoc/>
    public string Settings => string.Create(CultureInfo.InvariantCulture, $"row groups of {RowGroupRows} rows, {(IsCompressed ? "compressed" : "not compressed")}");

    /// <inheritdoc/>
    public IResultWriter Open(Stream stream, ResultSchema schema)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(schema);
        if (RowGroupRows < 1)
            throw new InvalidOptionException($"RowGroupRows is {RowGroupRows}; it must be at least 1.");
        return new ParquetResultWriter(stream, schema, RowGroupRows, IsCompressed);
    }
}
