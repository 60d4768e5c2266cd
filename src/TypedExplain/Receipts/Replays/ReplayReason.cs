namespace TypedExplain;

/// <summary>Why a replay differs.</summary>
public sealed record ReplayReason
{
    internal ReplayReason(ReplayCause cause, string text) => (Cause, Text) = (cause, text);

    /// <summary>The kind of reason.</summary>
    public ReplayCause Cause { get; }

    /// <summary>The reason in words, with what was expected and what was found.</summary>
    public string Text { get; }
}
