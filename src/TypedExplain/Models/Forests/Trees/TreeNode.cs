namespace TypedExplain;

/// <summary>One node of a <see cref="DecisionTree"/>: a question about one column of a row, or a leaf.</summary>
public readonly record struct TreeNode
{
    /// <summary>The column that the node asks about; -1 in a leaf.</summary>
    public required int Column { get; init; }

    /// <summary>A row goes left where its column is at most this, in the column's own unit; positive infinity in a leaf.</summary>
    public required double Threshold { get; init; }

    /// <summary>The node where rows up to the threshold go on; -1 in a leaf.</summary>
    public required int Left { get; init; }

    /// <summary>The node where rows above the threshold go on; -1 in a leaf.</summary>
    public required int Right { get; init; }

    /// <summary>How mixed the training rows of the node are, by draws: Gini's impurity of classes, or the variance of numbers.</summary>
    public required double Impurity { get; init; }

    /// <summary>How many different training rows came to the node.</summary>
    public required int Rows { get; init; }

    /// <summary>How many draws of the bootstrap those rows are; as many as <see cref="Rows"/> without a bootstrap.</summary>
    public required int Draws { get; init; }

    /// <summary>Whether rows stop here.</summary>
    public bool IsLeaf => Column < 0;
}
