using System.Globalization;

namespace TypedExplain;

/// <summary>Dates as the cells of a CSV file hold them: ISO 8601, with a time where there is one, in universal time unless an offset follows.</summary>
internal static class CsvDate
{
    private static readonly string[] s_formats =
    [
        "yyyy-MM-dd", "yyyy-MM-ddTHH:mmK", "yyyy-MM-dd HH:mmK", "yyyy-MM-ddTHH:mm:ss.FFFFFFFK", "yyyy-MM-dd HH:mm:ss.FFFFFFFK",
    ];

    /// <summary>Reads a date in units since the epoch; gives null, or the reason why the text is none.</summary>
    public static string? Read(string text, TimeUnit unit, string allowed, out double value)
    {
        const DateTimeStyles Universal = DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal | DateTimeStyles.AllowLeadingWhite | DateTimeStyles.AllowTrailingWhite;
        bool isDate = DateTime.TryParseExact(text, s_formats, CultureInfo.InvariantCulture, Universal, out DateTime time);
        value = isDate ? Cell.FromTime(time, unit) : 0;
        allowed = $"a date such as 2024-05-31, or with a time such as 2024-05-31T14:30:00, {allowed}";
        return isDate ? null : string.IsNullOrWhiteSpace(text) ? CsvWords.Missing(allowed) : CsvWords.Must(allowed);
    }

    /// <summary>A date to the microsecond, without a time where that is midnight.</summary>
    public static string Write(double value, TimeUnit unit)
    {
        DateTime time = Cell.ToDateTime(value, unit);
        return time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm:ss.FFFFFF", CultureInfo.InvariantCulture);
    }
}
