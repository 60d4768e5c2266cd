using TypedExplain.Batch.Formats;

namespace TypedExplain.Batch;

/// <summary>Results as JSON lines in UTF-8: one object per row; members are left out where there is no value.</summary>
public sealed record JsonLinesFormat : IResultFormat
{
    /// <inheritdoc/>
    public string Extension => ".jsonl";

    /// <inheritdoc/>
    public IResultWriter Open(Stream stream, ResultSchema schema)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(schema);
        return new JsonResultWriter(stream, schema);
    }
}
