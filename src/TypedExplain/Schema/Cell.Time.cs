namespace TypedExplain.Generated;

// Times become numbers in two steps: whole microseconds (whole days for a date), then those by the unit. The way back
// rounds to the same whole steps, so that no time that is one is changed.
public static partial class Cell
{
    private const long MicrosecondsPerDay = 86_400_000_000;

    /// <summary>The instant from which dates are counted: the start of the year 2000.</summary>
    public static DateTime Epoch { get; } = new(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private static readonly DateOnly s_epochDay = new(2000, 1, 1);

    /// <summary>A date in units since the epoch.</summary>
    /// <param name="value">The date.</param>
    /// <param name="unit">The unit.</param>
    public static double FromTime(DateOnly value, TimeUnit unit) =>
        Number(value.DayNumber - s_epochDay.DayNumber, MicrosecondsPerDay, unit);

    /// <summary>A date and time in units since the epoch.</summary>
    /// <param name="value">The date and time.</param>
    /// <param name="unit">The unit.</param>
    public static double FromTime(DateTime value, TimeUnit unit) => Number(Microseconds(value.Ticks - Epoch.Ticks), 1, unit);

    /// <summary>An instant in units since the epoch.</summary>
    /// <param name="value">The instant.</param>
    /// <param name="unit">The unit.</param>
    public static double FromTime(DateTimeOffset value, TimeUnit unit) => Number(Microseconds(value.UtcTicks - Epoch.Ticks), 1, unit);

    /// <summary>A duration in units.</summary>
    /// <param name="value">The duration.</param>
    /// <param name="unit">The unit.</param>
    public static double FromTime(TimeSpan value, TimeUnit unit) => Number(Microseconds(value.Ticks), 1, unit);

    /// <summary>The date that a number of units since the epoch falls on.</summary>
    /// <param name="value">A number within the limits of the feature.</param>
    /// <param name="unit">The unit.</param>
    public static DateOnly ToDateOnly(double value, TimeUnit unit) =>
        DateOnly.FromDayNumber((int)Math.Clamp(Steps(value, MicrosecondsPerDay, unit) + s_epochDay.DayNumber, 0, DateOnly.MaxValue.DayNumber));

    /// <summary>The date and time at a number of units since the epoch.</summary>
    /// <param name="value">A number within the limits of the feature.</param>
    /// <param name="unit">The unit.</param>
    public static DateTime ToDateTime(double value, TimeUnit unit) => new(Epoch.Ticks + Ticks(value, unit));

    /// <summary>The instant at a number of units since the epoch, in universal time.</summary>
    /// <param name="value">A number within the limits of the feature.</param>
    /// <param name="unit">The unit.</param>
    public static DateTimeOffset ToDateTimeOffset(double value, TimeUnit unit) => new(Epoch.Ticks + Ticks(value, unit), TimeSpan.Zero);

    /// <summary>The duration of a number of units.</summary>
    /// <param name="value">A number within the limits of the feature.</param>
    /// <param name="unit">The unit.</param>
    public static TimeSpan ToTimeSpan(double value, TimeUnit unit) => new(Ticks(value, unit));

    /// <summary>The date and time at a number of units since the epoch, of another one's kind; the other one itself where that is its number.</summary>
    /// <param name="value">A number within the limits of the feature.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="like">The other date and time, or null.</param>
    public static DateTime ToDateTime(double value, TimeUnit unit, DateTime? like) =>
        like is not { } other ? ToDateTime(value, unit)
        : FromTime(other, unit) == value ? other
        : DateTime.SpecifyKind(ToDateTime(value, unit), other.Kind);

    /// <summary>The instant at a number of units since the epoch, by another one's clock; the other one itself where that is its number.</summary>
    /// <param name="value">A number within the limits of the feature.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="like">The other instant, or null.</param>
    public static DateTimeOffset ToDateTimeOffset(double value, TimeUnit unit, DateTimeOffset? like) =>
        like is not { } other ? ToDateTimeOffset(value, unit)
        : FromTime(other, unit) == value ? other
        : ToDateTimeOffset(value, unit).ToOffset(other.Offset);

    /// <summary>The duration of a number of units; another one itself where that is its number.</summary>
    /// <param name="value">A number within the limits of the feature.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="like">The other duration, or null.</param>
    public static TimeSpan ToTimeSpan(double value, TimeUnit unit, TimeSpan? like) =>
        like is { } other && FromTime(other, unit) == value ? other : ToTimeSpan(value, unit);

    /// <summary>The nearest number of units that is a whole number of days, or of microseconds.</summary>
    internal static double NearestTime(double value, bool wholeDays, TimeUnit unit)
    {
        long step = wholeDays ? MicrosecondsPerDay : 1;
        return Number(Steps(value, step, unit), step, unit);
    }

    /// <summary>How many ticks of 100 nanoseconds a unit has.</summary>
    internal static long TicksOf(TimeUnit unit) => 10 * (long)MicrosecondsOf(unit);

    private static double Number(double steps, double stepMicroseconds, TimeUnit unit) => steps * stepMicroseconds / MicrosecondsOf(unit);

    private static double Steps(double value, double stepMicroseconds, TimeUnit unit) =>
        Math.Round(value * MicrosecondsOf(unit) / stepMicroseconds, MidpointRounding.ToEven);

    private static long Microseconds(long ticks) => (long)Math.Round(ticks / 10m, MidpointRounding.ToEven);

    private static long Ticks(double value, TimeUnit unit) => 10 * (long)Math.Clamp(Steps(value, 1, unit), -LargestInteger, LargestInteger);

    private static double MicrosecondsOf(TimeUnit unit) => unit switch
    {
        TimeUnit.Seconds => 1_000_000,
        TimeUnit.Minutes => 60_000_000,
        TimeUnit.Hours => 3_600_000_000,
        TimeUnit.Weeks => 7.0 * MicrosecondsPerDay,
        TimeUnit.Years => 365.2425 * MicrosecondsPerDay,
        _ => MicrosecondsPerDay,
    };
}
