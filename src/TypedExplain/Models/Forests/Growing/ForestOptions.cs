namespace TypedExplain.Models.Forests.Growing;

/// <summary>How a forest is grown, all defaults settled. Meanings are those of <see cref="RandomForest{T}"/>.</summary>
internal sealed record ForestOptions
{
    /// <summary>The most trees that are grown.</summary>
    public const int MostTrees = 100_000;

    public int Trees { get; init; } = 100;

    public int MaxDepth { get; init; } = int.MaxValue;

    public int MinLeafRows { get; init; } = 1;

    public required int FeaturesPerSplit { get; init; }

    public bool Bootstrap { get; init; } = true;

    public int Seed { get; init; }

    public int? MaxThreads { get; init; }

    /// <summary>The usual number of columns to look at per split: the square root of all for classes, all for numbers.</summary>
    public static int UsualFeaturesPerSplit(int columns, int classes) =>
        classes == 0 ? columns : Math.Max(1, (int)Math.Sqrt(columns));
}
