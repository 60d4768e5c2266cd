namespace TypedExplain;

/// <summary>What becomes of the numbers and values of protected features, texts and images. They are marked either way.</summary>
public enum ProtectedValues
{
    /// <summary>Their values and effects are there, so that the result can be read back and answers as before. Keep such a text as you keep the records.</summary>
    Kept,

    /// <summary>
    /// Neither their values nor numbers about them are there, nor what these could be computed from: for a text that leaves
    /// those who may see them. It cannot be read back.
    /// </summary>
    Withheld,
}
