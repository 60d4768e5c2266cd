using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Batch.Manifests;
using TypedExplain.Errors;

namespace TypedExplain.Batch;

/// <summary>A finished job: what all its shards vouch for.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class MergedJob<T>
    where T : IFeatureRecord<T>
{
    internal MergedJob(JobPlan plan, ImmutableArray<ShardManifest> shards, PortfolioSummary<T>? summary)
    {
        (Plan, Shards, Summary) = (plan, shards, summary);
        MerkleSum root = new();
        foreach (ShardManifest shard in shards)
            root.Add(Convert.FromHexString(shard.Root));
        Root = root.Root();
    }

    /// <summary>The job.</summary>
    public JobPlan Plan { get; }

    /// <summary>The manifests of its shards.</summary>
    public ImmutableArray<ShardManifest> Shards { get; }

    /// <summary>All explanations put together; null where the question has no summary.</summary>
    public PortfolioSummary<T>? Summary { get; }

    /// <summary>The root of a Merkle tree over the roots of the shards: one number for every row and result of the job.</summary>
    public string Root { get; }

    /// <summary>How many records have results, refused ones included.</summary>
    public long Rows => Shards.Sum(shard => shard.Rows);

    /// <summary>How many of them have no answer that was asked for.</summary>
    public long Refused => Shards.Sum(shard => shard.Refused);

    /// <summary>How many rows are no records.</summary>
    public long Bad => Shards.Sum(shard => shard.Bad);

    /// <summary>How many rows there are of which kind, and the root.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rows} {Noun.Of(Rows, "row")} in {Shards.Length} {Noun.Of(Shards.Length, "shard")}, {Refused} refused, {Bad} bad; root {Root}");
}
