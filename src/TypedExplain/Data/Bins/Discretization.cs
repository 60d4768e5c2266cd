namespace TypedExplain;

/// <summary>Where the values of a number are cut into bins.</summary>
public enum Discretization
{
    /// <summary>At the quartiles of the background: up to 4 bins of as many rows each.</summary>
    Quartile,

    /// <summary>At its deciles: up to 10 bins.</summary>
    Decile,

    /// <summary>Where the classes of the background change: the cuts of a decision tree of depth 3 on the number only, so up to 8 bins.</summary>
    Entropy,
}
