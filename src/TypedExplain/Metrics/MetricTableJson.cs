using System.Text.Json;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain.Metrics;

/// <summary>Writes and reads the members of a metric table.</summary>
internal static class MetricTableJson
{
    public static void Write<T>(Utf8JsonWriter json, MetricTable<T> table)
        where T : IFeatureRecord<T>
    {
        RecordHead.Write<T>(json);
        json.WriteStartArray("explainers");
        for (int i = 0; i < table.Explainers.Length; i++)
        {
            json.WriteStartObject();
            ExplainerJson.Write(json, table.Explainers[i]);
            json.WriteStartArray("scores");
            foreach (Score score in table[i])
            {
                json.WriteStartObject();
                ScoreJson.Write(json, score);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    public static MetricTable<T> Read<T>(JsonPart part, Func<IExplainer<T>[], Score[][], MetricTable<T>> table)
        where T : IFeatureRecord<T>
    {
        RecordHead.Require<T>(part);
        JsonPart[] explainers = [.. part["explainers"].Items()];
        if (explainers.Length == 0)
            throw part["explainers"].Wrong("a list with an explainer or more");
        Score[][] scores = [.. explainers.Select(explainer => explainer["scores"].Items().Select(ScoreJson.Read).ToArray())];
        for (int i = 0; i < scores.Length; i++)
        {
            if (scores[i].Length == 0 || !scores[i].Select(score => score.Metric).SequenceEqual(scores[0].Select(score => score.Metric)))
                throw explainers[i]["scores"].Wrong("a list with one score for each metric, the same ones for all explainers");
        }

        return table([.. explainers.Select(ExplainerJson.Read<T>)], scores);
    }
}
