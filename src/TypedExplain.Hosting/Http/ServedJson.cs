using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace TypedExplain.Hosting.Http;

/// <summary>Answers of endpoints as JSON.</summary>
internal static class ServedJson
{
    private const string Json = "application/json; charset=utf-8";

    /// <summary>A result with its receipt.</summary>
    public static Task WriteAsync<TResult>(HttpContext http, Served<TResult> served, ProtectedValues protectedValues, string receipts)
        where TResult : class, IJsonResult
    {
        if (served.Receipt is { } kept)
            http.Response.Headers.Location = $"{receipts}/{kept.Sequence}";
        return WriteAsync(http, json =>
        {
            json.WriteBoolean("remembered", served.IsRemembered);
            if (served.Receipt is { } receipt)
            {
                json.WriteStartObject("receipt");
                json.WriteNumber("sequence", receipt.Sequence);
                json.WriteString("id", receipt.ReceiptId);
                json.WriteEndObject();
            }

            json.WritePropertyName("result");
            json.WriteRawValue(served.Result.ToJson(protectedValues));
        });
    }

    /// <summary>A plan.</summary>
    public static Task WriteAsync<T>(HttpContext http, ExplanationPlan<T> plan)
        where T : IFeatureRecord<T> => WriteAsync(http, json =>
        {
            json.WriteString("method", plan.Method);
            json.WriteNumber("queries", plan.Queries);
            json.WriteNumber("leastQueries", plan.LeastQueries);
            json.WriteNumber("batches", plan.Batches);
            json.WriteStartArray("warnings");
            foreach (string warning in plan.Warnings)
                json.WriteStringValue(warning);
            json.WriteEndArray();
        });

    /// <summary>A receipt. Of a record with protected features, whose values are not told, only what does not tell them.</summary>
    public static Task WriteAsync(HttpContext http, LogEntry entry, bool isWhole) => WriteAsync(http, json =>
    {
        json.WriteNumber("sequence", entry.Sequence);
        json.WriteString("id", entry.ReceiptId);
        json.WriteString("entry", entry.Id);
        json.WriteString("previous", entry.Previous);
        json.WriteString("time", entry.Time);
        if (!isWhole)
            return;
        json.WritePropertyName("receipt");
        json.WriteRawValue(entry.Json);
    });

    /// <summary>What became of a replay.</summary>
    public static Task WriteAsync(HttpContext http, ReplayOutcome outcome) => WriteAsync(http, json =>
    {
        json.WriteBoolean("identical", outcome is Identical);
        json.WriteString("outcome", outcome switch { Identical => "identical", Differs => "differs", _ => "cannotReplay" });
        if (outcome is CannotReplay cannot)
            json.WriteString("missing", cannot.Missing);
        if (outcome is not Differs differs)
            return;
        json.WriteStartArray("causes");
        foreach (ReplayReason reason in differs.Reasons)
            json.WriteStringValue(reason.Cause.ToString());
        json.WriteEndArray();
    });

    /// <summary>A text of JSON.</summary>
    public static Task WriteAsync(HttpContext http, string json)
    {
        http.Response.ContentType = Json;
        return http.Response.WriteAsync(json, http.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext http, Action<Utf8JsonWriter> members)
    {
        http.Response.ContentType = Json;
        Utf8JsonWriter json = new(http.Response.BodyWriter);
        await using (json.ConfigureAwait(false))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        await http.Response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }
}
