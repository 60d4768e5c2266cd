using System.Collections.Immutable;

namespace TypedExplain.Orleans.Jobs;

/// <summary>What a job is, and how far its files are.</summary>
/// <param name="Id">What it is known by.</param>
/// <param name="Names">The names of its shards.</param>
/// <param name="Rows">How many rows there are; null where the source does not say.</param>
/// <param name="Finished">What the manifests of the finished shards say, by the position of the shard.</param>
internal sealed record PlannedJob(string Id, ImmutableArray<string> Names, long? Rows, ImmutableSortedDictionary<int, ShardNumbers> Finished);
