namespace TypedExplain.Batch.Jobs;

/// <summary>Counts what is done, and tells it.</summary>
internal sealed class ProgressSum(IProgress<JobProgress>? progress, int shards, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private int _shardsDone;
    private long _rowsDone, _refused, _bad;

    /// <summary>How many rows there are to read; null where that is not known.</summary>
    public long? Rows { get; init; }

    /// <summary>How long it has taken.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    public void AddShard()
    {
        _shardsDone++;
        Tell();
    }

    public void AddRows(long rows, long refused, long bad)
    {
        _rowsDone += rows + bad;
        _refused += refused;
        _bad += bad;
        Tell();
    }

    private void Tell() => progress?.Report(new(_shardsDone, shards, _rowsDone, Rows, _refused, _bad, Elapsed));
}
