namespace TypedExplain.ML.Trees;

/// <summary>A tree as a file holds it. Children from 0 are questions; the others are leaves, −1 the first, −2 the second.</summary>
internal sealed class FileTree
{
    /// <summary>What the tree is called in messages.</summary>
    public required string Name { get; init; }

    /// <summary>Which output it adds to.</summary>
    public required int Output { get; init; }

    /// <summary>The questions, the root first; none where the tree is one leaf.</summary>
    public required FileQuestion[] Questions { get; init; }

    /// <summary>Where the answer true leads.</summary>
    public required int[] True { get; init; }

    /// <summary>Where the answer false leads.</summary>
    public required int[] False { get; init; }

    /// <summary>What the leaves answer.</summary>
    public required double[] Leaves { get; init; }

    /// <summary>How much of the training rows came to a question.</summary>
    public required double[] QuestionCovers { get; init; }

    /// <summary>How much of the training rows came to a leaf.</summary>
    public required double[] LeafCovers { get; init; }
}
