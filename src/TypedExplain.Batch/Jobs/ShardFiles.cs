using TypedExplain.Batch.Faults;
using TypedExplain.Files;

namespace TypedExplain.Batch.Jobs;

/// <summary>The files of a shard in the folder of a job.</summary>
/// <param name="folder">The folder.</param>
/// <param name="plan">The job.</param>
/// <param name="shard">Position of the shard.</param>
internal sealed class ShardFiles(string folder, JobPlan plan, int shard)
{
    /// <summary>The name without an ending.</summary>
    public string Name { get; } = plan.NameOf(shard);

    public string Results => Of(plan.Extension);

    public string Bad => Of(".bad.jsonl");

    public string Leaves => Of(".leaves");

    public string Receipts => Of(".receipts.jsonl");

    public string Summary => Of(".summary.json");

    public string Manifest => Of(".manifest.json");

    /// <summary>The manifest of a finished shard; null where it is not finished.</summary>
    /// <param name="problem">Why a manifest that is there does not count; null where there is none or it counts.</param>
    public ShardManifest? Finished(out string? problem)
    {
        problem = null;
        if (!File.Exists(Manifest))
            return null;
        try
        {
            ShardManifest manifest = ShardManifest.Read(File.ReadAllBytes(Manifest));
            problem = Problem(manifest);
            return problem is null ? manifest : null;
        }
        catch (InvalidJsonException error)
        {
            problem = error.Message;
        }

        return null;
    }

    /// <summary>Makes a file to write into before it gets its name.</summary>
    public FileStream New(string ending)
    {
        while (true)
        {
            try
            {
                return new(Temporary(ending), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete, 1 << 16);
            }
            catch (IOException error) when (HeldFile.Is(error))
            {
                // Another worker has just finished the shard and tidies up: it took the file for one of a dead worker.
            }
        }
    }

    /// <summary>The name of such a file.</summary>
    public string Temporary(string ending) => Of($"{ending}.{Guid.NewGuid():N}.tmp");

    /// <summary>
    /// Deletes what workers that died left of this shard. One that lives holds its files, but for those that end the shard and for those
    /// that it has just made, which are empty; such are left.
    /// </summary>
    public void Clean()
    {
        foreach (string path in Directory.GetFiles(folder, Name + ".*.tmp").Where(path => !EndsShard(path)))
            Delete(path, isEmptyToo: false);
    }

    /// <summary>Deletes what workers that died left of finished shards; what a worker that lives still has of them, it finds finished.</summary>
    /// <param name="folder">The folder of the job.</param>
    /// <param name="isFinished">Whether the shard of a name is finished.</param>
    public static void Clean(string folder, Func<string, bool> isFinished)
    {
        foreach (string path in Directory.GetFiles(folder, "*.tmp").Where(path => isFinished(Path.GetFileName(path).Split('.')[0])))
            Delete(path, isEmptyToo: true);
    }

    /// <summary>The SHA-256 of a file; of one that is not there that of nothing.</summary>
    public static string Digest(string path)
    {
        if (!File.Exists(path))
            return ContentDigest.Of([]);
        using FileStream file = File.OpenRead(path);
        return Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(file));
    }

    private string? Problem(ShardManifest manifest)
    {
        if (manifest.Job != plan.Id || manifest.Shard != shard)
            return "it is of another job or shard";
        if (!File.Exists(Results))
            return $"{Path.GetFileName(Results)} is not there";
        if (new FileInfo(Results).Length != manifest.Bytes || Digest(Results) != manifest.Sha256)
            return $"{Path.GetFileName(Results)} is not the file that it vouches for";
        if (Digest(Bad) != manifest.BadSha256)
            return $"{Path.GetFileName(Bad)} is not the file that it vouches for";
        if (manifest.ReceiptsSha256 is { } receipts && Digest(Receipts) != receipts)
            return $"{Path.GetFileName(Receipts)} is not the file that it vouches for";
        if (manifest.SummarySha256 is { } summary && Digest(Summary) != summary)
            return $"{Path.GetFileName(Summary)} is not the file that it vouches for";
        return RowLeaves.Problem(Leaves, manifest);
    }

    /// <summary>Whether a file ends a shard: it is closed before it gets its name, and opening it would hold what it then is.</summary>
    private static bool EndsShard(string path) => path.Contains(".json.", StringComparison.Ordinal);

    private static void Delete(string path, bool isEmptyToo)
    {
        try
        {
            if (!isEmptyToo && new FileInfo(path).Length == 0)
                return;
            using (EndsShard(path) ? null : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.None))
                File.Delete(path);
        }
        catch (IOException)
        {
            // Another worker has it, or has just ended.
        }
    }

    private string Of(string ending) => Path.Combine(folder, Name + ending);
}
