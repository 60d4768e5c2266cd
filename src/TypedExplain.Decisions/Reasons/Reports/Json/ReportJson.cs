using System.Collections.Immutable;
using System.Text.Json;
using TypedExplain.Explanations.Json;
using TypedExplain.Json;

namespace TypedExplain.Decisions.Reasons.Reports.Json;

/// <summary>Writes the members of a report.</summary>
internal static class ReportJson
{
    public static void Write<T>(Utf8JsonWriter json, ReasonReport<T> report, bool withholds)
        where T : IFeatureRecord<T>
    {
        RecordHead.Write<T>(json);
        if (withholds)
            json.WriteBoolean("withheld", true);
        json.WriteNumber("people", report.People);
        Write(json, "adverse", report.Adverse);
        Write(json, "stated", report.Stated);
        Write(json, "denied", report.Denied);
        WriteList(json, "refusals", report.Refusals, refusal => Write(json, refusal));
        WriteCodes(json, report.Codes);
        WriteList(json, "segments", report.Segments.Where(segment => !(withholds && segment.Segmentation.IsProtected)), segment => Write(json, segment));
        Write(json, "seeds", report.Seeds);
        Write(json, "resamples", report.Resamples);
        WriteList(json, "steps", report.Steps, step => Write(json, step));
        WriteList(json, "agreement", report.Agreement, agreement => Write(json, agreement));
        if (report.SecondMethod is { } method)
            json.WriteText("secondMethod", method);
        json.WriteStartObject("deletion");
        Write(json, "moved", report.Deletion.Moved);
        Write(json, "flipped", report.Deletion.Flipped);
        json.WriteDouble("meanMove", report.Deletion.MeanMove);
        json.WriteEndObject();
        WriteList(json, "drift", report.Drift, drift => Write(json, drift));
    }

    private static void Write(Utf8JsonWriter json, RefusalShare refusal)
    {
        json.WriteText("cause", refusal.Cause.ToString());
        Write(json, "people", refusal.People);
        json.WriteText("example", refusal.Example);
    }

    private static void WriteCodes<T>(Utf8JsonWriter json, ImmutableArray<ReasonShare<T>> codes)
        where T : IFeatureRecord<T> => WriteList(json, "codes", codes, code =>
        {
            json.WriteText("code", code.Reason.CodeText);
            Write(json, "stated", code.Stated);
            Write(json, "first", code.First);
        });

    private static void Write<T>(Utf8JsonWriter json, ReasonSegment<T> segment)
        where T : IFeatureRecord<T>
    {
        json.WriteText(segment.Segmentation.Feature is null ? "by" : "feature", segment.Segmentation.Feature?.Name ?? segment.Segmentation.Name);
        if (segment.Segmentation.IsProtected)
            json.WriteBoolean("protected", true);
        json.WriteText("value", segment.Value);
        Write(json, "stated", segment.Stated);
        WriteCodes(json, segment.Codes);
    }

    private static void Write<T>(Utf8JsonWriter json, StepStability<T> step)
        where T : IFeatureRecord<T>
    {
        json.WriteText("feature", step.Feature.Name);
        json.WriteDouble("step", step.Step);
        Write(json, "stability", step.Stability);
    }

    private static void Write(Utf8JsonWriter json, MethodAgreement agreement)
    {
        json.WriteNumber("k", agreement.K);
        Write(json, "sameReasons", agreement.SameReasons);
        json.WriteDouble("meanOverlap", agreement.MeanOverlap);
    }

    private static void Write<T>(Utf8JsonWriter json, ReasonDrift<T> drift)
        where T : IFeatureRecord<T>
    {
        json.WriteText("code", drift.Reason.CodeText);
        Write(json, "before", drift.Before);
        Write(json, "now", drift.Now);
    }

    private static void Write(Utf8JsonWriter json, string name, ReasonStability? stability)
    {
        if (stability is not { } told)
            return;
        json.WriteStartObject(name);
        Write(json, "sameReasons", told.SameReasons);
        Write(json, "sameFirst", told.SameFirst);
        Write(json, "refused", told.Refused);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, Proportion proportion)
    {
        json.WriteStartObject(name);
        json.WriteNumber("count", proportion.Count);
        json.WriteNumber("of", proportion.Of);
        json.WriteEndObject();
    }

    private static void WriteList<TItem>(Utf8JsonWriter json, string name, IEnumerable<TItem> items, Action<TItem> write)
    {
        json.WriteStartArray(name);
        foreach (TItem item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
