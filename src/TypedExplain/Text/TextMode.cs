namespace TypedExplain.Media;

/// <summary>What the features of a text are.</summary>
public enum TextMode
{
    /// <summary>One per distinct word; removing it deletes all its occurrences, and separators stay.</summary>
    BagOfWords,

    /// <summary>One per position; a removed word becomes a placeholder.</summary>
    Positional,
}
