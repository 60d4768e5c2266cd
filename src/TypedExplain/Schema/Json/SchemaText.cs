using System.Globalization;
using System.Text.Json;

namespace TypedExplain.Schema.Json;

/// <summary>Parses the text of a stored schema, and refuses what JSON allows and no schema holds: so that comparing it can neither fail nor take long.</summary>
internal static class SchemaText
{
    /// <summary>More properties than a feature has.</summary>
    private const int MostProperties = 64;

    // As many characters as the longest double has, and exponents that one can have.
    private const int LongestNumber = 40, LongestExponent = 3;

    private static readonly JsonDocumentOptions s_options = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    /// <summary>Parses a text.</summary>
    /// <param name="json">The text.</param>
    /// <param name="record">The record whose schema it should be.</param>
    /// <exception cref="InvalidSchemaException">It is not JSON, or holds what no schema does; the message says where.</exception>
    public static JsonDocument Parse(string json, string record)
    {
        if (HalfAt(json) is >= 0 and int half)
            throw new InvalidSchemaException(string.Create(CultureInfo.InvariantCulture, $"The stored schema of {record} is not JSON: character {half} is half of a surrogate pair."));
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(json, s_options);
        }
        catch (JsonException error)
        {
            throw new InvalidSchemaException($"The stored schema of {record} is not JSON: {error.Message}", error);
        }
        catch (InvalidOperationException error)
        {
            // Names are decoded to be compared with each other.
            throw new InvalidSchemaException($"The stored schema of {record} is not JSON: the name of a property holds half of a surrogate pair.", error);
        }

        if (Fault(document.RootElement, "$") is not { } fault)
            return document;
        document.Dispose();
        throw new InvalidSchemaException($"The stored schema cannot be used for {record}: {fault}.");
    }

    private static int HalfAt(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            if (char.IsSurrogate(text[i]) && !isPair)
                return i;
            i += isPair ? 1 : 0;
        }

        return -1;
    }

    /// <summary>What is wrong with a value, and where; null where nothing is.</summary>
    private static string? Fault(JsonElement value, string place)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Number when !IsNumber(value):
                return $"{place} is a number that no double holds as it is written";
            case JsonValueKind.String when !IsText(value):
                return $"{place} holds half of a surrogate pair";
            case JsonValueKind.Object when value.GetPropertyCount() > MostProperties:
                return string.Create(CultureInfo.InvariantCulture, $"{place} has {value.GetPropertyCount()} properties, more than {MostProperties}");
            case JsonValueKind.Object:
                return value.EnumerateObject().Select(property => Fault(property.Value, $"{place}.{property.Name}")).FirstOrDefault(fault => fault is not null);
            case JsonValueKind.Array:
                return value.EnumerateArray().Select((item, i) => Fault(item, string.Create(CultureInfo.InvariantCulture, $"{place}[{i}]"))).FirstOrDefault(fault => fault is not null);
            default:
                return null;
        }
    }

    private static bool IsNumber(JsonElement value)
    {
        string text = value.GetRawText();
        int exponent = text.IndexOfAny(['e', 'E']);
        return text.Length <= LongestNumber
            && (exponent < 0 || text[(exponent + 1)..].TrimStart('+', '-').Length <= LongestExponent)
            && value.TryGetDouble(out double number) && double.IsFinite(number);
    }

    // The reader decodes escapes only when it is asked to, and has no other way to say that they stand for no text.
    private static bool IsText(JsonElement value)
    {
        try
        {
            return value.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
