using System.Collections.Immutable;
using System.ComponentModel;
using TypedExplain.Errors;
using TypedExplain.Schema.Values;

namespace TypedExplain;

/// <summary>One feature of a record: its name, what it may hold and which columns of an encoded row it fills.</summary>
/// <typeparam name="T">The record that has the feature.</typeparam>
public sealed partial class Feature<T>
    where T : IFeatureRecord<T>
{
    /// <summary>How the name of the feature ends that says whether a property has no value.</summary>
    internal const string MissingSuffix = "IsMissing";

    private DrawMode? _draw;
    private string? _displayName;

    /// <summary>For generated code: a feature is made by its schema only.</summary>
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

    /// <summary>How many columns it fills: one, or as many as its categories need.</summary>
    public int ColumnCount => (Kind, Encoding) switch
    {
        (FeatureKind.Category, CategoryEncoding.OneHot) => Categories.Length,
        (FeatureKind.Category, CategoryEncoding.Binary) => BinaryCode.Digits(Categories.Length),
        _ => 1,
    };

    /// <summary>The range that the record's author stated; null where none was.</summary>
    public FeatureRange? Range { get; init; }

    /// <summary>What a number may be: the stated range within the limits of the property's type.</summary>
    public FeatureRange Limits { get; init; } = FeatureRange.Unbounded;

    /// <summary>The unit of a number, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>The unit of a date, which is counted from the start of the year 2000; null for every other feature.</summary>
    public TimeUnit? DateUnit { get; init; }

    /// <summary>The unit of a duration; null for every other feature.</summary>
    public TimeUnit? DurationUnit { get; init; }

    /// <summary>What the property keeps of a number.</summary>
    public NumberPrecision Precision { get; init; }

    /// <summary>On which scale a number is drawn, measured and attributed.</summary>
    public FeatureScale Scale { get; init; }

    /// <summary>What is added to a number before its logarithm is taken; 0 on every other scale.</summary>
    public double LogOffset { get; init; }

    /// <summary>The names of the categories or ranks, in order; empty for every other kind.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>What a reader calls the categories or ranks, in the same order; their names where nothing else was stated.</summary>
    public ImmutableArray<string> CategoryDisplayNames
    {
        get => field.IsDefaultOrEmpty ? Categories : field;
        init;
    }

    /// <summary>The numbers that an enum gives its categories or ranks, in the same order; empty where they merely count from 0, and for texts.</summary>
    public ImmutableArray<long> EnumValues { get; init; } = [];

    /// <summary>Which columns a category fills.</summary>
    public CategoryEncoding Encoding { get; init; }

    /// <summary>The number that stands for each category, for <see cref="CategoryEncoding.Given"/>; else empty.</summary>
    public ImmutableArray<double> Codes { get; init; } = [];

    /// <summary>For <see cref="FeatureKind.Missing"/>: how many features directly before it have no value where it is set.</summary>
    public int Covers { get; init; }

    /// <summary>How a neighborhood draws the feature.</summary>
    public DrawMode Draw
    {
        get => _draw ?? (IsNumeric ? DrawMode.Gaussian : DrawMode.Marginal);
        init => _draw = value;
    }

    /// <summary>The deviation of Gaussian draws as a multiple of what the neighborhood would take.</summary>
    public double DrawScale { get; init; } = 1;

    /// <summary>What an action may do to the feature.</summary>
    public FeatureConstraints Constraints { get; init; }

    /// <summary>The smallest change of a number or rank that an action can make, or null.</summary>
    public double? Step { get; init; }

    /// <summary>How many steps an action can make at most, in either direction; null where only the limits end them.</summary>
    public int? MostSteps { get; init; }

    /// <summary>What a change costs, per step of a number or rank or per change of another kind; null where none was stated.</summary>
    public double? Cost { get; init; }

    /// <summary>The features that it moves with, whoever changes them.</summary>
    public ImmutableArray<FeatureLink> MovesWith { get; init; } = [];

    /// <summary>Position of the feature that it is never above, or null.</summary>
    public int? Within { get; init; }

    /// <summary>What a person is told where the feature was a reason, for which of its values.</summary>
    public ImmutableArray<FeatureReason> Reasons { get; init; } = [];

    /// <summary>Why there is no reason to state for the feature, where the record's author said so; else null.</summary>
    public string? NoReason { get; init; }

    /// <summary>Whether it is shown as protected only, and no reason may be stated for it.</summary>
    public bool IsProtected { get; init; }

    /// <summary>What a reader calls the feature; its name where nothing else was stated.</summary>
    public string DisplayName
    {
        get => _displayName ?? (Kind == FeatureKind.Missing ? Name[..^MissingSuffix.Length] + " is missing" : Name);
        init => _displayName = value is null ? null : VisibleText.Name(value);
    }

    /// <summary>What the feature means, in the words of its documentation comment, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Whether the column holds a number that grows with the feature: of ranks too, but not of flags and categories.</summary>
    public bool IsNumeric => Kind is FeatureKind.Real or FeatureKind.Whole or FeatureKind.Ordinal;

    /// <summary>Whether an encoded row has a value for this feature; false only where a nullable property holds none.</summary>
    /// <param name="columns">An encoded row of the record.</param>
    public bool IsPresent(ReadOnlySpan<double> columns) => T.Schema.IsPresent(this, columns);

    /// <summary>The name of the feature.</summary>
    public override string ToString() => Name;
}
