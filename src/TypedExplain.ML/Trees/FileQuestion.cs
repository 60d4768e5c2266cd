namespace TypedExplain.ML.Trees;

/// <summary>A question of a tree in a file: about one column, true for x ≤ t or for the categories of a set.</summary>
/// <param name="Column">The column of the file.</param>
/// <param name="Threshold">The largest number that goes the way of true; of no meaning for a set.</param>
internal readonly record struct FileQuestion(int Column, double Threshold)
{
    /// <summary>What goes a way of its own.</summary>
    public MissingWay Missing { get; init; }

    /// <summary>Whether it goes the way of true.</summary>
    public bool IsMissingTrue { get; init; }

    /// <summary>The categories that go the way of true; null where numbers are compared.</summary>
    public CategorySet? Set { get; init; }

    /// <summary>Whether a number goes the way of true.</summary>
    /// <param name="number">What fills the column; NaN where it is missing.</param>
    public bool IsTrue(double number) =>
        Missing == MissingWay.Missing && double.IsNaN(number) ? IsMissingTrue
        : Set is not null ? Set.Contains(number)
        : (double.IsNaN(number) ? 0 : number) <= Threshold;
}
