namespace TypedExplain.Generators.Model;

/// <summary>One feature of a record.</summary>
/// <param name="Name">The name of the property.</param>
/// <param name="Type">The type of the property.</param>
/// <param name="Parameter">The constructor parameter that sets it, or null.</param>
/// <param name="IsInitialized">Whether an object initializer sets it.</param>
internal sealed record FeatureModel(string Name, FeatureType Type, string? Parameter, bool IsInitialized)
{
    /// <summary>Position among the features.</summary>
    public int Index { get; init; }

    /// <summary>The first column that the feature fills.</summary>
    public int Column { get; init; }

    /// <summary>How many columns it fills.</summary>
    public int ColumnCount => Inner?.Columns ?? OwnColumns;

    /// <summary>How many positions among the features it takes: one, or those of the record that it is.</summary>
    public int FeatureCount => Inner?.Features ?? 1;

    /// <summary>The record that the property is, or null.</summary>
    public InnerModel? Inner { get; init; }

    private int OwnColumns => Type is FeatureType.Enum or FeatureType.Text ? Categories.Count : 1;

    /// <summary>The names of the categories or ranks; empty for every other type.</summary>
    public EquatableArray<string> Categories => Enum?.Categories ?? Texts;

    /// <summary>The range that the author stated, or null.</summary>
    public NumberRange? Range { get; init; }

    /// <summary>What a number may be; null where every finite number may.</summary>
    public NumberRange? Limits { get; init; }

    /// <summary>The unit of a number, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>The unit of a time, as a position of <see cref="TimeUnits"/>; null for every other type.</summary>
    public int? TimeUnit { get; init; }

    /// <summary>The enum of a category or rank, or null.</summary>
    public EnumModel? Enum { get; init; }

    /// <summary>The texts that a string may hold; empty for every other type.</summary>
    public EquatableArray<string> Texts { get; init; }

    /// <summary>The smallest change that an action can make, or null.</summary>
    public double? Step { get; init; }

    /// <summary>What a change costs, or null.</summary>
    public double? Cost { get; init; }

    /// <summary>Whether the feature is never shown as a reason.</summary>
    public bool IsProtected { get; init; }

    /// <summary>What a reader calls the feature, or null.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the feature means, or null.</summary>
    public string? Description { get; init; }

    /// <summary>What an action may do to the feature.</summary>
    public FeatureConstraint Constraint { get; init; }
}
