namespace TypedExplain.Decisions.Trees;

/// <summary>A node of what is left of a tree where only some features can change, and only to some values.</summary>
internal readonly record struct Question
{
    /// <summary>The mover, in the order of the search, that the question is about; −1 in a leaf and where several change the column.</summary>
    public required int Mover { get; init; }

    /// <summary>For each of the mover's options whether it goes right; null in a leaf and where several movers change the column.</summary>
    public bool[]? GoesRight { get; init; }

    /// <summary>The question about a column that several movers change, or null.</summary>
    public SharedColumn? Shared { get; init; }

    /// <summary>Where the column is not above the threshold.</summary>
    public int Left { get; init; }

    /// <summary>Where it is.</summary>
    public int Right { get; init; }

    /// <summary>The least answer below.</summary>
    public required double Least { get; init; }

    /// <summary>The largest.</summary>
    public required double Most { get; init; }

    /// <summary>The first mover that a question here or below is about; past all movers in a leaf.</summary>
    public required int First { get; init; }
}
