using System.Buffers;
using System.Text.Json;

namespace TypedExplain.Models.Remote;

/// <summary>Encoded rows as JSON; every number reads back to the same bits.</summary>
internal static class RowsJson
{
    /// <summary>Writes rows in the envelope of a format.</summary>
    public static byte[] Write(ReadOnlySpan<double> values, int columns, RemoteFormat format)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            if (format == RemoteFormat.OpenInference)
            {
                WriteTensor(json, values, columns);
            }
            else if (format == RemoteFormat.Rows)
            {
                WriteRows(json, values, columns);
            }
            else
            {
                json.WriteStartObject();
                json.WritePropertyName(format == RemoteFormat.MLflow ? "inputs" : "instances");
                WriteRows(json, values, columns);
                json.WriteEndObject();
            }
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteRows(Utf8JsonWriter json, ReadOnlySpan<double> values, int columns)
    {
        json.WriteStartArray();
        for (int at = 0; at < values.Length; at += columns)
            WriteNumbers(json, values.Slice(at, columns));
        json.WriteEndArray();
    }

    private static void WriteTensor(Utf8JsonWriter json, ReadOnlySpan<double> values, int columns)
    {
        json.WriteStartObject();
        json.WriteStartArray("inputs");
        json.WriteStartObject();
        json.WriteString("name", "input-0");
        json.WriteStartArray("shape");
        json.WriteNumberValue(values.Length / columns);
        json.WriteNumberValue(columns);
        json.WriteEndArray();
        json.WriteString("datatype", "FP64");
        json.WritePropertyName("data");
        WriteNumbers(json, values);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, ReadOnlySpan<double> values)
    {
        json.WriteStartArray();
        foreach (double value in values)
            json.WriteNumberValue(value);
        json.WriteEndArray();
    }
}
