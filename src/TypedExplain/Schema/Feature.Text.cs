using System.Globalization;
using TypedExplain.Errors;
using TypedExplain.Generated;
using TypedExplain.Schema.Values;

namespace TypedExplain;

public sealed partial class Feature<T>
{
    /// <summary>The value that an encoded row holds for this feature, as a person writes it; "missing" where it holds none.</summary>
    /// <param name="columns">An encoded row of the record.</param>
    public string Format(ReadOnlySpan<double> columns) => Format(columns, CultureInfo.InvariantCulture);

    /// <summary>The same, with numbers as a culture writes them.</summary>
    /// <param name="columns">An encoded row of the record.</param>
    /// <param name="provider">The culture.</param>
    public string Format(ReadOnlySpan<double> columns, IFormatProvider provider) => Kind switch
    {
        _ when !IsPresent(columns) => "missing",
        FeatureKind.Flag or FeatureKind.Missing => Cell.ToBoolean(columns[Column]) ? "true" : "false",
        FeatureKind.Category => VisibleText.Name(CategoryDisplayNames[CategoryIn(columns)]),
        _ => FormatNumber(columns[Column], provider),
    };

    /// <summary>A number of this feature, or the last rank that is not above it, as a person writes it.</summary>
    internal string FormatNumber(double value, IFormatProvider? provider = null) => Kind switch
    {
        FeatureKind.Ordinal => VisibleText.Name(CategoryDisplayNames[Cell.ToInt32(Math.Floor(value))]),
        _ when DateUnit is not null => Date(DateOf(value), "yyyy-MM-dd HH:mm:ss"),
        _ => NumberText.Value(value, provider ?? CultureInfo.InvariantCulture) + (Unit is null ? "" : " " + Unit),
    };

    /// <summary>Two numbers of this feature as the ends of a range, with their unit once.</summary>
    internal string FormatRange(double lower, double upper, IFormatProvider provider) =>
        $"{(DateUnit is not null || Kind == FeatureKind.Ordinal || Unit is null ? FormatNumber(lower, provider) : NumberText.Value(lower, provider))} to {FormatNumber(upper, provider)}";

    /// <summary>The name of the category or rank that an encoded row holds, as code writes it.</summary>
    internal string NameIn(ReadOnlySpan<double> columns) =>
        Categories[Kind == FeatureKind.Category ? CategoryIn(columns) : Cell.ToInt32(Math.Floor(columns[Column]))];

    /// <summary>
    /// What a reader calls the feature with the value that a row holds: a flag by its name or the opposite of it, so that nobody
    /// reads "earlier default" of who had none.
    /// </summary>
    internal string Titled(ReadOnlySpan<double> columns) =>
        Kind is not (FeatureKind.Flag or FeatureKind.Missing) || !IsPresent(columns) || Cell.ToBoolean(columns[Column]) ? DisplayName
        : Kind == FeatureKind.Flag && _displayName is null ? "not " + Name
        : Opposite(DisplayName);

    /// <summary>What the feature may hold, in words.</summary>
    internal string Allowed => Kind switch
    {
        FeatureKind.Flag or FeatureKind.Missing => "true or false",
        FeatureKind.Category or FeatureKind.Ordinal => NameList.Names(Categories),
        FeatureKind.Whole => "a whole number, " + Limits,
        _ when DateUnit is not null => $"{Date(Limits.Minimum)} to {Date(Limits.Maximum)}",
        _ => Limits.ToString(),
    };

    /// <summary>What an effect of the feature is measured per, or against, in words.</summary>
    internal string EffectUnit => this switch
    {
        { Kind: FeatureKind.Flag or FeatureKind.Missing } => "against the opposite",
        { IsNumeric: false } => "against another",
        { Scale: FeatureScale.Log } => "/ doubling",
        { Kind: FeatureKind.Ordinal } => "/ rank",
        { Unit: { } unit } => "/ " + unit,
        _ => "/ unit",
    };

    /// <summary>The words for a flag that is not set.</summary>
    private static string Opposite(string name)
    {
        foreach ((string word, string opposite) in (ReadOnlySpan<(string, string)>)[("is ", "is not "), ("was ", "was not "), ("has ", "has no "), ("can ", "cannot ")])
        {
            if (name.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                return name[0] + opposite[1..] + name[word.Length..];
        }

        return name.EndsWith(" is missing", StringComparison.Ordinal) ? name[..^"missing".Length] + "not missing" : "no " + name;
    }

    /// <summary>The date that a number of units since the epoch stands for.</summary>
    internal DateTime DateOf(double value)
    {
        TimeUnit unit = DateUnit!.Value;
        DateTime time = Cell.ToDateTime(value, unit);
        if (Precision != NumberPrecision.Day)
            return time;

        // A date without a time may lie where no column counts microseconds.
        DateTime day = Cell.ToDateOnly(value, unit).ToDateTime(TimeOnly.MinValue);
        return Math.Abs((time - day).TotalDays) > 1 ? day : time;
    }

    /// <summary>An end of the limits, to the microsecond.</summary>
    private string Date(double value) => Date(DateOf(value), "yyyy-MM-dd HH:mm:ss.FFFFFF");

    private static string Date(DateTime time, string withTime) =>
        time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : withTime, CultureInfo.InvariantCulture);
}
