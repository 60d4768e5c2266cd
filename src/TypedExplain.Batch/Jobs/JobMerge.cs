using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using TypedExplain.Errors;
using TypedExplain.Files;
using TypedExplain.Json;

namespace TypedExplain.Batch.Jobs;

/// <summary>Puts what the shards of a job vouch for together.</summary>
internal static class JobMerge
{
    private const string MergedName = "merged.json", SummaryName = "summary.json";
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
                missing.Add(problem is null ? files.Name : $"{files.Name}, since {problem.TrimEnd('.')}");
                continue;
            }

            shards.Add(manifest);
            summary?.Merge(PortfolioSummary<T>.FromJson(File.ReadAllBytes(files.Summary), job.Summary));
        }

        if (missing.Count > 0)
            throw new BatchException($"{missing.Count} of {plan.Shards.Length} {Noun.Of(plan.Shards.Length, "shard")} {Noun.Of(missing.Count, "is", "are")} not finished: {string.Join("; ", missing.Take(5))}{(missing.Count > 5 ? "; ..." : "")}. Run the job, then merge it.", isWorthTryingAgain: true);
        if (Stray(job.Folder, plan) is { } stray)
            throw new BatchException(stray);
        MergedJob<T> merged = new(plan, shards.DrainToImmutable(), summary);
        (byte[]? summaryText, byte[] text) = Texts(job, merged);
        if (summaryText is not null)
            WholeFile.Write(Path.Combine(job.Folder, SummaryName), stream => stream.Write(summaryText));
        WholeFile.Write(Path.Combine(job.Folder, MergedName), stream => stream.Write(text));
        return merged;
    }

    /// <summary>What is wrong with files that are of no shard, and with what an earlier merge wrote; null where nothing is.</summary>
    /// <param name="job">The job.</param>
    /// <param name="plan">Its plan.</param>
    /// <param name="finished">The shards whose files are right.</param>
    public static string? Problem<T>(ExplanationJob<T> job, JobPlan plan, Dictionary<int, ShardManifest> finished)
        where T : IFeatureRecord<T>
    {
        if (Stray(job.Folder, plan) is { } stray)
            return stray;
        if (finished.Count < plan.Shards.Length || !File.Exists(Path.Combine(job.Folder, MergedName)))
            return null;
        PortfolioSummary<T>? summary = job.Question.HasSummary ? new(job.Summary) : null;
        for (int shard = 0; summary is not null && shard < plan.Shards.Length; shard++)
            summary.Merge(PortfolioSummary<T>.FromJson(File.ReadAllBytes(new ShardFiles(job.Folder, plan, shard).Summary), job.Summary));
        (byte[]? summaryText, byte[] text) = Texts(job, new(plan, [.. finished.OrderBy(shard => shard.Key).Select(shard => shard.Value)], summary));
        return !IsThere(MergedName, text) ? Wrong(MergedName) : summaryText is not null && !IsThere(SummaryName, summaryText) ? Wrong(SummaryName) : null;

        bool IsThere(string name, byte[] own) => Path.Combine(job.Folder, name) is var path && File.Exists(path) && File.ReadAllBytes(path).AsSpan().SequenceEqual(own);

        static string Wrong(string name) => $"{name} is not what the shards put together; merge the job again";
    }

    /// <summary>Files that look like results and are of no shard, which whoever reads all files of the folder would take for some; null where there are none.</summary>
    private static string? Stray(string folder, JobPlan plan)
    {
        HashSet<string> own = [.. Enumerable.Range(0, plan.Shards.Length).Select(shard => plan.NameOf(shard) + plan.Extension)];
        string[] others = [.. Directory.GetFiles(folder, "part-*" + plan.Extension).Select(path => Path.GetFileName(path)).Where(name => !own.Contains(name) && !name.EndsWith(".bad.jsonl", StringComparison.Ordinal) && !name.EndsWith(".receipts.jsonl", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
        return others.Length == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{others.Length} {Noun.Of(others.Length, "file is", "files are")} of no shard of the job, such as {others[0]}; delete {Noun.Of(others.Length, "it", "them")}, or whoever reads the folder takes their rows for results");
    }

    private static (byte[]? Summary, byte[] Merged) Texts<T>(ExplanationJob<T> job, MergedJob<T> merged)
        where T : IFeatureRecord<T>
    {
        byte[]? summary = merged.Summary is { } portfolio ? Encoding.UTF8.GetBytes(portfolio.ToJson(job.ProtectedValues)) : null;
        return (summary, CanonicalJson.Of(JsonBuffer.Of(json =>
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
        })));
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
