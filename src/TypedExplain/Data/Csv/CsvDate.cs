using System.Globalization;

namespace TypedExplain;

/// <summary>
/// Dates as the cells of a CSV file hold them: ISO 8601, with a time where there is one. A date without a time is the one that is
/// written, whatever the offset. An instant is in universal time unless an offset follows, and is read as universal time. What a
/// clock shows has no offset: which of the two times would be meant, the one on the clock or that in universal time, nobody can tell.
/// </summary>
internal static class CsvDate
{
    private static readonly string[] s_formats =
    [
        "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads a date in units since the epoch; gives null, or the reason why the text is none that the feature may hold.</summary>
    public static string? Read<T>(string text, Feature<T> feature, out double value)
        where T : IFeatureRecord<T>
    {
        value = 0;
        TimeUnit unit = feature.DateUnit!.Value;
        bool isDay = feature.Precision == NumberPrecision.Day, isClock = feature.Precision == NumberPrecision.Clock;
        string allowed = isDay ? $"a date such as 2024-05-31, {feature.Allowed}" : $"a date such as 2024-05-31, or with a time such as 2024-05-31T14:30:00, {feature.Allowed}";
        if (string.IsNullOrWhiteSpace(text))
            return CsvWords.Missing(allowed);
        if (!DateTimeOffset.TryParseExact(text.Trim(), s_formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
            return CsvWords.Must(text, allowed);
        if (isDay && time.TimeOfDay != TimeSpan.Zero)
            return "it must be a date without a time";
        if (isClock && time.Offset != TimeSpan.Zero)
            return "it has an offset, which a DateTime does not keep; write the time without it, or make the property a DateTimeOffset";

        value = isDay ? Cell.FromTime(DateOnly.FromDateTime(time.DateTime), unit) : Cell.FromTime(time, unit);
        return !feature.Limits.Contains(value) ? CsvWords.Must(allowed)
            : !isDay && feature.DateOf(value).Ticks != time.UtcTicks ? "it has more digits than the microseconds that a column keeps; leave them out"
            : null;
    }

    /// <summary>A date to the microsecond, without a time where that is midnight.</summary>
    public static string Write(DateTime time) =>
        time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);
}
