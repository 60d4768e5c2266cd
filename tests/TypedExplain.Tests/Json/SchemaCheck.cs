using System.Text.Json;
using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Json;

/// <summary>As much of JSON Schema (draft 2020-12) as docs/schemas and the schemas of records use: enough to hold a text to a schema, and to know which of its members no text had.</summary>
internal sealed class SchemaCheck
{
    private static readonly string[] s_known = ["$schema", "$id", "$defs", "title", "description", "type", "properties", "required", "additionalProperties", "items", "minItems", "maxItems", "minimum", "maximum", "minLength", "format", "contentEncoding", "x-unit", "x-protected", "enum", "const", "pattern", "oneOf", "anyOf", "$ref"];

    private readonly Dictionary<string, JsonElement> _files = [];

    public static string Folder { get; } = Path.Combine(Repository.Root, "docs", "schemas");

    /// <summary>The members that were met, by the schema that declares them.</summary>
    public HashSet<string> Met { get; } = [];

    /// <summary>The members that a schema of a file declares.</summary>
    public IEnumerable<string> Declared(string file) => Declared(Load(file), file);

    /// <summary>What of a text is not as a schema has it; nothing where all is.</summary>
    public List<string> Faults(string json, string file)
    {
        List<string> faults = [];
        Check(JsonDocument.Parse(json).RootElement, Load(file), file, "$", faults);
        return faults;
    }

    /// <summary>What of a text is not as a schema in a text has it.</summary>
    public List<string> FaultsBy(string schema, string json)
    {
        _files["schema"] = JsonDocument.Parse(schema).RootElement;
        return Faults(json, "schema");
    }

    private JsonElement Load(string file)
    {
        if (!_files.TryGetValue(file, out JsonElement root))
            _files.Add(file, root = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, file))).RootElement);
        return root;
    }

    private void Check(JsonElement value, JsonElement schema, string file, string path, List<string> faults)
    {
        foreach (JsonProperty rule in schema.EnumerateObject())
        {
            Assert.Contains(rule.Name, s_known);
            bool isRight = rule.Name switch
            {
                "type" => rule.Value.ValueKind == JsonValueKind.Array ? rule.Value.EnumerateArray().Any(type => Is(value, type.GetString()!)) : Is(value, rule.Value.GetString()!),
                "const" => JsonElement.DeepEquals(value, rule.Value),
                "enum" => rule.Value.EnumerateArray().Any(item => JsonElement.DeepEquals(value, item)),
                "pattern" => value.ValueKind != JsonValueKind.String || Regex.IsMatch(value.GetString()!, rule.Value.GetString()!),
                "minimum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() >= rule.Value.GetDouble(),
                "maximum" => value.ValueKind != JsonValueKind.Number || value.GetDouble() <= rule.Value.GetDouble(),
                "maxItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() <= rule.Value.GetInt32(),
                "minLength" => value.ValueKind != JsonValueKind.String || value.GetString()!.Length >= rule.Value.GetInt32(),
                "format" => value.ValueKind != JsonValueKind.String || IsOf(rule.Value.GetString()!, value.GetString()!),
                "contentEncoding" => value.ValueKind != JsonValueKind.String || value.TryGetBytesFromBase64(out _),
                "minItems" => value.ValueKind != JsonValueKind.Array || value.GetArrayLength() >= rule.Value.GetInt32(),
                "oneOf" => rule.Value.EnumerateArray().Count(one => Passes(value, one, file)) == 1,
                "anyOf" => rule.Value.EnumerateArray().Any(one => Passes(value, one, file)),
                "required" => value.ValueKind != JsonValueKind.Object || rule.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)),
                _ => true,
            };
            if (!isRight)
                faults.Add($"{path} is not as {file} has it: {rule.Name} {rule.Value.GetRawText()}");
        }

        if (schema.TryGetProperty("$ref", out JsonElement reference))
        {
            string[] parts = reference.GetString()!.Split('#');
            string other = parts[0].Length == 0 ? file : parts[0];
            Check(value, parts.Length == 1 ? Load(other) : Load(other).GetProperty("$defs").GetProperty(parts[1]["/$defs/".Length..]), other, path, faults);
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out JsonElement items))
        {
            foreach (JsonElement item in value.EnumerateArray())
                Check(item, items, file, path + "[]", faults);
        }

        if (value.ValueKind != JsonValueKind.Object || !schema.TryGetProperty("properties", out JsonElement properties))
            return;
        foreach (JsonProperty member in value.EnumerateObject())
        {
            if (properties.TryGetProperty(member.Name, out JsonElement own))
            {
                Met.Add(Named(properties, member.Name, file));
                Check(member.Value, own, file, $"{path}.{member.Name}", faults);
            }
            else if (schema.TryGetProperty("additionalProperties", out JsonElement additional) && !additional.GetBoolean())
            {
                faults.Add($"{path}.{member.Name} is no member that {file} knows");
            }
        }
    }

    /// <summary>Formats of RFC 3339 and of RFC 4122.</summary>
    private static bool IsOf(string format, string text) => format switch
    {
        "date" => Regex.IsMatch(text, @"^\d{4}-\d{2}-\d{2}$"),
        "date-time" => Regex.IsMatch(text, @"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$"),
        "uuid" => Guid.TryParseExact(text, "D", out _),
        _ => throw new InvalidOperationException(format),
    };

    private bool Passes(JsonElement value, JsonElement schema, string file)
    {
        List<string> faults = [];
        Check(value, schema, file, "", faults);
        return faults.Count == 0;
    }

    private static bool Is(JsonElement value, string type) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "null" => value.ValueKind == JsonValueKind.Null,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && double.IsInteger(value.GetDouble()),
        _ => throw new InvalidOperationException(type),
    };

    private static IEnumerable<string> Declared(JsonElement schema, string file)
    {
        if (schema.ValueKind == JsonValueKind.Array)
            return schema.EnumerateArray().SelectMany(item => Declared(item, file));
        if (schema.ValueKind != JsonValueKind.Object)
            return [];
        IEnumerable<string> own = schema.TryGetProperty("properties", out JsonElement properties) && properties.ValueKind == JsonValueKind.Object
            ? properties.EnumerateObject().Select(member => Named(properties, member.Name, file))
            : [];
        return own.Concat(schema.EnumerateObject().SelectMany(member => Declared(member.Value, file)));
    }

    /// <summary>A member, told from those of the same name in other places by the members beside it.</summary>
    private static string Named(JsonElement properties, string name, string file) => $"{file}: {name} of {string.Join(" ", properties.EnumerateObject().Select(member => member.Name))}";
}
