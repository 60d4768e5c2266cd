using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using TypedExplain.Errors;

namespace TypedExplain.Schema.Json;

/// <summary>Compares two schemas in JSON, property by property, so that none can be forgotten.</summary>
internal static class SchemaDifferences
{
    /// <summary>What is not the same, in words; "here" is the record's own schema.</summary>
    public static ImmutableArray<string> Between(JsonElement here, JsonElement there)
    {
        JsonElement[] own = Features(here), stored = Features(there);
        string[] names = [.. own.Select(Name)], storedNames = [.. stored.Select(Name)];
        ImmutableArray<string> differences =
        [
            .. Names(there).Except(Names(here)).Select(name => $"the property {name}, which this version does not know, there"),
            .. names.Except(storedNames).Select(name => $"{name}: a feature here, missing there"),
            .. storedNames.Except(names).Select(name => $"{name}: a feature there, missing here"),
            .. storedNames.GroupBy(name => name).Where(same => same.Count() > 1).Select(same => $"{same.Key}: {same.Count()} times there"),
            .. own.SelectMany(feature => stored.Where(other => Name(other) == Name(feature)).Take(1).SelectMany(other => Properties(feature, other))),
        ];

        // A column moves with every feature before it, so columns and order are worth words only when they alone differ.
        return !differences.IsEmpty ? differences
            : !names.SequenceEqual(storedNames) ? [Order(names, storedNames)]
            : [.. own.Zip(stored, (feature, other) => Property("column", feature, other)).OfType<string>()];
    }

    /// <summary>What differs in the order of features; of many only what follows the first that differ.</summary>
    private static string Order(string[] here, string[] there)
    {
        int same = here.Length <= NameList.Most ? 0 : here.Zip(there).TakeWhile(pair => pair.First == pair.Second).Count();
        string from = same == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" from number {same + 1} on");
        return $"the order of features{from}: {NameList.Names(here.Skip(same))} here, {NameList.Names(there.Skip(same))} there";
    }

    private static IEnumerable<string> Properties(JsonElement here, JsonElement there) =>
        Names(here).Union(Names(there)).Where(property => property != "column").Select(property => Property(property, here, there)).OfType<string>();

    private static string? Property(string property, JsonElement here, JsonElement there)
    {
        bool isHere = here.TryGetProperty(property, out JsonElement own), isThere = there.TryGetProperty(property, out JsonElement stored);
        return isHere == isThere && (!isHere || JsonElement.DeepEquals(own, stored)) ? null
            : $"{Name(here)}: {property} {(isHere ? Words(own) : "none")} here, {(isThere ? Words(stored) : "none")} there";
    }

    private static JsonElement[] Features(JsonElement schema) =>
        schema.TryGetProperty("features", out JsonElement features) ? [.. features.EnumerateArray()] : [];

    private static string Name(JsonElement feature) => SchemaJson.Text(feature, "name")!;

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(property => property.Name);

    /// <summary>A value as a person reads it: a range in words, a list with commas.</summary>
    private static string Words(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => NameList.Names(value.EnumerateArray().Select(Words)),
        JsonValueKind.Object when Range(value) is { } range => range.ToString(),
        JsonValueKind.Number when value.TryGetDouble(out double number) => number.ToString(CultureInfo.InvariantCulture),
        JsonValueKind.String => value.ToString(),
        _ => value.GetRawText(),
    };

    private static FeatureRange? Range(JsonElement value)
    {
        double? minimum = End(value, "minimum", double.NegativeInfinity), maximum = End(value, "maximum", double.PositiveInfinity);
        return minimum is null || maximum is null || Names(value).Except(["minimum", "maximum"]).Any() ? null : new(minimum.Value, maximum.Value);
    }

    private static double? End(JsonElement range, string name, double open) =>
        !range.TryGetProperty(name, out JsonElement end) ? open
        : end.ValueKind == JsonValueKind.Number && end.TryGetDouble(out double value) ? value
        : null;
}
