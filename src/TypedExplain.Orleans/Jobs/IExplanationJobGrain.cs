namespace TypedExplain.Orleans;

/// <summary>
/// A job over a table, worked on by all silos. Its key is the name by which the silos registered it. A shard's work is done at least once,
/// and its output is there once, since whoever does it writes the same bytes.
/// </summary>
/// <remarks>The last five methods are for workers, which every silo has; others have no need of them.</remarks>
[Alias("TypedExplain.IExplanationJobGrain")]
public interface IExplanationJobGrain : IGrainWithStringKey
{
    /// <summary>
    /// Starts the job, and returns before it is planned. One that runs stays as it is; one that failed or was canceled goes on with what is
    /// not finished; one that is done is looked at again, since its files or its source may be others by now.
    /// </summary>
    /// <exception cref="ExplanationGrainException">No job of this name is registered on the silo, or an option of it is outside what it may be.</exception>
    [Alias("Start")]
    Task<ExplanationJobStatus> StartAsync();

    /// <summary>Tells how far it is.</summary>
    /// <exception cref="ExplanationGrainException">No job of this name is registered on the silo.</exception>
    [Alias("Status")]
    Task<ExplanationJobStatus> StatusAsync();

    /// <summary>Ends the job early: workers give up what they have at hand, finished shards are kept.</summary>
    /// <exception cref="ExplanationGrainException">No job of this name is registered on the silo.</exception>
    [Alias("Cancel")]
    Task<ExplanationJobStatus> CancelAsync();

    /// <summary>Tells how far it is now and after each change, until it has ended. When the grain's silo is killed the stream breaks off; watch again.</summary>
    /// <param name="cancellation">Ends the watching, and not the job.</param>
    [Alias("Watch")]
    IAsyncEnumerable<ExplanationJobStatus> WatchAsync(CancellationToken cancellation = default);

    /// <summary>Hands out a shard.</summary>
    /// <param name="worker">Who asks: a name that no other worker has.</param>
    /// <returns>The shard; null where none waits.</returns>
    [Alias("Lease")]
    Task<ShardLease?> LeaseAsync(string worker);

    /// <summary>Tells that a worker is at work.</summary>
    /// <param name="worker">Who tells it.</param>
    /// <param name="shard">Position of the shard.</param>
    /// <param name="progress">How far it is.</param>
    /// <returns>Whether the shard is still this worker's; if not, it gives it up.</returns>
    [Alias("Heartbeat")]
    Task<bool> HeartbeatAsync(string worker, int shard, ShardNumbers progress);

    /// <summary>Tells that a shard is finished. It counts whoever finished it, since the bytes are the same.</summary>
    /// <param name="worker">Who tells it.</param>
    /// <param name="shard">Position of the shard.</param>
    /// <param name="numbers">What its manifest says.</param>
    [Alias("Finish")]
    Task FinishAsync(string worker, int shard, ShardNumbers numbers);

    /// <summary>Tells that a shard failed.</summary>
    /// <param name="worker">Who tells it.</param>
    /// <param name="shard">Position of the shard.</param>
    /// <param name="message">Why.</param>
    /// <param name="isWorthTryingAgain">Whether it may succeed later without a change; if not, it is given up.</param>
    [Alias("Fail")]
    Task FailAsync(string worker, int shard, string message, bool isWorthTryingAgain);

    /// <summary>Gives a shard back, as a silo does that is told to stop; it does not count as a try.</summary>
    /// <param name="worker">Who gives it back.</param>
    /// <param name="shard">Position of the shard.</param>
    [Alias("Release")]
    Task ReleaseAsync(string worker, int shard);
}
