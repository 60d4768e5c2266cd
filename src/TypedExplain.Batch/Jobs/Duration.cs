using System.Globalization;

namespace TypedExplain.Batch.Jobs;

/// <summary>How long something takes, as a person reads it.</summary>
internal static class Duration
{
    private const int FewSeconds = 100;

    /// <summary>Seconds where there are few, else minutes, hours or days with the next smaller unit.</summary>
    public static string Of(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => "less than a second",
        { TotalSeconds: < FewSeconds } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes} min {time.Seconds} s"),
        { TotalDays: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalHours} h {time.Minutes} min"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalDays} d {time.Hours} h"),
    };
}
