using System.Buffers;
using System.Text.Json;

namespace TypedExplain.Json;

/// <summary>Texts of JSON in memory.</summary>
internal static class JsonBuffer
{
    private static readonly JsonWriterOptions s_options = new() { MaxDepth = JsonText.MostLevels };

    /// <summary>What is written.</summary>
    /// <exception cref="InvalidJsonException">A text in it holds half of a surrogate pair, or it is too deep.</exception>
    public static byte[] Of(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> text = new();
        using (Utf8JsonWriter json = new(text, s_options))
        {
            try
            {
                write(json);
            }
            catch (ArgumentException error)
            {
                throw new InvalidJsonException("What was to be written as JSON holds half of a surrogate pair, which no JSON does.", error);
            }
            catch (InvalidOperationException error)
            {
                throw new InvalidJsonException($"What was to be written as JSON has more than {JsonText.MostLevels} levels.", error);
            }
        }

        return text.WrittenSpan.ToArray();
    }
}
