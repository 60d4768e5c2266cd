using System.Diagnostics;

namespace TypedExplain.Explanations.Many;

/// <summary>Counts what is done, from several threads, and tells whoever wants to know.</summary>
internal sealed class ProgressCount(IProgress<ManyProgress>? progress, long? total)
{
    private readonly Lock _lock = new();
    private readonly long _started = Stopwatch.GetTimestamp();
    private long _done;
    private long _failed;
    private long _queries;

    /// <summary>One more is done. Reports come one at a time and in order.</summary>
    /// <param name="isFailed">Whether it failed.</param>
    /// <param name="queries">How many rows the model was asked about for it.</param>
    public void Add(bool isFailed, long queries)
    {
        if (progress is null)
            return;
        lock (_lock)
        {
            _done++;
            _failed += isFailed ? 1 : 0;
            _queries += queries;
            progress.Report(new(_done, _failed, total, _queries, Stopwatch.GetElapsedTime(_started)));
        }
    }
}
