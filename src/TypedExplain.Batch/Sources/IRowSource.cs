using System.Collections.Immutable;

namespace TypedExplain.Batch;

/// <summary>
/// Where the rows of a job come from. A source divides itself into shards once, and reads any shard again as often as it is asked to,
/// always the same rows in the same order: that is what makes a job that was killed end with the same bytes.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public interface IRowSource<T>
    where T : IFeatureRecord<T>
{
    /// <summary>What it is called in messages and manifests, without folders, so that it is the same on every machine.</summary>
    string Name { get; }

    /// <summary>The files or partitions that it has now, in their order, if that can be told without reading them; else null. A job that was planned with others is refused.</summary>
    /// <exception cref="BatchException">A file is not there.</exception>
    ImmutableArray<string>? Parts => null;

    /// <summary>The settings that change which records are read, the same text for the same settings; empty where there are none. A job that was planned with others is refused.</summary>
    string Settings => "";

    /// <summary>Divides itself into shards, the same ones whenever it is asked. Each holds at least one row where that is known before it is read; an empty source has none.</summary>
    /// <param name="shardRows">How many rows a shard should have, about.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="BatchException">The source is not as it must be.</exception>
    ValueTask<ImmutableArray<SourceShard>> PlanAsync(long shardRows, CancellationToken cancellation = default);

    /// <summary>Reads a shard, batch after batch.</summary>
    /// <param name="shard">One that <see cref="PlanAsync"/> gave, here or on another machine.</param>
    /// <param name="batchRows">How many records a batch has; the last one may have fewer.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="BatchException">The shard is not there, or has changed since it was planned.</exception>
    IAsyncEnumerable<SourceRows<T>> ReadAsync(SourceShard shard, int batchRows, CancellationToken cancellation = default);

    /// <summary>
    /// Refuses a shard that has changed since it was planned, as far as that can be told without making records of its rows. It is called for
    /// shards that are finished, whose results would else be taken for those of the source as it is now.
    /// </summary>
    /// <param name="shard">One that <see cref="PlanAsync"/> gave.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="BatchException">It has changed, or is not there.</exception>
    ValueTask RequireUnchangedAsync(SourceShard shard, CancellationToken cancellation = default) => default;
}
