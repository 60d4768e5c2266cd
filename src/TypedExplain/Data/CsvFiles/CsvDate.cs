using System.Globalization;
using TypedExplain.Generated;
using TypedExplain.Schema.Values;

namespace TypedExplain.Data.CsvFiles;

/// <summary>
/// Dates as the cells of a CSV file hold them: ISO 8601, with a time where there is one. A date without a time is the one that is
/// written, whatever the offset. An instant keeps its offset, and is in universal time where none follows. What a clock shows is
/// universal where "Z" follows it. It has no other offset: nobody can tell which time would be meant, the one on the clock or the
/// universal one.
/// </summary>
internal static class CsvDate
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>The digits of a second that are kept: ticks of 100 nanoseconds.</summary>
    private const int Decimals = 7;

    private static readonly string[] s_formats =
    [
        Day, "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads a date, also in units since the epoch; gives null, or the reason why the text is none that the feature may hold.</summary>
    public static string? Read<T>(string text, Feature<T> feature, out double value, out ExactTime exact)
        where T : IFeatureRecord<T>
    {
        (value, exact) = (0, default);
        TimeUnit unit = feature.DateUnit!.Value;
        bool isDay = feature.Precision == NumberPrecision.Day, isClock = feature.Precision == NumberPrecision.Clock;
        string allowed = isDay ? $"a date such as 2024-05-31, {feature.Allowed}" : $"a date such as 2024-05-31, or with a time such as 2024-05-31T14:30:00, {feature.Allowed}";
        if (string.IsNullOrWhiteSpace(text))
            return CsvWords.Missing(allowed);
        string kept = Shortened(text.Trim(), out bool isLonger);
        if (!DateTimeOffset.TryParseExact(kept, s_formats, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset time))
            return CsvWords.Must(text, allowed);
        if (isDay && (time.TimeOfDay != TimeSpan.Zero || isLonger))
            return "it must be a date without a time";
        if (isLonger)
            return "it has more digits than the 100 nanoseconds that a time keeps; leave them out";
        if (isClock && time.Offset != TimeSpan.Zero)
            return "it has an offset, which a DateTime does not keep; write the time without it, or make the property a DateTimeOffset";

        value = isDay ? Cell.FromTime(DateOnly.FromDateTime(time.DateTime), unit) : Cell.FromTime(time, unit);
        exact = new(time.Ticks, time.Offset, IsUniversal(kept) ? DateTimeKind.Utc : DateTimeKind.Unspecified);
        return feature.Limits.Contains(value) ? null : CsvWords.Must(allowed);
    }

    /// <summary>A date as it is read back, without a time where it cannot have one or a clock shows midnight.</summary>
    public static string Write<T>(ReadOnlySpan<double> columns, Feature<T> feature, ExactTime? held)
        where T : IFeatureRecord<T>
    {
        // A record that was not generated hands out no times.
        ExactTime time = held ?? new(feature.DateOf(columns[feature.Column]).Ticks);
        string clock = Text(new DateTime(time.Ticks), "yyyy-MM-ddTHH:mm:ss.FFFFFFF");
        return feature.Precision switch
        {
            NumberPrecision.Day => Text(new DateTime(time.Ticks), Day),
            NumberPrecision.Clock when time.Kind == DateTimeKind.Utc => clock + "Z",
            NumberPrecision.Clock => new DateTime(time.Ticks).TimeOfDay == TimeSpan.Zero ? clock[..Day.Length] : clock,
            _ when time.Offset == TimeSpan.Zero => clock + "Z",
            _ => clock + new DateTimeOffset(time.Ticks, time.Offset).ToString("zzz", CultureInfo.InvariantCulture),
        };
    }

    /// <summary>Whether an offset follows, be it 0.</summary>
    private static bool IsUniversal(string text) => text.EndsWith('Z') || text.LastIndexOfAny(['+', '-']) > Day.Length;

    private static string Text(DateTime time, string format) => time.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>A time without the digits that no time keeps: those of nanoseconds, which pandas writes.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isLonger">Whether they were not all 0.</param>
    private static string Shortened(string text, out bool isLonger)
    {
        int point = text.IndexOf('.');
        int digits = point < 0 ? 0 : text.AsSpan(point + 1).IndexOfAnyExceptInRange('0', '9') is >= 0 and int count ? count : text.Length - point - 1;
        isLonger = digits > Decimals && text.AsSpan(point + 1 + Decimals, digits - Decimals).ContainsAnyExcept('0');
        return digits > Decimals ? text.Remove(point + 1 + Decimals, digits - Decimals) : text;
    }
}
