using System.Text.Json;
using TypedExplain.Data.CsvFiles;
using TypedExplain.Json;

namespace TypedExplain.Data.JsonRecords;

/// <summary>Values of JSON as the texts that the cells of a file would hold, where they are of the kind that a feature takes.</summary>
internal static class MemberValues
{
    /// <summary>What a value is, in words that do not tell it.</summary>
    public static string KindOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        JsonValueKind.Undefined => "nothing",
        _ => "true or false",
    };

    /// <summary>What a value is, with the value where it is short.</summary>
    public static string Shown(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when Text(value) is { } text => $"the text \"{CsvWords.Shorten(text)}\"",
        JsonValueKind.Number => CsvWords.Shorten(value.GetRawText()),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => KindOf(value),
    };

    /// <summary>A string; null where it is none, or holds half of a surrogate pair.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? JsonText.Decoded(value, "") : null;
        }
        catch (InvalidJsonException)
        {
            return null;
        }
    }

    /// <summary>The text that a cell would hold; null where the value is of another kind than the feature takes.</summary>
    public static string? Cell<T>(JsonElement value, Feature<T> feature)
        where T : IFeatureRecord<T> => (value.ValueKind, Wanted(feature)) switch
        {
            (JsonValueKind.Number, JsonValueKind.Number) => value.GetRawText(),
            (JsonValueKind.String, JsonValueKind.String) => Text(value),
            (JsonValueKind.True, JsonValueKind.True) => "true",
            (JsonValueKind.False, JsonValueKind.True) => "false",
            _ => null,
        };

    /// <summary>What a value of the wrong kind must be, and how to mend it.</summary>
    public static string Must<T>(JsonElement value, Feature<T> feature)
        where T : IFeatureRecord<T>
    {
        string must = CsvWords.Must(Wanted(feature) switch
        {
            JsonValueKind.True => "true or false",
            JsonValueKind.String when feature.DateUnit is not null => $"the text of a date such as \"2024-05-31\", {feature.Allowed}",
            JsonValueKind.String => $"a text: {feature.Allowed}",
            _ => Number(feature),
        });
        return (value.ValueKind, Wanted(feature)) switch
        {
            (JsonValueKind.String, JsonValueKind.String) => "it holds half of a surrogate pair, which no text does; " + must,
            (JsonValueKind.String, JsonValueKind.Number) => $"{must}, without quotation marks{(feature.Unit is null ? "" : " and without a unit")}",
            (JsonValueKind.String, JsonValueKind.True) => must + ", without quotation marks",
            (JsonValueKind.Null, _) => must + "; the property is not nullable",
            _ => must,
        };
    }

    private static string Number<T>(Feature<T> feature)
        where T : IFeatureRecord<T>
    {
        string unit = feature.Unit is { } own ? " in " + own : "";
        return feature.Kind == FeatureKind.Whole ? $"a whole number{unit}, {feature.Limits}" : $"a number{unit}, {feature.Limits}";
    }

    /// <summary>The kind of value that a feature takes; true for either flag.</summary>
    private static JsonValueKind Wanted<T>(Feature<T> feature)
        where T : IFeatureRecord<T> => feature switch
        {
            { Kind: FeatureKind.Flag } => JsonValueKind.True,
            { Categories.IsEmpty: false } or { DateUnit: not null } => JsonValueKind.String,
            _ => JsonValueKind.Number,
        };
}
