using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using TypedExplain.Media;

namespace TypedExplain.Schema.Json;

/// <summary>
/// The text of a stored schema: all that a model or an explanation depends on, and no words for readers. What a feature
/// does not have is left out; an open end of a range too.
/// </summary>
internal static class SchemaJson
{
    /// <summary>The version of the format: to be raised when a property is added, removed or read in another way.</summary>
    public const int Version = 1;

    private static readonly JsonWriterOptions s_options = new()
    {
        Indented = true,
        IndentSize = 2,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write<T>(FeatureSchema<T> schema)
        where T : IFeatureRecord<T>
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text, s_options))
        {
            json.WriteStartObject();
            json.WriteNumber("version", Version);
            json.WriteString("record", schema.Name);
            json.WriteStartArray("features");
            foreach (Feature<T> feature in schema.Features)
                Write(json, feature, schema);
            foreach (MediaFeature<T> media in schema.Media)
                Write(json, media);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    /// <summary>Parses a stored schema of this version and record.</summary>
    public static JsonDocument Parse(string json, string record)
    {
        JsonDocument document = SchemaText.Parse(json, record);
        JsonElement root = document.RootElement;
        string? reason =
            Text(root, "version") is not { } version ? "it has no version"
            : version != Version.ToString(CultureInfo.InvariantCulture) ? $"it has format version {version}, and this library reads version {Version}"
            : Text(root, "record") is not { } other ? "it names no record"
            : other != record ? $"it is the schema of {other}"
            : !root.TryGetProperty("features", out JsonElement features) || features.ValueKind != JsonValueKind.Array ? "it has no list of features"
            : features.EnumerateArray().Any(feature => Text(feature, "name") is null) ? "it has a feature without a name"
            : null;
        if (reason is null)
            return document;
        document.Dispose();
        throw new InvalidSchemaException($"The stored schema cannot be used for {record}: {reason}.");
    }

    /// <summary>A property's text or number, as text; null where there is none.</summary>
    public static string? Text(JsonElement element, string property) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(property, out JsonElement value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
            ? value.ToString()
            : null;

    private static void Write<T>(Utf8JsonWriter json, Feature<T> feature, FeatureSchema<T> schema)
        where T : IFeatureRecord<T>
    {
        json.WriteStartObject();
        json.WriteString("name", feature.Name);
        json.WriteString("kind", feature.Kind.ToString());
        json.WriteNumber("column", feature.Column);
        json.WriteNumber("columns", feature.ColumnCount);
        if (feature.Limits != FeatureRange.Unbounded)
            Write(json, "limits", feature.Limits);
        if (feature.Range is { } range)
            Write(json, "range", range);
        if (feature.Unit is { } unit)
            json.WriteString("unit", unit);
        if (feature.DateUnit is { } dateUnit)
            json.WriteString("dateUnit", dateUnit.ToString());
        WriteList(json, "categories", feature.Categories, json.WriteStringValue);
        WriteList(json, "enumValues", feature.EnumValues, json.WriteNumberValue);
        WriteList(json, "codes", feature.Codes, json.WriteNumberValue);
        if (feature.Encoding != CategoryEncoding.OneHot)
            json.WriteString("encoding", feature.Encoding.ToString());
        if (feature.Kind == FeatureKind.Missing)
            json.WriteNumber("covers", feature.Covers);
        if (feature.Scale != FeatureScale.Linear)
            json.WriteString("scale", feature.Scale.ToString());
        if (feature.LogOffset != 0)
            json.WriteNumber("logOffset", feature.LogOffset);
        if (feature.Draw != (feature.IsNumeric ? DrawMode.Gaussian : DrawMode.Marginal))
            json.WriteString("draw", feature.Draw.ToString());
        if (feature.DrawScale != 1)
            json.WriteNumber("drawScale", feature.DrawScale);
        if (feature.Constraints != FeatureConstraints.None)
            json.WriteString("constraints", feature.Constraints.ToString());
        if (feature.Step is { } step)
            json.WriteNumber("step", step);
        if (feature.MostSteps is { } most)
            json.WriteNumber("mostSteps", most);
        if (feature.Cost is { } cost)
            json.WriteNumber("cost", cost);
        WriteList(json, "movesWith", feature.MovesWith, link =>
        {
            json.WriteStartObject();
            json.WriteString("feature", schema.Features[link.Source].Name);
            json.WriteNumber("factor", link.Factor);
            json.WriteEndObject();
        });
        if (feature.Within is { } within)
            json.WriteString("within", schema.Features[within].Name);
        if (feature.IsProtected)
            json.WriteBoolean("protected", true);
        json.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter json, MediaFeature<T> media)
        where T : IFeatureRecord<T>
    {
        json.WriteStartObject();
        json.WriteString("name", media.Name);
        json.WriteString("kind", media.IsText ? "Text" : "Image");
        if (media.Shape is { } shape)
        {
            json.WriteNumber("height", shape.Height);
            json.WriteNumber("width", shape.Width);
            json.WriteNumber("channels", shape.Channels);
        }

        if (media.IsProtected)
            json.WriteBoolean("protected", true);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, FeatureRange range)
    {
        json.WriteStartObject(name);
        if (double.IsFinite(range.Minimum))
            json.WriteNumber("minimum", range.Minimum);
        if (double.IsFinite(range.Maximum))
            json.WriteNumber("maximum", range.Maximum);
        json.WriteEndObject();
    }

    private static void WriteList<TItem>(Utf8JsonWriter json, string name, ImmutableArray<TItem> items, Action<TItem> write)
    {
        if (items.IsEmpty)
            return;
        json.WriteStartArray(name);
        foreach (TItem item in items)
            write(item);
        json.WriteEndArray();
    }
}
