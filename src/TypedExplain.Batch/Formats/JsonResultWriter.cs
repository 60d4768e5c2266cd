using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TypedExplain.Batch.Formats;

/// <summary>Writes results as JSON lines.</summary>
internal sealed class JsonResultWriter : IResultWriter
{
    private const int FlushBytes = 1 << 16;

    private readonly Stream _stream;
    private readonly JsonEncodedText[] _names;
    private readonly ArrayBufferWriter<byte> _buffer = new(2 * FlushBytes);
    private readonly Utf8JsonWriter _json;

    public JsonResultWriter(Stream stream, ResultSchema schema)
    {
        _stream = stream;
        _names = [.. schema.Columns.Select(column => JsonEncodedText.Encode(column.Name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping))];
        _json = new(_buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
    }

    public async ValueTask WriteAsync(ResultRows rows, CancellationToken cancellation = default)
    {
        for (int row = 0; row < rows.Count; row++)
        {
            _json.Reset();
            _json.WriteStartObject();
            for (int column = 0; column < _names.Length; column++)
                Write(rows, column, row);
            _json.WriteEndObject();
            _json.Flush();
            _buffer.Write("\n"u8);
            if (_buffer.WrittenCount >= FlushBytes)
                await WriteOutAsync(cancellation).ConfigureAwait(false);
        }

        await WriteOutAsync(cancellation).ConfigureAwait(false);
    }

    public ValueTask FinishAsync(CancellationToken cancellation = default) => WriteOutAsync(cancellation);

    public ValueTask DisposeAsync() => _json.DisposeAsync();

    private async ValueTask WriteOutAsync(CancellationToken cancellation)
    {
        await _stream.WriteAsync(_buffer.WrittenMemory, cancellation).ConfigureAwait(false);
        _buffer.ResetWrittenCount();
    }

    private void Write(ResultRows rows, int column, int row)
    {
        switch (rows.Columns[column].Kind)
        {
            case ResultColumnKind.Number when rows.Numbers(column)[row] is var number && !double.IsNaN(number):
                _json.WriteNumber(_names[column], number);
                break;
            case ResultColumnKind.Count when rows.Counts(column)[row] is { } count:
                _json.WriteNumber(_names[column], count);
                break;
            case ResultColumnKind.Text when rows.Texts(column)[row] is { } text:
                _json.WriteString(_names[column], text);
                break;
            case ResultColumnKind.Flag when rows.Flags(column)[row] is { } flag:
                _json.WriteBoolean(_names[column], flag);
                break;
        }
    }
}
