using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using TypedExplain.Files;
using TypedExplain.Json;

namespace TypedExplain.Batch.Jobs;

/// <summary>Puts what the shards of a job vouch for together.</summary>
internal static class JobMerge
{
    private const string Type = "https://github.com/typedexplain/typedexplain/blob/main/docs/schemas/merged.v1.json";

    /// <summary>Checks every shard, and writes what all of them are.</summary>
    /// <exception cref="BatchException">A shard is not finished, or its files are not those that its manifest vouches for.</exception>
    public static MergedJob<T> Run<T>(ExplanationJob<T> job, JobPlan plan, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        ImmutableArray<ShardManifest>.Builder shards = ImmutableArray.CreateBuilder<ShardManifest>();
        PortfolioSummary<T>? summary = job.Question.HasSummary ? new(job.Summary) : null;
        List<string> missing = [];
        for (int shard = 0; shard < plan.Shards.Length; shard++)
        {
            cancellation.ThrowIfCancellationRequested();
            ShardFiles files = new(job.Folder, plan, shard);
            if (files.Finished(out string? problem) is not { } manifest)
            {
                missing.Add(problem is null ? files.Name : $"{files.Name}, since {problem}");
                continue;
            }

            shards.Add(manifest);
            summary?.Merge(PortfolioSummary<T>.FromJson(File.ReadAllBytes(files.Summary), job.Summary));
        }

        if (missing.Count > 0)
            throw new BatchException($"{missing.Count} of {plan.Shards.Length} shards are not finished: {string.Join("; ", missing.Take(5))}{(missing.Count > 5 ? "; ..." : "")}. Run the job, then merge it.", isWorthTryingAgain: true);
        MergedJob<T> merged = new(plan, shards.DrainToImmutable(), summary);
        Write(job, merged);
        return merged;
    }

    private static void Write<T>(ExplanationJob<T> job, MergedJob<T> merged)
        where T : IFeatureRecord<T>
    {
        byte[]? summary = merged.Summary is { } portfolio ? Encoding.UTF8.GetBytes(portfolio.ToJson(job.ProtectedValues)) : null;
        if (summary is not null)
            WholeFile.Write(Path.Combine(job.Folder, "summary.json"), stream => stream.Write(summary));
        byte[] text = CanonicalJson.Of(JsonBuffer.Of(json =>
        {
            json.WriteStartObject();
            json.WriteText("$schema", Type);
            json.WriteText("job", merged.Plan.Id);
            json.WriteNumber("rows", merged.Rows);
            json.WriteNumber("refused", merged.Refused);
            json.WriteNumber("bad", merged.Bad);
            json.WriteText("root", merged.Root);
            json.WriteStartArray("files");
            foreach (ShardManifest shard in merged.Shards)
                WriteFile(json, merged.Plan, shard);
            json.WriteEndArray();
            if (summary is not null)
                json.WriteText("summarySha256", ContentDigest.Of(summary));
            json.WriteEndObject();
        }));
        WholeFile.Write(Path.Combine(job.Folder, "merged.json"), stream => stream.Write(text));
    }

    private static void WriteFile(Utf8JsonWriter json, JobPlan plan, ShardManifest shard)
    {
        json.WriteStartObject();
        json.WriteText("name", plan.NameOf(shard.Shard) + plan.Extension);
        json.WriteNumber("rows", shard.Rows);
        json.WriteText("sha256", shard.Sha256);
        json.WriteEndObject();
    }
}
