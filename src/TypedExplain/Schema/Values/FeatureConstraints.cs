namespace TypedExplain;

/// <summary>What an action may do to a feature of an instance.</summary>
[Flags]
public enum FeatureConstraints
{
    /// <summary>It may change in every way that its kind and its limits allow.</summary>
    None = 0,

    /// <summary>It cannot be changed at all.</summary>
    Immutable = 1,

    /// <summary>It can only become larger.</summary>
    OnlyIncreases = 2,

    /// <summary>It can only become smaller.</summary>
    OnlyDecreases = 4,
}
