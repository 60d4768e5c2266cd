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
    public int ColumnCount => ValueColumns + (IsNullable ? 1 : 0);

    /// <summary>How many columns its value fills; of a nullable property, the column after them says that there is none.</summary>
    public int ValueColumns => Inner?.Columns ?? ((Length ?? 1) * OwnColumns);

    /// <summary>How many positions among the features it takes.</summary>
    public int FeatureCount => ValueFeatures + (IsNullable ? 1 : 0);

    /// <summary>How many its value takes: one, one per element, or those of the record that it is.</summary>
    public int ValueFeatures => Inner?.Features ?? Length ?? 1;

    /// <summary>Whether the property may have no value.</summary>
    public bool IsNullable { get; init; }

    /// <summary>The name of the feature that says that there is no value.</summary>
    public string MissingName => Name + "IsMissing";

    /// <summary>How many numbers an array holds; null for every other property.</summary>
    public int? Length { get; init; }

    /// <summary>Whether it is an immutable array, and not a plain one.</summary>
    public bool IsImmutableArray { get; init; }

    /// <summary>Whether the property is one feature and not several.</summary>
    public bool IsSingle => Inner is null && Length is null;

    /// <summary>Whether its columns may not hold all of its value: digits, an offset, a kind.</summary>
    public bool HasMore => Inner?.HasMore ?? (Type == FeatureType.Decimal || HasTimes);

    /// <summary>Whether its column may not hold all of a time: ticks, an offset, a kind.</summary>
    public bool HasTimes => Inner?.HasTimes ?? Type is FeatureType.DateTime or FeatureType.DateTimeOffset or FeatureType.TimeSpan;

    /// <summary>The record that the property is, or null.</summary>
    public InnerModel? Inner { get; init; }

    private int OwnColumns => !IsCategory ? 1 : Encoding switch
    {
        CategoryEncoding.OneHot => Categories.Count,
        CategoryEncoding.Binary => BinaryDigits(Categories.Count),
        _ => 1,
    };

    /// <summary>Whether it is a category without an order.</summary>
    public bool IsCategory => Type is FeatureType.Enum or FeatureType.Text;

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

    /// <summary>Which columns a category fills.</summary>
    public CategoryEncoding Encoding { get; init; }

    /// <summary>The number that stands for each category, where they are given.</summary>
    public EquatableArray<double> Codes { get; init; }

    /// <summary>The scale of a number.</summary>
    public FeatureScale Scale { get; init; }

    /// <summary>What is added before the logarithm.</summary>
    public double LogOffset { get; init; }

    /// <summary>How a neighborhood draws it; null for the default of its kind.</summary>
    public DrawMode? Draw { get; init; }

    /// <summary>The deviation of Gaussian draws as a multiple of the neighborhood's own, or null.</summary>
    public double? DrawScale { get; init; }

    /// <summary>The smallest change that an action can make, or null.</summary>
    public double? Step { get; init; }

    /// <summary>How many steps an action can make, or null.</summary>
    public int? MostSteps { get; init; }

    /// <summary>What a step or a change costs, or null.</summary>
    public double? Cost { get; init; }

    /// <summary>The features that it moves with.</summary>
    public EquatableArray<LinkModel> MovesWith { get; init; }

    /// <summary>Position of the feature that it is never above, or null.</summary>
    public int? Within { get; init; }

    /// <summary>The reasons that the property states, with their texts.</summary>
    public EquatableArray<ReasonModel> StatedReasons { get; init; }

    /// <summary>For which of its values each of them holds.</summary>
    public EquatableArray<FeatureReasonModel> Reasons { get; init; }

    /// <summary>Those of them that hold where there is no value.</summary>
    public EquatableArray<FeatureReasonModel> MissingReasons { get; init; }

    /// <summary>Why there is no reason, or null.</summary>
    public string? NoReason { get; init; }

    /// <summary>Whether the feature is never shown as a reason.</summary>
    public bool IsProtected { get; init; }

    /// <summary>Whether one of its reasons is reported, so that what it lacks has nothing more to say of it.</summary>
    public bool HasFaultyReasons { get; init; }

    /// <summary>Whether whoever asks for a reason finds one, or why there is none.</summary>
    public bool IsReasoned => IsProtected || NoReason is not null || Inner?.IsReasoned == true || Reasons.Count > 0;

    /// <summary>What a reader calls the feature, or null.</summary>
    public string? DisplayName { get; init; }

    /// <summary>What the feature means, or null.</summary>
    public string? Description { get; init; }

    /// <summary>What an action may do to the feature.</summary>
    public FeatureConstraint Constraint { get; init; }

    /// <summary>How many binary digits the positions of so many categories need.</summary>
    private static int BinaryDigits(int categories)
    {
        int digits = 1;
        while (1 << digits < categories)
            digits++;
        return digits;
    }
}
