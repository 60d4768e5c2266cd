using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Explanations.Json;

/// <summary>Writes and reads the members of interactions.</summary>
/// <param name="interactions">The interactions.</param>
/// <param name="withholds">Whether protected features are left out.</param>
internal sealed class ShapInteractionsJson<T>(ShapInteractions<T> interactions, bool withholds)
    where T : IFeatureRecord<T>
{
    public void Write(Utf8JsonWriter json)
    {
        RecordHead.Write<T>(json);
        json.WriteText("output", interactions.Output);
        json.WriteDouble("prediction", interactions.Prediction);
        json.WriteDouble("baseValue", interactions.BaseValue);
        json.WriteNumber("queries", interactions.Queries);
        QualityJson.Write(json, interactions.Caveats);
        json.WriteStartArray("features");
        foreach (Feature<T> feature in T.Schema.Features)
            Write(json, feature);
        json.WriteEndArray();
        json.WriteStartArray("pairs");
        foreach (ShapInteraction<T> pair in interactions.Pairs)
            Write(json, pair);
        json.WriteEndArray();
        if (withholds)
            json.WriteBoolean("withheld", true);
        else
            RecordJson.Write(json, "instance", interactions.Instance, interactions.Columns);
        ExplainerJson.Write(json, interactions.Explainer);
    }

    public static ShapInteractions<T> Read(JsonPart part)
    {
        RecordHead.Require<T>(part);
        (T instance, double[] columns) = RecordJson.Read<T>(part["instance"]);
        JsonPart[] features = FeatureJson.Read<T>(part["features"]);
        bool hasErrors = Array.Exists(features, feature => feature.Optional("standardError") is not null);
        return new(instance, columns, [.. features.Select(feature => feature["mainEffect"].Finite())], hasErrors ? [.. features.Select(feature => Error(feature["standardError"]))] : null)
        {
            Output = part["output"].Text(),
            Prediction = part["prediction"].Finite(),
            BaseValue = part["baseValue"].Finite(),
            Queries = part["queries"].Whole(),
            Caveats = QualityJson.ReadCaveats(part["caveats"]),
            Pairs = [.. part["pairs"].Items().Select(ReadPair)],
            Explainer = ExplainerJson.Read<T>(part),
        };
    }

    private static ShapInteraction<T> ReadPair(JsonPart part) => new(
        ReadFeature(part["first"]),
        ReadFeature(part["second"]),
        part["interaction"].Finite(),
        part.Optional("standardError") is { } error ? Error(error) : null);

    private static Feature<T> ReadFeature(JsonPart part) => T.Schema.Features.FirstOrDefault(feature => feature.Name == part.Text()) ?? throw part.Wrong($"a feature of {T.Schema.Name}");

    private static double Error(JsonPart part) => part.Double(0, double.PositiveInfinity);

    private void Write(Utf8JsonWriter json, Feature<T> feature)
    {
        json.WriteStartObject();
        FeatureJson.WriteHead(json, feature);
        if (!(withholds && feature.IsProtected))
        {
            FeatureJson.WriteValue(json, feature, interactions.Columns);
            json.WriteDouble("mainEffect", interactions.MainEffects[feature]);
            if (interactions.StandardErrors is { } errors)
                json.WriteDouble("standardError", errors[feature]);
        }

        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter json, ShapInteraction<T> pair)
    {
        json.WriteStartObject();
        json.WriteText("first", pair.Features[0].Name);
        json.WriteText("second", pair.Features[1].Name);
        if (pair.IsProtected)
            json.WriteBoolean("protected", true);
        if (!(withholds && pair.IsProtected))
        {
            json.WriteDouble("interaction", pair.Value);
            if (pair.StandardError is { } error)
                json.WriteDouble("standardError", error);
        }

        json.WriteEndObject();
    }
}
