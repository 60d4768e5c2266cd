using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Explanations.Json;

/// <summary>Writes and reads the members of a consensus.</summary>
internal static class ConsensusJson
{
    public static void Write<T>(Utf8JsonWriter json, ConsensusExplanation<T> consensus, bool withholds)
        where T : IFeatureRecord<T>
    {
        RecordHead.Write<T>(json);
        json.WriteNumber("queries", consensus.Queries);
        json.WriteDouble("rankCorrelation", consensus.RankCorrelation);
        json.WriteStartArray("features");
        foreach (Feature<T> feature in T.Schema.Features)
        {
            json.WriteStartObject();
            FeatureJson.WriteHead(json, feature);
            if (!(withholds && feature.IsProtected))
            {
                json.WriteDouble("mean", consensus.Mean[feature]);
                json.WriteDouble("signAgreement", consensus.SignAgreement[feature]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (withholds)
            json.WriteBoolean("withheld", true);
        json.WriteStartArray("explanations");
        foreach (Explanation<T> explanation in consensus.Explanations)
            explanation.WriteTo(json, withholds);
        json.WriteEndArray();
    }

    /// <summary>Reads the explanations; all else follows from them.</summary>
    public static ConsensusExplanation<T> Read<T>(JsonPart part)
        where T : IFeatureRecord<T>
    {
        RecordHead.Require<T>(part);
        Explanation<T>[] explanations = [.. part["explanations"].Items().Select(Explanation<T>.ReadInside)];
        if (explanations.Length < 2)
            throw part["explanations"].Wrong("a list of two explanations or more");
        return new(explanations);
    }
}
