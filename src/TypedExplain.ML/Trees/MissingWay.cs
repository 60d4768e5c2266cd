namespace TypedExplain.ML.Trees;

/// <summary>What a question of a tree takes for a missing value, which then goes a way of its own.</summary>
internal enum MissingWay
{
    /// <summary>Nothing: a missing value counts as 0.</summary>
    None,

    /// <summary>Missing values, and 0.</summary>
    Zero,

    /// <summary>Missing values.</summary>
    Missing,
}
