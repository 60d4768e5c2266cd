using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Explanations.Json;

/// <summary>Writes and reads the members of an outcome.</summary>
internal static class OutcomeJson
{
    private const string Certified = "certified", BestEffort = "bestEffort", Refused = "refused";

    public static void Write<T>(Utf8JsonWriter json, Outcome<T> outcome, bool withholds)
        where T : IFeatureRecord<T>
    {
        RecordHead.Write<T>(json);
        json.WriteNumber("queries", outcome.Queries);
        Explanation<T>? explanation = null;
        TrustRegion<T>? region = null;
        switch (outcome)
        {
            case Certified<T> certified:
                json.WriteText("outcome", Certified);
                StandardJson.Write(json, certified.Standard);
                (explanation, region) = (certified.Explanation, certified.TrustRegion);
                break;
            case BestEffort<T> best:
                json.WriteText("outcome", BestEffort);
                json.WriteStartArray("missed");
                foreach (string missed in best.Missed)
                    json.WriteTextValue(missed);
                json.WriteEndArray();
                (explanation, region) = (best.Explanation, best.TrustRegion);
                break;
            case Refused<T> refused:
                json.WriteText("outcome", Refused);
                json.WriteText("reason", refused.Reason);
                break;
        }

        if (withholds)
            json.WriteBoolean("withheld", true);
        if (explanation is null)
            return;
        json.WritePropertyName("explanation");
        explanation.WriteTo(json, withholds);
        if (region is null)
            return;
        json.WritePropertyName("trustRegion");
        region.WriteTo(json, withholds);
    }

    public static Outcome<T> Read<T>(JsonPart part)
        where T : IFeatureRecord<T>
    {
        RecordHead.Require<T>(part);
        int queries = part["queries"].Whole();
        JsonPart outcome = part["outcome"];
        return outcome.Text() switch
        {
            Certified => new Certified<T>(Explanation<T>.ReadInside(part["explanation"]), StandardJson.Read(part["standard"]), queries) { TrustRegion = Region() },
            BestEffort => new BestEffort<T>(Explanation<T>.ReadInside(part["explanation"]), [.. part["missed"].Items().Select(missed => missed.Text())], queries) { TrustRegion = Region() },
            Refused => new Refused<T>(part["reason"].Text(), queries),
            _ => throw outcome.Wrong($"{Certified}, {BestEffort} or {Refused}"),
        };

        TrustRegion<T>? Region() => part.Optional("trustRegion") is { } region ? TrustRegion<T>.ReadInside(region) : null;
    }
}
