using System.Diagnostics.Metrics;
using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Telemetry;

namespace TypedExplain;

/// <summary>
/// What may be asked of a model that costs something, in all: a ceiling that holds across every explanation and thread that
/// shares the budget. What a request needs is reserved before it is sent, so the ceiling is never passed.
/// </summary>
public sealed class QueryBudget
{
    private const int MillisecondsPerSecond = 1000;

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private long _calls;
    private long _rows;
    private double _secondsReserved;
    private long _start = -1;

    /// <summary>A budget without ceilings.</summary>
    public QueryBudget()
        : this(TimeProvider.System)
    {
    }

    internal QueryBudget(TimeProvider time) => _time = time;

    /// <summary>What it is called in telemetry, which tells of a budget with a name how much is left; null to tell nothing.</summary>
    public string? Name { get; init; }

    /// <summary>The most requests, repetitions included; at least 0.</summary>
    [OptionRange(AtLeast = 0)]
    public long MaxCalls { get; init; } = long.MaxValue;

    /// <summary>The most rows in all requests, repetitions included; at least 0.</summary>
    [OptionRange(AtLeast = 0)]
    public long MaxRows { get; init; } = long.MaxValue;

    /// <summary>The most rows per second, above 0; a request waits until those before it have had their time.</summary>
    [OptionRange(Above = 0)]
    public double RowsPerSecond { get; init; } = double.PositiveInfinity;

    /// <summary>Requests reserved so far.</summary>
    public long Calls => Interlocked.Read(ref _calls);

    /// <summary>Rows reserved so far.</summary>
    public long Rows => Interlocked.Read(ref _rows);

    /// <summary>Reserves one request, and gives how long it must wait to keep to the rate.</summary>
    /// <exception cref="BudgetExhaustedException">It would pass a ceiling; nothing was reserved.</exception>
    internal TimeSpan Reserve(int rows)
    {
        if (MaxCalls < 0 || MaxRows < 0 || !(RowsPerSecond > 0))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"A QueryBudget has MaxCalls {MaxCalls}, MaxRows {MaxRows} and RowsPerSecond {RowsPerSecond}; the first two must be at least 0 and the last above 0."));
        lock (_lock)
        {
            if (_calls >= MaxCalls)
                throw new BudgetExhaustedException(string.Create(CultureInfo.InvariantCulture, $"{Noun.Of(MaxCalls, "The", "All")} {MaxCalls} {Noun.Of(MaxCalls, "call")} of the budget {Noun.Of(MaxCalls, "is", "are")} used up, by {_rows} {Noun.Of(_rows, "row")}; {rows} more {Noun.Of(rows, "row was", "rows were")} to be scored."));
            if (rows > MaxRows - _rows)
                throw new BudgetExhaustedException(string.Create(CultureInfo.InvariantCulture, $"{_rows} of the budget's {MaxRows} rows are used up, and {rows} more {Noun.Of(rows, "was", "were")} to be scored."));
            Interlocked.Increment(ref _calls);
            Interlocked.Add(ref _rows, rows);
            Tell(Instruments.BudgetCalls, MaxCalls, _calls);
            Tell(Instruments.BudgetRows, MaxRows, _rows);
            return double.IsFinite(RowsPerSecond) ? Wait(rows) : TimeSpan.Zero;
        }
    }

    private void Tell(Gauge<long> gauge, long most, long used)
    {
        if (Name is not null && most < long.MaxValue && gauge.Enabled)
            gauge.Record(most - used, new KeyValuePair<string, object?>(TypedExplainTelemetry.BudgetNameTag, Name));
    }

    private TimeSpan Wait(int rows)
    {
        if (_start < 0)
            _start = _time.GetTimestamp();
        double now = _time.GetElapsedTime(_start).TotalSeconds;

        // Time that went by unused is lost, so that no burst follows it.
        double begin = Math.Max(now, _secondsReserved);
        _secondsReserved = begin + (rows / RowsPerSecond);
        return TimeSpan.FromMilliseconds(Math.Min((begin - now) * MillisecondsPerSecond, int.MaxValue));
    }
}
