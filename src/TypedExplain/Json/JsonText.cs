using System.Globalization;
using System.Text;
using System.Text.Json;

namespace TypedExplain.Json;

/// <summary>Parses texts within limits, and refuses what RFC 8785 has no form for.</summary>
internal static class JsonText
{
    /// <summary>The most bytes of a text.</summary>
    public const int MostBytes = 64 << 20;

    /// <summary>The most objects and arrays one inside the other.</summary>
    public const int MostLevels = 64;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonDocumentOptions s_options = new() { MaxDepth = MostLevels };

    /// <summary>A text in UTF-8.</summary>
    /// <param name="json">The text.</param>
    /// <param name="what">What it should be, to begin a message with.</param>
    public static byte[] Utf8(string json, string what)
    {
        if (json.Length > MostBytes)
            throw TooLong(json.Length, what);
        try
        {
            return s_utf8.GetBytes(json);
        }
        catch (EncoderFallbackException error)
        {
            throw new InvalidJsonException(string.Create(CultureInfo.InvariantCulture, $"{what} holds half of a surrogate pair at character {error.Index}, which no JSON does."), error);
        }
    }

    /// <summary>All bytes of a stream, up to the most that a text may have.</summary>
    public static byte[] Utf8(Stream stream, string what)
    {
        using MemoryStream bytes = new();
        byte[] part = new byte[1 << 16];
        while (stream.Read(part) is > 0 and int read)
        {
            bytes.Write(part, 0, read);
            if (bytes.Length > MostBytes)
                throw TooLong(bytes.Length, what);
        }

        return bytes.ToArray();
    }

    /// <summary>Parses a text; a byte order mark before it is passed over.</summary>
    /// <exception cref="InvalidJsonException">It is too long or too deep, or not JSON.</exception>
    public static JsonElement Parse(ReadOnlySpan<byte> json, string what)
    {
        if (json.Length > MostBytes)
            throw TooLong(json.Length, what);
        try
        {
            return JsonElement.Parse(json.StartsWith(Encoding.UTF8.Preamble) ? json[Encoding.UTF8.Preamble.Length..] : json, s_options);
        }
        catch (JsonException error)
        {
            throw new InvalidJsonException($"{what} cannot be read: {error.Message}", error);
        }
    }

    /// <summary>A string without its escapes.</summary>
    /// <param name="value">The string.</param>
    /// <param name="place">Where it stands; asked only where it is wrong.</param>
    public static string Decoded(JsonElement value, object place)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException error)
        {
            throw new InvalidJsonException($"{place} is a string that is not text, or holds half of a surrogate pair.", error);
        }
    }

    /// <summary>The name of a member without its escapes.</summary>
    public static string Name(JsonProperty member, object place)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException error)
        {
            throw new InvalidJsonException($"{place} has a member whose name is not text, or holds half of a surrogate pair.", error);
        }
    }

    private static InvalidJsonException TooLong(long length, string what) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{what} has {length} bytes or more; at most {MostBytes} are read."));
}
