namespace TypedExplain;

/// <summary>For which values of a feature a <c>[Reason]</c> holds.</summary>
public enum Adverse
{
    /// <summary>For every value it has; not where it has none.</summary>
    Any = 0,

    /// <summary>For a number or rank below the mean of the people it is compared with.</summary>
    Low,

    /// <summary>For a number or rank above the mean of the people it is compared with.</summary>
    High,

    /// <summary>For a flag that is not set.</summary>
    False,

    /// <summary>For a flag that is set.</summary>
    True,

    /// <summary>Where a nullable property has no value.</summary>
    Missing,
}
