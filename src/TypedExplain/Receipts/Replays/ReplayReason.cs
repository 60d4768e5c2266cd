namespace TypedExplain;

/// <summary>Why a replay differs.</summary>
/// <param name="Cause">The kind of reason.</param>
/// <param name="Text">The reason in words, with what was expected and what was found.</param>
public sealed record ReplayReason(ReplayCause Cause, string Text);
