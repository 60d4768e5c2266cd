namespace TypedExplain.Media;

/// <summary>What is predicted from what when vectors of words are learned.</summary>
public enum WordArchitecture
{
    /// <summary>A word from the mean of the words around it.</summary>
    Cbow,

    /// <summary>Each of the words around it from a word.</summary>
    SkipGram,
}
