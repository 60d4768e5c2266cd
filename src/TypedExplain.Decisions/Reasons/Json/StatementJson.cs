using System.Globalization;
using System.Text.Json;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain.Decisions.Reasons.Json;

/// <summary>Writes the members of a statement.</summary>
internal static class StatementJson
{
    public const string Stated = "stated", Refused = "refused", Denied = "automaticDenial";

    public static void Write<T>(Utf8JsonWriter json, ReasonStatement<T> statement, bool withholds)
        where T : IFeatureRecord<T>
    {
        RecordHead.Write<T>(json);
        json.WriteNumber("queries", statement.Queries);
        if (withholds)
            json.WriteBoolean("withheld", true);
        switch (statement)
        {
            case Stated<T> stated:
                json.WriteText("statement", Stated);
                Write(json, stated, withholds);
                break;
            case ReasonsRefused<T> refused:
                json.WriteText("statement", Refused);
                json.WriteText("cause", refused.Cause.ToString());
                json.WriteText("explanation", refused.Explanation);
                WriteNames(json, refused.Features);
                break;
            case AutomaticDenial<T> denied:
                json.WriteText("statement", Denied);
                json.WriteStartArray("reasons");
                foreach (Reason<T> reason in denied.Reasons)
                {
                    json.WriteStartObject();
                    Write(json, reason);
                    json.WriteEndObject();
                }

                json.WriteEndArray();
                break;
        }
    }

    private static void Write<T>(Utf8JsonWriter json, Stated<T> stated, bool withholds)
        where T : IFeatureRecord<T>
    {
        json.WriteText("output", stated.Output);
        json.WriteDouble("score", stated.Score);
        json.WriteDouble("cutoff", stated.Cutoff);
        json.WriteText("favorable", stated.Favorable.ToString());
        json.WriteText("link", stated.Link.ToString());
        if (!withholds)
            json.WriteDouble("baseValue", stated.BaseValue);
        json.WriteDouble("confidence", stated.Confidence);
        Write(json, stated.Reference);
        json.WriteStartArray("reasons");
        foreach (StatedReason<T> reason in stated.Reasons)
            Write(json, reason);
        json.WriteEndArray();
        QualityJson.Write(json, stated.Caveats);
        json.WriteStartArray("warnings");
        foreach (string warning in stated.Warnings)
            json.WriteTextValue(warning);
        json.WriteEndArray();
        ExplainerJson.Write(json, stated.Explainer);
    }

    private static void Write(Utf8JsonWriter json, ReferenceIdentity reference)
    {
        json.WriteStartObject("reference");
        json.WriteText("method", reference.Method.ToString());
        if (reference.Cutoff is { } cutoff)
            json.WriteDouble("cutoff", cutoff);
        if (reference.Band is { } band)
            json.WriteDouble("band", band);
        json.WriteNumber("count", reference.Count);
        json.WriteText("sha256", reference.Sha256);
        json.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter json, StatedReason<T> stated)
        where T : IFeatureRecord<T>
    {
        json.WriteStartObject();
        Write(json, stated.Reason);
        json.WriteDouble("contribution", stated.Contribution);
        if (stated.Interval is { } interval)
            json.WriteDoubles("interval", [interval.Lower, interval.Upper]);
        WriteNames(json, stated.Features);
        if (stated.IsTied)
            json.WriteBoolean("tied", true);
        json.WriteEndObject();
    }

    /// <summary>The code, and the text where there is one in the default language.</summary>
    private static void Write<T>(Utf8JsonWriter json, Reason<T> reason)
        where T : IFeatureRecord<T>
    {
        json.WriteText("code", reason.CodeText);
        if (reason.HasTextIn(CultureInfo.InvariantCulture))
            json.WriteText("text", reason.Text);
    }

    private static void WriteNames<T>(Utf8JsonWriter json, IEnumerable<Feature<T>> features)
        where T : IFeatureRecord<T>
    {
        json.WriteStartArray("features");
        foreach (Feature<T> feature in features)
            json.WriteTextValue(feature.Name);
        json.WriteEndArray();
    }
}
