namespace TypedExplain.Models.Forests.Trees;

/// <summary>What it takes to walk on from a node, side by side in memory.</summary>
/// <remarks>The right child follows the left one. A leaf's only child is itself, so that a walk may stay there.</remarks>
internal readonly record struct TreeStep(double Threshold, int Column, int Left)
{
    /// <summary>A leaf at a position.</summary>
    public static TreeStep Leaf(int node) => new(double.PositiveInfinity, 0, node);

    /// <summary>Whether a step at a position is a leaf.</summary>
    public bool IsLeaf(int node) => Left == node;
}
