namespace TypedExplain;

/// <summary>Which values of a feature a <see cref="DependenceBin"/> holds.</summary>
public enum DependenceKind
{
    /// <summary>Numbers between two cuts.</summary>
    Range,

    /// <summary>One category, one rank, or one state of a flag.</summary>
    Category,

    /// <summary>All categories or ranks that have no bin of their own.</summary>
    Others,

    /// <summary>The value is missing.</summary>
    Missing,
}
