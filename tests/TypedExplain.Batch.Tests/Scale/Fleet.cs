namespace TypedExplain.Batch.Tests.Scale;

/// <summary>A job on many machines, on paper.</summary>
/// <param name="Rows">How many rows there are.</param>
/// <param name="RowsPerSecond">How many of them a worker does in a second.</param>
/// <param name="Workers">How many workers there are.</param>
/// <param name="ShardRows">How many rows a shard has.</param>
internal sealed record Fleet(double Rows, double RowsPerSecond, int Workers, double ShardRows)
{
    /// <summary>Seconds between two deaths of a worker, in the mean.</summary>
    public double SecondsBetweenDeaths { get; init; } = double.PositiveInfinity;

    /// <summary>Seconds from a death to the next worker's first row.</summary>
    public double SecondsToRestart { get; init; } = 30;

    /// <summary>Bytes a row takes, read and written.</summary>
    public double BytesPerRow { get; init; }

    /// <summary>Bytes a second that the shared disk gives and takes, for all workers together.</summary>
    public double BytesPerSecond { get; init; } = double.PositiveInfinity;

    /// <summary>Rows a second that the model may be asked about, by all workers together.</summary>
    public double QueriesPerSecond { get; init; } = double.PositiveInfinity;

    /// <summary>Rows that the model is asked about for each row.</summary>
    public double QueriesPerRow { get; init; }

    public int Shards => (int)Math.Ceiling(Rows / ShardRows);

    /// <summary>Seconds a worker takes for a shard if nothing else holds it up.</summary>
    public double ShardSeconds => ShardRows / RowsPerSecond;

    /// <summary>
    /// Seconds for all: the shards of the busiest worker, each with what deaths cost in the mean, (exp(s/M) - 1)(M + R) for a shard of s seconds
    /// that begins anew after each, or what the disk or the model takes for all rows, whichever is longest.
    /// </summary>
    public double Seconds => Math.Max(Busiest, Math.Max(DiskSeconds, ModelSeconds));

    public double DiskSeconds => Rows * BytesPerRow / BytesPerSecond;

    public double ModelSeconds => Rows * QueriesPerRow / QueriesPerSecond;

    /// <summary>What holds all of it up.</summary>
    public string Bottleneck => Seconds == Busiest ? "the cores" : Seconds == DiskSeconds ? "the disk" : "the model's budget";

    private double Busiest => Math.Ceiling((double)Shards / Workers) * (double.IsInfinity(SecondsBetweenDeaths)
        ? ShardSeconds
        : (Math.Exp(ShardSeconds / SecondsBetweenDeaths) - 1) * (SecondsBetweenDeaths + SecondsToRestart));
}
