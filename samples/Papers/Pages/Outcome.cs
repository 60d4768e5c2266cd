namespace Papers;

/// <summary>Whether a published finding came out.</summary>
public enum Outcome
{
    /// <summary>It came out.</summary>
    Reproduced,

    /// <summary>It did not.</summary>
    NotReproduced,

    /// <summary>The experiment cannot tell: data, settings or conventions differ, or cells are absent.</summary>
    NotComparable,
}
