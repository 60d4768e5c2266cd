namespace TypedExplain.Batch;

/// <summary>A job over a table cannot go on: its data, its folder or its machine is not as it must be. What was finished is kept.</summary>
public sealed class BatchException : TypedExplainException
{
    internal BatchException(string message, bool isWorthTryingAgain = false, Exception? inner = null)
        : base(message, inner) => IsWorthTryingAgain = isWorthTryingAgain;

    /// <summary>Whether the same job may succeed later without a change, as after a full disk; false where data or settings must be mended.</summary>
    public bool IsWorthTryingAgain { get; }
}
