using System.Text.Json;
using TypedExplain.Generated;
using TypedExplain.Json;

namespace TypedExplain.Explanations.Json;

/// <summary>What every list of features says of each: its name, whether it is protected, and the instance's value.</summary>
internal static class FeatureJson
{
    /// <summary>Writes name and protection.</summary>
    public static void WriteHead<T>(Utf8JsonWriter json, Feature<T> feature)
        where T : IFeatureRecord<T>
    {
        json.WriteText("name", feature.Name);
        if (feature.IsProtected)
            json.WriteBoolean("protected", true);
    }

    /// <summary>Writes the value: a number as its column has it, a flag, the name of a category, or null where it is missing.</summary>
    public static void WriteValue<T>(Utf8JsonWriter json, Feature<T> feature, ReadOnlySpan<double> columns)
        where T : IFeatureRecord<T>
    {
        const string Name = "value";
        if (!feature.IsPresent(columns))
            json.WriteNull(Name);
        else if (feature.Kind == FeatureKind.Category)
            json.WriteText(Name, feature.Categories[feature.CategoryIn(columns)]);
        else if (feature.IsNumeric)
            json.WriteDouble(Name, columns[feature.Column]);
        else
            json.WriteBoolean(Name, Cell.ToBoolean(columns[feature.Column]));
    }

    /// <summary>The features of a list, which must be those of the record in their order.</summary>
    public static JsonPart[] Read<T>(JsonPart part)
        where T : IFeatureRecord<T>
    {
        JsonPart[] features = part.Items(T.Schema.Features.Length, $"feature of {T.Schema.Name}");
        foreach (Feature<T> feature in T.Schema.Features)
        {
            if (features[feature.Index]["name"] is { } name && name.Text() != feature.Name)
                throw name.Wrong(feature.Name);
        }

        return features;
    }
}
