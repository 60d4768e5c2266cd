using System.Collections.Immutable;
using System.ComponentModel;
using System.Globalization;

namespace TypedExplain;

/// <summary>One feature of a record: its name, what it may hold and which columns of an encoded row it fills.</summary>
/// <typeparam name="T">The record that has the feature.</typeparam>
public sealed partial class Feature<T>
    where T : IFeatureRecord<T>
{
    /// <summary>For generated code: a feature is made by its schema alone.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Feature()
    {
    }

    /// <summary>The name of the property; after those of the records it stands in, with dots: "Address.Income".</summary>
    public required string Name { get; init; }

    /// <summary>What the values are.</summary>
    public required FeatureKind Kind { get; init; }

    /// <summary>Position among the features of the record, from 0.</summary>
    public required int Index { get; init; }

    /// <summary>The first column of an encoded row that the feature fills.</summary>
    public required int Column { get; init; }

    /// <summary>How many columns it fills: one, or one per category.</summary>
    public int ColumnCount => Kind == FeatureKind.Category ? Categories.Length : 1;

    /// <summary>The range that the record's author stated; null where none was.</summary>
    public FeatureRange? Range { get; init; }

    /// <summary>What a number may be: the stated range within the limits of the property's type.</summary>
    public FeatureRange Limits { get; init; } = FeatureRange.Unbounded;

    /// <summary>The unit of a number, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>The unit of a date, which is counted from the start of the year 2000; null for every other feature.</summary>
    public TimeUnit? DateUnit { get; init; }

    /// <summary>The names of the categories or ranks, in order; empty for every other kind.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>What an action may do to the feature.</summary>
    public FeatureConstraints Constraints { get; init; }

    /// <summary>The smallest change of a number that an action can make, or null.</summary>
    public double? Step { get; init; }

    /// <summary>What a change costs, per unit of a number or per change of another kind; null where none was stated.</summary>
    public double? Cost { get; init; }

    /// <summary>Whether the feature is never shown as a reason.</summary>
    public bool IsProtected { get; init; }

    /// <summary>What a reader calls the feature; its name where nothing else was stated.</summary>
    public string DisplayName
    {
        get => field ?? Name;
        init;
    }

    /// <summary>What the feature means, in the words of its documentation comment, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the column holds a number that grows with the feature: of ranks too, but not of flags and categories.</summary>
    public bool IsNumeric => Kind is FeatureKind.Real or FeatureKind.Whole or FeatureKind.Ordinal;

    /// <summary>The value that an encoded row holds for this feature, as a person writes it.</summary>
    /// <param name="columns">An encoded row of the record.</param>
    public string Format(ReadOnlySpan<double> columns) => Kind switch
    {
        FeatureKind.Flag => Cell.ToBoolean(columns[Column]) ? "true" : "false",
        FeatureKind.Category => Categories[Cell.ToCategory(columns.Slice(Column, ColumnCount))],
        FeatureKind.Ordinal => Categories[Cell.ToInt32(columns[Column])],
        _ when DateUnit is { } unit => Date(Cell.ToDateTime(columns[Column], unit)),
        _ => columns[Column].ToString("G6", CultureInfo.InvariantCulture) + (Unit is null ? "" : " " + Unit),
    };

    /// <summary>What the feature may hold, in words.</summary>
    internal string Allowed => Kind switch
    {
        FeatureKind.Flag => "true or false",
        FeatureKind.Category or FeatureKind.Ordinal => string.Join(", ", Categories),
        FeatureKind.Whole => "a whole number, " + Limits,
        _ when DateUnit is { } unit => $"{Date(Cell.ToDateTime(Limits.Minimum, unit))} to {Date(Cell.ToDateTime(Limits.Maximum, unit))}",
        _ => Limits.ToString(),
    };

    private static string Date(DateTime time) =>
        time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>The name of the feature.</summary>
    public override string ToString() => Name;
}
