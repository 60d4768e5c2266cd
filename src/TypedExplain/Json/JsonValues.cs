using System.Globalization;
using System.Text.Json;

namespace TypedExplain.Json;

/// <summary>Writes doubles and texts so that they come back as they were: doubles that JSON loses as the text of their bits.</summary>
internal static class JsonValues
{
    /// <summary>Whether canonical JSON gives another double back than was written, or has no text for it.</summary>
    public static bool IsLost(double value) => !double.IsFinite(value) || (value == 0 && double.IsNegative(value));

    /// <summary>Writes a member.</summary>
    public static void WriteDouble(this Utf8JsonWriter json, string name, double value)
    {
        json.WritePropertyName(name);
        json.WriteDouble(value);
    }

    /// <summary>Writes an item.</summary>
    public static void WriteDouble(this Utf8JsonWriter json, double value)
    {
        if (IsLost(value))
            json.WriteStringValue(CanonicalJson.Bits(value));
        else
            json.WriteNumberValue(value);
    }

    /// <summary>Writes a list.</summary>
    public static void WriteDoubles(this Utf8JsonWriter json, string name, ReadOnlySpan<double> values)
    {
        json.WriteStartArray(name);
        foreach (double value in values)
            json.WriteDouble(value);
        json.WriteEndArray();
    }

    /// <summary>Writes a member that is a text.</summary>
    /// <exception cref="InvalidJsonException">It holds half of a surrogate pair.</exception>
    public static void WriteText(this Utf8JsonWriter json, string name, string? value)
    {
        json.WritePropertyName(name);
        json.WriteTextValue(value);
    }

    /// <summary>Writes an item that is a text.</summary>
    /// <exception cref="InvalidJsonException">It holds half of a surrogate pair.</exception>
    public static void WriteTextValue(this Utf8JsonWriter json, string? value) => json.WriteStringValue(value is null ? null : Whole(value));

    /// <summary>A text that the writer writes as it is: half of a surrogate pair it would replace without a word.</summary>
    /// <exception cref="InvalidJsonException">It holds half of a surrogate pair.</exception>
    public static string Whole(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (char.IsSurrogate(text[i]) && !isPair)
                throw new InvalidJsonException(string.Create(CultureInfo.InvariantCulture, $"A text that was to be written as JSON holds half of a surrogate pair at character {i}, which no JSON does."));
            i += isPair ? 1 : 0;
        }

        return text;
    }
}
