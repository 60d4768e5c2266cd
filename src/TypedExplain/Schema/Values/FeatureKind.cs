namespace TypedExplain;

/// <summary>What the values of a feature are.</summary>
public enum FeatureKind
{
    /// <summary>A number that varies continuously; one column.</summary>
    Real,

    /// <summary>A whole number; one column.</summary>
    Whole,

    /// <summary>One of a closed list of names with an order; one column that holds its rank from 0.</summary>
    Ordinal,

    /// <summary>A yes or no; one column that holds 1 or 0.</summary>
    Flag,

    /// <summary>One of a closed list of names without an order; by default one column per category, of which one holds 1.</summary>
    Category,

    /// <summary>
    /// Whether the features before it have no value; one column that holds 1 where they have none. Their own columns
    /// then hold 0. A nullable property has this feature besides its own, so that missingness has its own attribution.
    /// </summary>
    Missing,
}
