using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace TypedExplain.Remote;

/// <summary>Encoded rows and answers as JSON.</summary>
internal static class RowsJson
{
    /// <summary>Rows as an array of arrays of numbers; every number reads back to the same bits.</summary>
    public static byte[] Write(ReadOnlySpan<double> values, int columns)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            json.WriteStartArray();
            for (int at = 0; at < values.Length; at += columns)
            {
                json.WriteStartArray();
                foreach (double value in values.Slice(at, columns))
                    json.WriteNumberValue(value);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Reads answers.</summary>
    /// <exception cref="RemoteModelException">They are not of the form that was agreed on, or too few or too many.</exception>
    public static void Read(byte[] answer, int rows, int outputs, Span<double> scores, Uri address)
    {
        int entries = 0, count = 0;
        try
        {
            Utf8JsonReader json = new(answer);
            bool isArray = json.Read() && json.TokenType == JsonTokenType.StartArray;
            while (isArray && json.Read())
            {
                switch (json.TokenType)
                {
                    case JsonTokenType.Number when json.CurrentDepth is 1 or 2:
                        entries += json.CurrentDepth == 1 ? 1 : 0;
                        if (count < scores.Length)
                            scores[count] = json.GetDouble();
                        count++;
                        break;
                    case JsonTokenType.StartArray when json.CurrentDepth == 1:
                        entries++;
                        break;
                    case JsonTokenType.EndArray when json.CurrentDepth == 1 && count != entries * outputs:
                        throw Wrong(address, string.Create(CultureInfo.InvariantCulture, $"entry {entries} does not bring the numbers to {outputs} for each row"));
                    case JsonTokenType.EndArray:
                        break;
                    default:
                        isArray = false;
                        break;
                }
            }

            if (!isArray)
                throw Wrong(address, $"it is no JSON array of numbers or of arrays of numbers: {Beginning(answer)}");
        }
        catch (JsonException error)
        {
            throw new RemoteModelException($"The answer of the model at {address} is no JSON or is cut off: {Beginning(answer)}.", error);
        }
        catch (FormatException error)
        {
            throw new RemoteModelException($"The answer of the model at {address} holds a number that no double holds: {Beginning(answer)}.", error);
        }

        if (entries != rows || count != rows * outputs)
            throw Wrong(address, string.Create(CultureInfo.InvariantCulture, $"it has {entries} entries with {count} numbers, and {rows} rows with {outputs} each were asked for"));
    }

    private static RemoteModelException Wrong(Uri address, string reason) => new($"The answer of the model at {address} is not what was agreed on: {reason}.");

    private static string Beginning(byte[] answer)
    {
        const int Shown = 60;
        string text = System.Text.Encoding.UTF8.GetString(answer.AsSpan(0, Math.Min(answer.Length, Shown)));
        return answer.Length == 0 ? "nothing" : answer.Length > Shown ? text + "…" : text;
    }
}
