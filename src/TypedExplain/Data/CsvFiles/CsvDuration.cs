using System.Globalization;
using TypedExplain.Generated;
using TypedExplain.Schema.Values;

namespace TypedExplain.Data.CsvFiles;

/// <summary>
/// Durations as the cells of a CSV file hold them: numbers of the feature's unit. A <see cref="TimeSpan"/> keeps whole ticks of 100
/// nanoseconds, and so a number that such a duration could have been written as: as a double, or rounded to any number of digits.
/// </summary>
internal static class CsvDuration
{
    /// <summary>How far two doubles that are neighbors lie apart, as a part of them.</summary>
    private const decimal Rounding = 2.3e-16m;

    /// <summary>Takes the duration that a cell states; gives null, or what would be lost.</summary>
    /// <param name="number">The cell without blanks, which was read as a number within the limits of a duration.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="duration">The nearest duration.</param>
    public static string? Read(string number, TimeUnit unit, out ExactTime duration)
    {
        decimal written = decimal.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture) * Cell.TicksOf(unit);
        long ticks = (long)Math.Round(written, MidpointRounding.ToEven);
        duration = new(ticks);
        CsvDigits digits = CsvDigits.Of(number);
        return (ticks != 0 || digits.IsZero) && (Math.Abs(written - ticks) <= Rounding * Math.Abs(ticks) || digits.IsRounded(Number(ticks, unit)))
            ? null
            : $"it is not a whole number of ticks of 100 nanoseconds, which is what a TimeSpan keeps; round it, or make the property a double";
    }

    /// <summary>The shortest of some texts that are read back as the same duration.</summary>
    public static string Write(long ticks, TimeUnit unit)
    {
        string text = CsvNumber.Write(Number(ticks, unit));
        return Read(text, unit, out ExactTime read) is null && read.Ticks == ticks
            ? text
            : ((decimal)ticks / Cell.TicksOf(unit)).ToString(CultureInfo.InvariantCulture);
    }

    private static double Number(long ticks, TimeUnit unit) => (double)ticks / Cell.TicksOf(unit);
}
