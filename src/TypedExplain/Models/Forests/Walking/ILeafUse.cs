namespace TypedExplain.Models.Forests.Walking;

/// <summary>What is done with the leaves of a tree.</summary>
internal interface ILeafUse
{
    /// <summary>Takes the leaves of some rows that follow each other.</summary>
    /// <param name="tree">The tree's position.</param>
    /// <param name="first">The first row.</param>
    /// <param name="leaves">Their leaves.</param>
    void Take(int tree, int first, scoped ReadOnlySpan<int> leaves);
}
