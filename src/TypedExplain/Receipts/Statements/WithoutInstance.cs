using System.Collections.Frozen;
using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Receipts.Statements;

/// <summary>
/// A result without what its instance could be learned from: what is told is listed here, and all else left out. Of a protected
/// feature only its name remains.
/// </summary>
internal static class WithoutInstance
{
    private static readonly FrozenSet<string> s_told = FrozenSet.Create(
        StringComparer.Ordinal,
        "$schema", "version", "record", "output", "modelOutput", "kind", "link", "prediction", "baseValue", "answer", "baseAnswer", "queries", "convergence", "caveats", "fit", "environments",
        "orderDecidedAfter", "method", "explainer", "outcome", "standard", "rankCorrelation", "features", "explanation", "explanations");

    private static readonly FrozenSet<string> s_ofFeatures = FrozenSet.Create(
        StringComparer.Ordinal,
        "name", "protected", "effect", "standardized", "contribution", "standardError", "lower", "upper", "undecided", "disagreement", "signAgreement", "mean");

    /// <summary>What is left of a result, in canonical JSON.</summary>
    public static byte[] Of(ReadOnlySpan<byte> result)
    {
        JsonElement whole = JsonText.Parse(result, "The result");
        return CanonicalJson.Of(JsonBuffer.Of(json => Document(json, whole)));
    }

    private static void Document(Utf8JsonWriter json, JsonElement document)
    {
        json.WriteStartObject();
        foreach (JsonProperty member in document.EnumerateObject())
        {
            if (!s_told.Contains(member.Name))
                continue;
            json.WritePropertyName(member.Name);
            if (member.Name is "explanation")
                Document(json, member.Value);
            else if (member.Name is "explanations")
                List(json, member.Value, Document);
            else if (member.Name is "features")
                List(json, member.Value, Feature);
            else
                member.Value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, JsonElement items, Action<Utf8JsonWriter, JsonElement> write)
    {
        json.WriteStartArray();
        foreach (JsonElement item in items.EnumerateArray())
            write(json, item);
        json.WriteEndArray();
    }

    private static void Feature(Utf8JsonWriter json, JsonElement feature)
    {
        bool isProtected = feature.TryGetProperty("protected", out JsonElement marked) && marked.ValueKind == JsonValueKind.True;
        json.WriteStartObject();
        foreach (JsonProperty member in feature.EnumerateObject())
        {
            if (isProtected ? member.Name is "name" or "protected" : s_ofFeatures.Contains(member.Name))
                member.WriteTo(json);
        }

        json.WriteEndObject();
    }
}
