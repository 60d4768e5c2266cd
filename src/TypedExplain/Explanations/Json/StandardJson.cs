using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Explanations.Json;

/// <summary>A standard as data.</summary>
internal static class StandardJson
{
    public static void Write(Utf8JsonWriter json, ExplanationStandard standard)
    {
        json.WriteStartObject("standard");
        json.WriteDouble("minimumFit", standard.MinimumFit);
        json.WriteDouble("minimumSignAgreement", standard.MinimumSignAgreement);
        json.WriteDouble("maximumHalfWidth", standard.MaximumHalfWidth);
        json.WriteNumber("topReasonsDecided", standard.TopReasonsDecided);
        json.WriteDouble("missAtInstance", standard.MissAtInstance);
        if (standard.MinimumTrustHalfWidth > 0)
        {
            json.WriteDouble("minimumTrustHalfWidth", standard.MinimumTrustHalfWidth);
            TrustRegionJson.WriteSearch(json, "trustRegion", standard.TrustRegion);
        }

        json.WriteEndObject();
    }

    /// <summary>Reads a standard, or what describes one.</summary>
    public static ExplanationStandard Read(JsonPart part)
    {
        ExplanationStandard standard = new()
        {
            MinimumFit = part["minimumFit"].Double(),
            MinimumSignAgreement = part["minimumSignAgreement"].Double(),
            MaximumHalfWidth = part["maximumHalfWidth"].Double(),
            TopReasonsDecided = part["topReasonsDecided"].Whole(),
            MissAtInstance = part["missAtInstance"].Double(),
            MinimumTrustHalfWidth = part.Optional("minimumTrustHalfWidth")?.Double() ?? 0,
            TrustRegion = part.Optional("trustRegion") is { } region ? TrustRegionJson.ReadSearch(region) : new(),
        };
        try
        {
            standard.Check();
        }
        catch (InvalidOptionException error)
        {
            throw part.Wrong($"a standard that there is: {error.Message}", error);
        }

        return standard;
    }
}
