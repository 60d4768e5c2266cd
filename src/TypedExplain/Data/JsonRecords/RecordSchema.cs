using System.Collections.Immutable;
using System.Text.Json;
using TypedExplain.Data.CsvFiles;
using TypedExplain.Json;
using TypedExplain.Media;
using TypedExplain.Schema.Values;

namespace TypedExplain.Data.JsonRecords;

/// <summary>Writes the JSON Schema of a record's JSON.</summary>
/// <typeparam name="T">The record.</typeparam>
internal sealed class RecordSchema<T>(Utf8JsonWriter json)
    where T : IFeatureRecord<T>
{
    /// <summary>A date and time of a clock, which RFC 3339 has no format for.</summary>
    private const string Clock = @"^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?Z?)?$";

    /// <summary>Writes the schema of the whole record.</summary>
    public void Write()
    {
        json.WriteStartObject();
        json.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
        json.WriteText("title", T.Schema.Name);
        WriteType("object", isNullable: false);
        WriteMembers(RecordShape<T>.Own.Root);
        json.WriteEndObject();
    }

    private void Write(RecordMember<T> member)
    {
        json.WriteStartObject();
        switch (member.Form)
        {
            case MemberForm.Record:
                WriteType("object", member.IsNullable);
                WriteMembers(member);
                break;
            case MemberForm.List:
                WriteAbout(member.Cells[0].Feature, member.Cells[0].Feature.DisplayName.Replace("[0]", "", StringComparison.Ordinal), member.Name);
                WriteType("array", member.IsNullable);
                json.WriteNumber("minItems", member.Cells.Length);
                json.WriteNumber("maxItems", member.Cells.Length);
                json.WriteStartObject("items");
                WriteValue(member.Cells[0].Feature, isNullable: false);
                json.WriteEndObject();
                break;
            case MemberForm.Key:
                WriteKey(T.RowKey!.Form);
                break;
            case MemberForm.Text or MemberForm.Image:
                WriteMedia(member.Media!);
                break;
            default:
                WriteAbout(member.Cells[0].Feature, member.Cells[0].Feature.DisplayName, member.Path);
                WriteValue(member.Cells[0].Feature, member.IsNullable);
                break;
        }

        json.WriteEndObject();
    }

    private void WriteMembers(RecordMember<T> record)
    {
        json.WriteStartObject("properties");
        foreach (RecordMember<T> member in record.Members)
        {
            json.WritePropertyName(member.Name);
            Write(member);
        }

        json.WriteEndObject();
        json.WriteStartArray("required");
        foreach (RecordMember<T> member in record.Members.Where(member => !member.IsNullable))
            json.WriteStringValue(member.Name);
        json.WriteEndArray();
        json.WriteBoolean("additionalProperties", false);
    }

    private void WriteValue(Feature<T> feature, bool isNullable)
    {
        if (!feature.Categories.IsEmpty)
        {
            WriteType("string", isNullable);
            WriteNames(feature, isNullable);
            return;
        }

        WriteType(feature switch { { Kind: FeatureKind.Flag } => "boolean", { DateUnit: not null } => "string", { Kind: FeatureKind.Whole } => "integer", _ => "number" }, isNullable);
        if (feature.DateUnit is not null)
            WriteDate(feature.Precision);
        else if (feature.Kind != FeatureKind.Flag)
            WriteLimits(feature);
    }

    /// <summary>The ends as the numbers themselves are written, so that an end that a type rounds is inside.</summary>
    private void WriteLimits(Feature<T> feature)
    {
        foreach ((string name, double limit) in (ReadOnlySpan<(string, double)>)[("minimum", feature.Limits.Minimum), ("maximum", feature.Limits.Maximum)])
        {
            if (!double.IsFinite(limit))
                continue;
            json.WritePropertyName(name);
            json.WriteRawValue(CsvPrecision.Write(limit, feature.Precision));
        }
    }

    private void WriteDate(NumberPrecision precision)
    {
        if (precision == NumberPrecision.Clock)
            json.WriteText("pattern", Clock);
        else
            json.WriteText("format", precision == NumberPrecision.Day ? "date" : "date-time");
    }

    /// <summary>The names, and what a reader calls each where that is something else.</summary>
    private void WriteNames(Feature<T> feature, bool isNullable)
    {
        json.WriteStartArray("enum");
        foreach (string name in feature.Categories)
            json.WriteTextValue(name);
        if (isNullable)
            json.WriteNullValue();
        json.WriteEndArray();
        if (feature.CategoryDisplayNames.SequenceEqual(feature.Categories))
            return;
        json.WriteStartArray("oneOf");
        foreach ((string name, string shown) in feature.Categories.Zip(feature.CategoryDisplayNames))
        {
            json.WriteStartObject();
            json.WriteText("const", name);
            json.WriteText("title", shown);
            json.WriteEndObject();
        }

        if (isNullable)
        {
            json.WriteStartObject();
            json.WriteText("type", "null");
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteKey(KeyForm form)
    {
        WriteType(form == KeyForm.Whole ? "integer" : "string", form == KeyForm.TextOrNone);
        if (form is KeyForm.Identifier or KeyForm.Date)
            json.WriteText("format", form == KeyForm.Date ? "date" : "uuid");
        if (form == KeyForm.Text)
            json.WriteNumber("minLength", 1);
    }

    private void WriteMedia(MediaFeature<T> media)
    {
        if (media.DisplayName != media.Name)
            json.WriteText("title", media.DisplayName);
        string?[] words = [media.Description, media.Shape is { } shape ? $"An image of {shape} (height, width, channels): the bytes of its numbers in single precision, the lowest first." : null];
        WriteDescription([.. words]);
        WriteProtected(media.IsProtected);
        WriteType("string", isNullable: false);
        if (!media.IsText)
            json.WriteText("contentEncoding", "base64");
    }

    private void WriteAbout(Feature<T> feature, string displayName, string name)
    {
        if (displayName != name)
            json.WriteText("title", displayName);
        bool isDate = feature.DateUnit is not null && feature.Range is not null;
        WriteDescription([feature.Description, isDate ? $"{feature.Allowed}." : null]);
        if (feature.Unit is { } unit && feature.DateUnit is null)
            json.WriteText("x-unit", unit);
        WriteProtected(feature.IsProtected);
    }

    private void WriteDescription(ImmutableArray<string?> words)
    {
        if (words.Any(word => word is not null))
            json.WriteText("description", string.Join(" ", words.Where(word => word is not null)));
    }

    private void WriteProtected(bool isProtected)
    {
        if (isProtected)
            json.WriteBoolean("x-protected", true);
    }

    private void WriteType(string type, bool isNullable)
    {
        if (!isNullable)
        {
            json.WriteText("type", type);
            return;
        }

        json.WriteStartArray("type");
        json.WriteTextValue(type);
        json.WriteTextValue("null");
        json.WriteEndArray();
    }
}
