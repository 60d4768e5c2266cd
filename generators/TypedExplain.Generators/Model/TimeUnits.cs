using TypedExplain.Schema.Values;

namespace TypedExplain.Generators.Model;

/// <summary>The units of time, in the order of the runtime's <c>TimeUnit</c>; a test keeps them equal.</summary>
internal static class TimeUnits
{
    private const double Day = 86_400_000_000;

    private static readonly string[] Members = ["Seconds", "Minutes", "Hours", "Days", "Weeks", "Years"];

    private static readonly string[][] Signs =
    [
        ["seconds", "second", "secs", "sec", "s"], ["minutes", "minute", "mins", "min"], ["hours", "hour", "hrs", "hr", "h"], ["days", "day", "d"], ["weeks", "week", "wk"], ["years", "year", "yrs", "yr", "a"],
    ];

    private static readonly double[] Microseconds = [1_000_000, 60_000_000, 3_600_000_000, Day, 7 * Day, 365.2425 * Day];

    public const int Days = 3;

    public static int Count => Members.Length;

    /// <summary>The names of the enum's members.</summary>
    public static IReadOnlyList<string> All => Members;

    /// <summary>The unit that a word or a sign stands for, or null.</summary>
    public static int? Find(string word)
    {
        string text = word.Trim().ToLowerInvariant();
        int unit = Array.FindIndex(Signs, signs => signs.Contains(text));
        return unit < 0 ? null : unit;
    }

    /// <summary>The name of the enum's member.</summary>
    public static string Member(int unit) => Members[unit];

    /// <summary>The unit as a reader writes it after a number.</summary>
    public static string Word(int unit) => Members[unit].ToLowerInvariant();

    /// <summary>What a column of this unit carries: the dates of the calendar, or microseconds that a double counts.</summary>
    public static NumberRange Limits(FeatureType type, int unit) => type == FeatureType.DateOnly
        ? new(-730119 * Day / Microseconds[unit], 2921939 * Day / Microseconds[unit])
        : new(-RuntimeLimits.LargestInteger / Microseconds[unit], RuntimeLimits.LargestInteger / Microseconds[unit]);
}
