using System.Globalization;

namespace TypedExplain;

public sealed partial class Feature<T>
{
    /// <summary>The value that an encoded row holds for this feature, as a person writes it; "missing" where it holds none.</summary>
    /// <param name="columns">An encoded row of the record.</param>
    public string Format(ReadOnlySpan<double> columns) => Kind switch
    {
        _ when !IsPresent(columns) => "missing",
        FeatureKind.Flag or FeatureKind.Missing => Cell.ToBoolean(columns[Column]) ? "true" : "false",
        FeatureKind.Category => Categories[CategoryIn(columns)],
        _ => FormatNumber(columns[Column]),
    };

    /// <summary>A number of this feature, or the last rank that is not above it, as a person writes it.</summary>
    internal string FormatNumber(double value) => Kind switch
    {
        FeatureKind.Ordinal => Categories[Cell.ToInt32(Math.Floor(value))],
        _ when DateUnit is { } unit => Date(Cell.ToDateTime(value, unit)),
        _ => value.ToString("G6", CultureInfo.InvariantCulture) + (Unit is null ? "" : " " + Unit),
    };

    /// <summary>What the feature may hold, in words.</summary>
    internal string Allowed => Kind switch
    {
        FeatureKind.Flag or FeatureKind.Missing => "true or false",
        FeatureKind.Category or FeatureKind.Ordinal => string.Join(", ", Categories),
        FeatureKind.Whole => "a whole number, " + Limits,
        _ when DateUnit is { } unit => $"{Date(Cell.ToDateTime(Limits.Minimum, unit))} to {Date(Cell.ToDateTime(Limits.Maximum, unit))}",
        _ => Limits.ToString(),
    };

    /// <summary>What an effect of the feature is measured per, or against, in words.</summary>
    internal string EffectUnit => this switch
    {
        { IsNumeric: false } => "against another",
        { Scale: FeatureScale.Log } => "/ doubling",
        { Kind: FeatureKind.Ordinal } => "/ rank",
        { Unit: { } unit } => "/ " + unit,
        _ => "/ unit",
    };

    private static string Date(DateTime time) =>
        time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
