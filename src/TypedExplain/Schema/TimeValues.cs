using System.ComponentModel;
using TypedExplain.Schema.Values;

namespace TypedExplain.Generated;

/// <summary>
/// For generated code: the times of one record to the tick, by the positions of their features. A column keeps neither an
/// offset, nor a kind, nor ticks below a microsecond; the cell of a file does.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TimeValues
{
    private readonly ExactTime?[] _times;
    private readonly int _first;

    internal TimeValues(int features)
        : this(new ExactTime?[features], 0)
    {
    }

    private TimeValues(ExactTime?[] times, int first) => (_times, _first) = (times, first);

    /// <summary>The time of a feature; null where none was set.</summary>
    internal ExactTime? this[int feature]
    {
        get => _times[_first + feature];
        set => _times[_first + feature] = value;
    }

    /// <summary>Forgets all times.</summary>
    internal void Clear() => Array.Clear(_times);

    /// <summary>Takes a date and time.</summary>
    /// <param name="feature">The position of its feature.</param>
    /// <param name="value">The date and time; null where it is missing.</param>
    public void Set(int feature, DateTime? value) => this[feature] = value is { } time ? new(time.Ticks, Kind: time.Kind) : null;

    /// <summary>Takes an instant.</summary>
    /// <param name="feature">The position of its feature.</param>
    /// <param name="value">The instant; null where it is missing.</param>
    public void Set(int feature, DateTimeOffset? value) => this[feature] = value is { } time ? new(time.Ticks, time.Offset) : null;

    /// <summary>Takes a duration.</summary>
    /// <param name="feature">The position of its feature.</param>
    /// <param name="value">The duration; null where it is missing.</param>
    public void Set(int feature, TimeSpan? value) => this[feature] = value is { } time ? new(time.Ticks) : null;

    /// <summary>The moment that a feature holds, with its kind.</summary>
    /// <param name="feature">The position of its feature.</param>
    public DateTime ToDateTime(int feature) => new(Held(feature).Ticks, Held(feature).Kind);

    /// <summary>An instant.</summary>
    /// <param name="feature">The position of its feature.</param>
    public DateTimeOffset ToDateTimeOffset(int feature) => new(Held(feature).Ticks, Held(feature).Offset);

    /// <summary>A duration.</summary>
    /// <param name="feature">The position of its feature.</param>
    public TimeSpan ToTimeSpan(int feature) => new(Held(feature).Ticks);

    /// <summary>The times of a record inside this one.</summary>
    /// <param name="first">The position of its first feature.</param>
    public TimeValues Inside(int first) => new(_times, _first + first);

    private ExactTime Held(int feature) => this[feature] ?? throw new InvalidOperationException($"Feature {_first + feature} has no time.");
}
