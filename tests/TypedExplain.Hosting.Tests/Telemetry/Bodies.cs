using System.Text.Json;
using System.Text.Json.Nodes;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Hosting.Tests.Telemetry;

/// <summary>Records as bodies, with the values in them that could be known again.</summary>
internal static class Bodies
{
    private const int LeastDigits = 5;

    /// <summary>A record, and its values that are long enough not to stand anywhere else by chance.</summary>
    public static (string Body, string[] Canaries) Of<T>()
        where T : IFeatureRecord<T>
    {
        string body = JsonRecord.Write(new Twin<T>().Random(new Random(77)));
        List<string> canaries = [];
        Collect(JsonDocument.Parse(body).RootElement, canaries);
        HashSet<string> known = [.. T.Schema.Features.SelectMany(feature => feature.Categories)];
        return (body, [.. canaries.Where(canary => !known.Contains(canary)).Distinct()]);
    }

    /// <summary>The same with every number too large, every text too long and every flag a text.</summary>
    public static string Broken(string body) => Broken(JsonNode.Parse(body)!).ToJsonString();

    private static JsonNode Broken(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : (JsonNode?)Broken(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Broken(item))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.Number => JsonNode.Parse($"1{value.ToJsonString().TrimStart('-').Replace(".", "", StringComparison.Ordinal).Split('E', 'e')[0]}e300")!,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => JsonValue.Create($"{value.GetValue<string>()}-canary-7f3a9"),
        _ => JsonValue.Create("canary-7f3a9-flag"),
    };

    private static void Collect(JsonElement value, List<string> canaries)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty member in value.EnumerateObject())
                    Collect(member.Value, canaries);
                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in value.EnumerateArray())
                    Collect(item, canaries);
                break;
            case JsonValueKind.Number when value.GetRawText().Trim('-').Replace(".", "", StringComparison.Ordinal) is { Length: > LeastDigits }:
                canaries.Add(value.GetRawText().TrimStart('-'));
                break;
            case JsonValueKind.String when value.GetString()!.Length > LeastDigits:
                canaries.Add(value.GetString()!);
                break;
        }

        canaries.Add("canary-7f3a9");
    }
}
