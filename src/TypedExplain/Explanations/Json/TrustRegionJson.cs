using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Explanations.Json;

/// <summary>Writes and reads the members of a trust region.</summary>
internal static class TrustRegionJson
{
    public static void Write<T>(Utf8JsonWriter json, TrustRegion<T> region, bool withholds)
        where T : IFeatureRecord<T>
    {
        RecordHead.Write<T>(json);
        json.WriteText("method", region.Method);
        json.WriteText("output", region.Output);
        WriteSearch(json, "search", region.Search);
        json.WriteDouble("halfWidth", region.HalfWidth);
        json.WriteText("end", region.End.ToString());
        json.WriteDouble("failsAt", region.FailsAt);
        json.WriteDouble("fidelityAtInstance", region.FidelityAtInstance);
        json.WriteDouble("leastFidelity", region.LeastFidelity);
        if (region.Bound is { } bound)
            json.WriteDouble("bound", bound);
        json.WriteNumber("samples", region.Samples);
        json.WriteDouble("answerSpread", region.AnswerSpread);
        json.WriteNumber("queries", region.Queries);
        json.WriteStartArray("features");
        foreach (Feature<T> feature in T.Schema.Features)
        {
            json.WriteStartObject();
            FeatureJson.WriteHead(json, feature);
            if (!(withholds && feature.IsProtected))
                Write(json, region, feature);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (withholds)
            json.WriteBoolean("withheld", true);
    }

    public static TrustRegion<T> Read<T>(JsonPart part)
        where T : IFeatureRecord<T>
    {
        RecordHead.Require<T>(part);
        JsonPart[] features = FeatureJson.Read<T>(part["features"]);
        return new(
            [.. features.Select(feature => feature.Optional("lower")?.Finite() ?? double.NaN)],
            [.. features.Select(feature => feature.Optional("upper")?.Finite() ?? double.NaN)],
            [.. features.Select(feature => feature["varied"].Flag())],
            [.. features.Select(feature => feature.Optional("cut")?.Flag() ?? false)])
        {
            Method = part["method"].Text(),
            Output = part["output"].Text(),
            Search = ReadSearch(part["search"]),
            HalfWidth = part["halfWidth"].Double(0, double.MaxValue),
            End = part["end"].Word<TrustRegionEnd>(),
            FailsAt = part["failsAt"].Double(0, double.PositiveInfinity),
            FidelityAtInstance = part["fidelityAtInstance"].Double(),
            LeastFidelity = part["leastFidelity"].Double(),
            Bound = part.Optional("bound")?.Double(),
            Samples = part["samples"].Whole(),
            AnswerSpread = part["answerSpread"].Double(0, double.MaxValue),
            Queries = part["queries"].Whole(),
        };
    }

    /// <summary>Writes how a region is looked for.</summary>
    public static void WriteSearch(Utf8JsonWriter json, string name, TrustRegionSearch search)
    {
        json.WriteStartObject(name);
        json.WriteDouble("minimumFidelity", search.MinimumFidelity);
        json.WriteDouble("startHalfWidth", search.StartHalfWidth);
        json.WriteDouble("largestHalfWidth", search.LargestHalfWidth);
        json.WriteNumber("samples", search.Samples);
        json.WriteNumber("maxQueries", search.MaxQueries);
        json.WriteDouble("tolerance", search.Tolerance);
        json.WriteDouble("confidence", search.Confidence);
        if (search.AnswerSpread is { } spread)
            json.WriteDouble("answerSpread", spread);
        json.WriteText("strategy", search.Strategy.ToString());
        json.WriteNumber("seed", search.Seed);
        json.WriteEndObject();
    }

    /// <summary>Reads that, or what describes it.</summary>
    public static TrustRegionSearch ReadSearch(JsonPart part)
    {
        TrustRegionSearch search = new()
        {
            MinimumFidelity = part["minimumFidelity"].Double(),
            StartHalfWidth = part["startHalfWidth"].Double(),
            LargestHalfWidth = part["largestHalfWidth"].Double(),
            Samples = part["samples"].Whole(),
            MaxQueries = part["maxQueries"].Whole(),
            Tolerance = part["tolerance"].Double(),
            Confidence = part["confidence"].Double(),
            AnswerSpread = part.Optional("answerSpread")?.Double(),
            Strategy = part["strategy"].Word<TrustStrategy>(),
            Seed = part["seed"].Whole(int.MinValue),
        };
        try
        {
            search.Check();
        }
        catch (InvalidOptionException error)
        {
            throw part.Wrong($"a search that there is: {error.Message}", error);
        }

        return search;
    }

    private static void Write<T>(Utf8JsonWriter json, TrustRegion<T> region, Feature<T> feature)
        where T : IFeatureRecord<T>
    {
        bool varies = region.Varied.Contains(feature);
        json.WriteBoolean("varied", varies);
        if (varies)
            json.WriteBoolean("cut", region.Cut.Contains(feature));
        if (double.IsNaN(region.Lower[feature]))
            return;
        json.WriteDouble("lower", region.Lower[feature]);
        json.WriteDouble("upper", region.Upper[feature]);
    }
}
