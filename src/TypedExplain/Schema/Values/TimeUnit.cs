namespace TypedExplain;

/// <summary>What one unit of a date's or a duration's column is.</summary>
public enum TimeUnit
{
    /// <summary>A second; an effect is per second.</summary>
    Seconds,

    /// <summary>A minute; an effect is per minute.</summary>
    Minutes,

    /// <summary>An hour; an effect is per hour.</summary>
    Hours,

    /// <summary>A day of 24 hours.</summary>
    Days,

    /// <summary>Seven days.</summary>
    Weeks,

    /// <summary>The mean year of the calendar, 365.2425 days.</summary>
    Years,
}
