namespace TypedExplain;

/// <summary>What the numbers of a <see cref="PortfolioSummary{T}"/> are: the two are never added up together.</summary>
public enum SummaryQuantity
{
    /// <summary>What each feature's value adds to the base value: <see cref="ShapValues{T}.Contributions"/>.</summary>
    Contributions,

    /// <summary>The effect of each feature per standard deviation: <see cref="Explanation{T}.Standardized"/>.</summary>
    StandardizedEffects,
}
