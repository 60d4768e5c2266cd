namespace TypedExplain.Orleans.Jobs;

/// <summary>A job of a silo, whatever its record is.</summary>
internal interface IRegisteredJob
{
    /// <summary>Its name.</summary>
    string Name { get; }

    /// <summary>How its shards are handed out.</summary>
    ExplanationJobOptions Options { get; }

    /// <summary>Plans it and looks which shards are finished.</summary>
    Task<PlannedJob> PlanAsync(CancellationToken cancellation);

    /// <summary>Why a shard that was said to be finished does not seem so from here; null where it does.</summary>
    Task<string?> MissingAsync(int shard, CancellationToken cancellation);

    /// <summary>Does a shard, if it is not finished.</summary>
    /// <param name="lease">The shard, and which job it must be of.</param>
    /// <param name="progress">Told how far it is, after each batch.</param>
    /// <param name="cancellation">Ends the work early.</param>
    Task<ShardNumbers> RunShardAsync(ShardLease lease, IProgress<ShardNumbers> progress, CancellationToken cancellation);
}
