using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Metrics;

/// <summary>Writes and reads the members of a score.</summary>
internal static class ScoreJson
{
    public static void Write(Utf8JsonWriter json, Score score)
    {
        json.WriteText("metric", score.Metric);
        json.WriteDouble("mean", score.Mean);
        json.WriteDouble("standardError", score.StandardError);
        json.WriteNumber("count", score.Count);
        json.WriteText("unit", score.Unit);
        json.WriteText("direction", score.Direction.ToString());
        json.WriteText("convention", score.Convention);
        json.WriteDoubles("values", score.Values.AsSpan());
    }

    public static Score Read(JsonPart part) => new(
        part["metric"].Text(),
        part["mean"].Double(),
        part["standardError"].Double(),
        part["count"].Whole(),
        part["unit"].Text(),
        part["direction"].Word<MetricDirection>(),
        part["convention"].Text())
    {
        Values = [.. part["values"].Doubles()],
    };
}
