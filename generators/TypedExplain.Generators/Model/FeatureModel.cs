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
    public int ColumnCount => Enum?.Categories.Count ?? 1;

    /// <summary>The range that the author stated, or null.</summary>
    public NumberRange? Range { get; init; }

    /// <summary>What a number may be; null where every finite number may.</summary>
    public NumberRange? Limits { get; init; }

    /// <summary>The unit of a number, or null.</summary>
    public string? Unit { get; init; }

    /// <summary>The enum of a category, or null.</summary>
    public EnumModel? Enum { get; init; }

    /// <summary>What an action may do to the feature.</summary>
    public FeatureConstraint Constraint { get; init; }
}
