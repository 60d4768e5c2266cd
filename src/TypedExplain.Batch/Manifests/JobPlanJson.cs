using System.Text.Json;
using TypedExplain.Json;

namespace TypedExplain.Batch.Manifests;

/// <summary>A job's plan as canonical JSON.</summary>
internal static class JobPlanJson
{
    private const string Type = "https://github.com/typedexplain/typedexplain/blob/main/docs/schemas/job.v1.json";
    private const long MostRows = 1L << 53;

    public static byte[] Write(JobPlan plan) => SealedJson.Of(json =>
    {
        json.WriteText("$schema", Type);
        json.WriteText("record", plan.Record);
        json.WriteText("schema", plan.Schema);
        json.WriteText("question", plan.Question);
        json.WritePropertyName("explainer");
        json.WriteRawValue(plan.Explainer);
        json.WritePropertyName("model");
        ModelJson.Write(json, plan.Model);
        json.WriteText("library", plan.LibraryVersion);
        json.WriteText("source", plan.Source);
        json.WriteText("sourceSettings", plan.SourceSettings);
        if (plan.Parts is { } parts)
        {
            json.WriteStartArray("parts");
            foreach (string part in parts)
                json.WriteTextValue(part);
            json.WriteEndArray();
        }

        json.WriteText("extension", plan.Extension);
        json.WriteText("formatSettings", plan.FormatSettings);
        if (plan.SummarySettings is { } summary)
            json.WriteText("summarySettings", summary);
        json.WriteText("protectedValues", plan.ProtectedValues.ToString());
        json.WriteNumber("shardRows", Math.Min(plan.ShardRows, MostRows));
        json.WriteNumber("maxBadRows", Math.Min(plan.MaxBadRows, MostRows));
        json.WriteStartArray("columns");
        foreach (ResultColumn column in plan.Columns)
            Write(json, column);
        json.WriteEndArray();
        json.WriteStartArray("shards");
        foreach (SourceShard shard in plan.Shards)
            Write(json, shard);
        json.WriteEndArray();
    });

    /// <summary>The plan that a text tells.</summary>
    /// <exception cref="InvalidJsonException">It is none.</exception>
    public static JobPlan Read(ReadOnlySpan<byte> text)
    {
        JsonPart json = new(JsonText.Parse(text, "job.json"), "job.json");
        if (json["$schema"].Text() != Type)
            throw new InvalidJsonException($"job.json has the $schema {json["$schema"].Text()}; it must be {Type}.");
        return new()
        {
            Record = json["record"].Text(),
            Schema = json["schema"].Text(),
            Question = json["question"].Text(),
            Explainer = json["explainer"].Value.GetRawText(),
            Model = ModelJson.Read(json["model"]),
            LibraryVersion = json["library"].Text(),
            Source = json["source"].Text(),
            SourceSettings = json["sourceSettings"].Text(),
            Parts = json.Optional("parts") is { } parts ? [.. parts.Items().Select(part => part.Text())] : null,
            Extension = json["extension"].Text(),
            FormatSettings = json["formatSettings"].Text(),
            SummarySettings = json.Optional("summarySettings")?.Text(),
            ProtectedValues = json["protectedValues"].Word<ProtectedValues>(),
            ShardRows = Most(json["shardRows"]),
            MaxBadRows = Most(json["maxBadRows"]),
            Columns = [.. json["columns"].Items().Select(ReadColumn)],
            Shards = [.. json["shards"].Items().Select(ReadShard)],
        };
    }

    /// <summary>A number of rows or bytes.</summary>
    public static long Count(JsonPart part) => part.Value.ValueKind == JsonValueKind.Number && part.Value.TryGetInt64(out long count) && count is >= 0 and <= MostRows
        ? count
        : throw part.Wrong("a whole number, 0 or more");

    private static long Most(JsonPart part) => Count(part) is var most && most >= MostRows ? long.MaxValue : most;

    private static void Write(Utf8JsonWriter json, ResultColumn column)
    {
        json.WriteStartObject();
        json.WriteText("name", column.Name);
        json.WriteText("kind", column.Kind.ToString());
        json.WriteText("description", column.Description);
        if (column.Unit is { } unit)
            json.WriteText("unit", unit);
        json.WriteBoolean("required", column.IsRequired);
        json.WriteEndObject();
    }

    private static ResultColumn ReadColumn(JsonPart json) =>
        new(json["name"].Text(), json["kind"].Word<ResultColumnKind>(), json["description"].Text()) { Unit = json.Optional("unit")?.Text(), IsRequired = json["required"].Flag() };

    private static void Write(Utf8JsonWriter json, SourceShard shard)
    {
        json.WriteStartObject();
        json.WriteText("part", shard.Part);
        json.WriteNumber("start", shard.Start);
        json.WriteNumber("length", shard.Length);
        json.WriteNumber("rowsBefore", shard.RowsBefore);
        json.WriteNumber("linesBefore", shard.LinesBefore);
        if (shard.Rows is { } rows)
            json.WriteNumber("rows", rows);
        if (shard.PartBytes is { } bytes)
            json.WriteNumber("partBytes", bytes);
        if (shard.Sha256 is { } digest)
            json.WriteText("sha256", digest);
        json.WriteEndObject();
    }

    private static SourceShard ReadShard(JsonPart json) => new(json["part"].Text(), Count(json["start"]), Count(json["length"]))
    {
        RowsBefore = Count(json["rowsBefore"]),
        LinesBefore = Count(json["linesBefore"]),
        Rows = json.Optional("rows") is { } rows ? Count(rows) : null,
        PartBytes = json.Optional("partBytes") is { } bytes ? Count(bytes) : null,
        Sha256 = json.Optional("sha256")?.Text(),
    };
}
