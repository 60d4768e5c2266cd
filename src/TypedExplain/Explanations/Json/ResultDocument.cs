using System.Globalization;
using System.Text;
using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Explanations.Json;

/// <summary>What all results in JSON have in common: the schema that they keep, its version, and that nothing in them goes unread.</summary>
internal static class ResultDocument
{
    /// <summary>The version that is written: to be raised when a member is added, removed or read in another way. Texts of older ones are made into this one before they are read.</summary>
    public const int Version = 1;

    private const string Schemas = "https://github.com/typedexplain/typedexplain/blob/main/docs/schemas/";

    /// <summary>A result as canonical JSON.</summary>
    /// <param name="document">What it is, which is the name of its schema.</param>
    /// <param name="members">Writes its members.</param>
    public static string Write(string document, Action<Utf8JsonWriter> members) =>
        Encoding.UTF8.GetString(CanonicalJson.Of(JsonBuffer.Of(json => WriteInside(json, document, members))));

    /// <summary>Writes a result that is a part of another.</summary>
    public static void WriteInside(Utf8JsonWriter json, string document, Action<Utf8JsonWriter> members)
    {
        json.WriteStartObject();
        json.WriteText("$schema", SchemaOf(document, Version));
        json.WriteNumber("version", Version);
        members(json);
        json.WriteEndObject();
    }

    /// <summary>Reads a result. What is read must give the same text again, but for white space and the order of members: so no member is passed over, and none contradicts another.</summary>
    /// <param name="json">The text.</param>
    /// <param name="document">What it must be.</param>
    /// <param name="read">Reads its members.</param>
    /// <exception cref="InvalidJsonException">It is something else.</exception>
    public static TResult Read<TResult>(ReadOnlySpan<byte> json, string document, Func<JsonPart, TResult> read)
        where TResult : IJsonResult
    {
        JsonElement root = JsonText.Parse(json, $"The JSON of {document}");
        byte[] text = CanonicalJson.Of(root);
        TResult result = ReadInside(new(root, "$"), document, read);
        byte[] again = JsonText.Utf8(result.ToJson(), document);
        if (!text.AsSpan().SequenceEqual(again))
            DocumentDifference.Refuse(root, JsonText.Parse(again, document));
        return result;
    }

    /// <summary>Reads a result that is a part of another.</summary>
    public static TResult ReadInside<TResult>(JsonPart part, string document, Func<JsonPart, TResult> read)
    {
        if (part["version"] is { } version && !(version.Value.ValueKind == JsonValueKind.Number && version.Value.TryGetInt32(out int number) && number == Version))
            throw new InvalidJsonException($"{version.Path} is {version.Value.GetRawText()}; this library knows version {Version}.");
        if (part["$schema"] is { } schema && schema.Text() != SchemaOf(document, Version))
            throw new InvalidJsonException($"{schema.Path} is not that of {document}; it must be {SchemaOf(document, Version)}.");
        if (part.Optional("withheld") is { } withheld)
            throw new InvalidJsonException($"{withheld.Path} says that protected values are withheld, so nothing can be made of the text again. Read one that was written with ProtectedValues.Kept.");
        return read(part);
    }

    /// <summary>Whether a text says of itself that it is a document of that name, whose first letter may be a capital.</summary>
    public static bool Is(JsonPart part, string name) => name.Length > 0 && part["$schema"].Text() == SchemaOf(char.ToLowerInvariant(name[0]) + name[1..], Version);

    private static string SchemaOf(string document, int version) => string.Create(CultureInfo.InvariantCulture, $"{Schemas}{document}.v{version}.json");
}
