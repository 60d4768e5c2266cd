namespace TypedExplain.Batch.Jobs;

/// <summary>Counts what is done, and tells it.</summary>
internal sealed class ProgressSum(IProgress<JobProgress>? progress, int shards, TimeProvider time) : IProgress<ManyProgress>
{
    private static readonly TimeSpan s_pause = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly long _start = time.GetTimestamp();
    private int _shardsDone;
    private long _rowsDone, _refused, _bad, _rowsOfBatch, _told;

    /// <summary>How many rows there are to read; null where that is not known.</summary>
    public long? Rows { get; init; }

    /// <summary>How long it has taken.</summary>
    public TimeSpan Elapsed => time.GetElapsedTime(_start);

    public void AddShard()
    {
        lock (_lock)
        {
            _shardsDone++;
            Tell();
        }
    }

    public void AddRows(long rows, long refused, long bad)
    {
        lock (_lock)
        {
            _rowsDone += rows + bad;
            _refused += refused;
            _bad += bad;
            _rowsOfBatch = 0;
            Tell();
        }
    }

    /// <summary>Takes how far the batch at hand is, which may last for hours where the model is slow; told from time to time.</summary>
    void IProgress<ManyProgress>.Report(ManyProgress value)
    {
        lock (_lock)
        {
            _rowsOfBatch = Math.Max(_rowsOfBatch, value.Done);
            if (time.GetElapsedTime(_told) >= s_pause)
                Tell();
        }
    }

    private void Tell()
    {
        _told = time.GetTimestamp();
        progress?.Report(new(_shardsDone, shards, _rowsDone + _rowsOfBatch, Rows, _refused, _bad, Elapsed));
    }
}
