using System.Globalization;
using System.Text;

namespace TypedExplain.Batch.Formats;

/// <summary>Writes results as CSV.</summary>
internal sealed class CsvResultWriter : IResultWriter
{
    private const int BufferChars = 1 << 15;

    private readonly StreamWriter _text;
    private readonly char _delimiter;

    public CsvResultWriter(Stream stream, ResultSchema schema, char delimiter)
    {
        _text = new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), BufferChars, leaveOpen: true) { NewLine = "\n" };
        _delimiter = delimiter;
        for (int column = 0; column < schema.Columns.Length; column++)
        {
            Separate(column);
            Write(schema.Columns[column].Name);
        }

        _text.Write('\n');
    }

    public ValueTask WriteAsync(ResultRows rows, CancellationToken cancellation = default)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            for (int column = 0; column < rows.Columns.Length; column++)
            {
                Separate(column);
                Write(rows, column, row);
            }

            _text.Write('\n');
        }

        return ValueTask.CompletedTask;
    }

    public async ValueTask FinishAsync(CancellationToken cancellation = default) => await _text.FlushAsync(cancellation).ConfigureAwait(false);

    public ValueTask DisposeAsync() => _text.DisposeAsync();

    private void Separate(int column)
    {
        if (column > 0)
            _text.Write(_delimiter);
    }

    private void Write(ResultRows rows, int column, int row)
    {
        switch (rows.Columns[column].Kind)
        {
            case ResultColumnKind.Number when rows.Numbers(column)[row] is var number && !double.IsNaN(number):
                Write(number);
                break;
            case ResultColumnKind.Count when rows.Counts(column)[row] is { } count:
                Write(count);
                break;
            case ResultColumnKind.Text when rows.Texts(column)[row] is { } text:
                Write(text);
                break;
            case ResultColumnKind.Flag when rows.Flags(column)[row] is { } flag:
                _text.Write(flag ? "true" : "false");
                break;
        }
    }

    private void Write<TNumber>(TNumber number)
        where TNumber : ISpanFormattable
    {
        Span<char> digits = stackalloc char[32];
        _text.Write(number.TryFormat(digits, out int length, default, CultureInfo.InvariantCulture) ? digits[..length] : number.ToString(null, CultureInfo.InvariantCulture));
    }

    private void Write(string text)
    {
        bool isPlain = text.Length > 0 && text.AsSpan().IndexOfAny("\"\r\n") < 0 && !text.Contains(_delimiter) && !char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]);
        _text.Write(isPlain || text.Length == 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"");
    }
}
