using System.Diagnostics;

namespace TypedExplain.Tasks;

/// <summary>The time inside the black box, of all threads.</summary>
public sealed class Clock
{
    private long _ticks;
    private long _rows;

    public double Seconds => (double)_ticks / Stopwatch.Frequency;

    public long Rows => _rows;

    public void Add(long ticks, int rows)
    {
        Interlocked.Add(ref _ticks, ticks);
        Interlocked.Add(ref _rows, rows);
    }

    public void Reset() => (_ticks, _rows) = (0, 0);
}
