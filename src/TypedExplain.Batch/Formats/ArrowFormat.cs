using System.Globalization;
using TypedExplain.Batch.Formats;

namespace TypedExplain.Batch;

/// <summary>
/// Results as a file of Arrow's format between processes: doubles, integers of 64 bits, texts and flags; null where there is no value.
/// The schema's metadata holds "typedexplain.record" and "typedexplain.question", that of a field "description" and, where it has one, "unit".
/// The bytes depend on the results alone, not on the batches in which they come.
/// </summary>
public sealed record ArrowFormat : IResultFormat
{
    /// <summary>How many rows a record batch has; the last one may have fewer. That many rows are held in memory. 16,384 by default, at least 1.</summary>
    [OptionRange(AtLeast = 1)]
    public int RecordBatchRows { get; init; } = 16_384;

    /// <inheritdoc/>
    public string Extension => ".arrow";

    /// <inheritdoc/>
    public string Settings => string.Create(CultureInfo.InvariantCulture, $"record batches of {RecordBatchRows} rows");

    /// <inheritdoc/>
    public IResultWriter Open(Stream stream, ResultSchema schema)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(schema);
        if (RecordBatchRows < 1)
            throw new InvalidOptionException($"RecordBatchRows is {RecordBatchRows}; it must be at least 1.");
        return new ArrowResultWriter(stream, schema, RecordBatchRows);
    }
}
