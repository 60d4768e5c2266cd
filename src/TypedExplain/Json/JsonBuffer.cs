using System.Buffers;
using System.Text.Json;

namespace TypedExplain.Json;

/// <summary>Texts of JSON in memory.</summary>
internal static class JsonBuffer
{
    private static readonly JsonWriterOptions s_options = new() { MaxDepth = JsonText.MostLevels };

    /// <summary>What is written.</summary>
    /// <exception cref="InvalidJsonException">A text in it holds half of a surrogate pair or is too long, or it is too deep.</exception>
    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> text = new();
        using (Utf8JsonWriter json = new(text, s_options))
        {
            try
            {
                write(json);
            }
            catch (Exception error) when (error is ArgumentException or InvalidOperationException)
            {
                // A text too long for the writer, or more levels than a reader takes.
                throw new InvalidJsonException($"This cannot be written as JSON: {error.Message}", error);
            }
        }

        return text.WrittenSpan.ToArray();
    }
}
