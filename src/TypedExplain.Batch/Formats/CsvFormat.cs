using TypedExplain.Batch.Formats;

namespace TypedExplain.Batch;

/// <summary>Results as CSV in UTF-8: a header, then one line per row; numbers with a decimal point and all their digits, empty cells where there is no value.</summary>
public sealed record CsvFormat : IResultFormat
{
    /// <summary>What stands between cells: an ASCII character, by default a comma.</summary>
    public char Delimiter { get; init; } = ',';

    /// <inheritdoc/>
    public string Extension => ".csv";

    /// <inheritdoc/>
    public string Settings => $"delimiter {Delimiter}";

    /// <inheritdoc/>
    public IResultWriter Open(Stream stream, ResultSchema schema)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(schema);
        if (!char.IsAscii(Delimiter) || char.IsLetterOrDigit(Delimiter) || Delimiter is '"' or '\r' or '\n' or '.' or '-' or '+' or '\0')
            throw new InvalidOptionException($"Delimiter is '{Delimiter}'; it must be an ASCII character that no number holds, such as a comma, a semicolon or a tab.");
        return new CsvResultWriter(stream, schema, Delimiter);
    }
}
