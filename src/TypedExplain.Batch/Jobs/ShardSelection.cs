using System.Globalization;
using TypedExplain.Errors;

namespace TypedExplain.Batch;

/// <summary>Which shards of a job a worker does: every n-th one, so that n workers together do all of them.</summary>
public readonly record struct ShardSelection
{
    private readonly int _workers;

    /// <summary>The shards of a worker.</summary>
    /// <param name="worker">Which worker it is, from 0.</param>
    /// <param name="workers">How many there are; at least 1.</param>
    /// <exception cref="InvalidOptionException">There is no such worker.</exception>
    public ShardSelection([OptionRange(AtLeast = 0)] int worker, [OptionRange(AtLeast = 1)] int workers)
    {
        if (workers < 1)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"workers is {workers}; it must be at least 1."));
        if (worker < 0 || worker >= workers)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"worker is {worker}; of {workers} {Noun.Of(workers, "worker")} it must be 0 to {workers - 1}."));
        (Worker, _workers) = (worker, workers);
    }

    /// <summary>All shards.</summary>
    public static ShardSelection All => default;

    /// <summary>Which worker it is, from 0.</summary>
    public int Worker { get; }

    /// <summary>How many workers there are.</summary>
    public int Workers => Math.Max(1, _workers);

    /// <summary>The positions of the shards.</summary>
    internal IEnumerable<int> Of(int shards)
    {
        for (int shard = Worker; shard < shards; shard += Workers)
            yield return shard;
    }

    /// <summary>The worker of how many, such as "3/16".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Worker}/{Workers}");
}
