namespace TypedExplain;

/// <summary>
/// A model gave no answer that can be used: not a number, too few or too many answers, an output it does not have, or an
/// exception of its own, which is the inner one.
/// </summary>
public sealed class InvalidModelException : TypedExplainException
{
    /// <summary>An error of a model or a method of your own.</summary>
    /// <param name="message">What is wrong, what is allowed, and what to do.</param>
    /// <param name="inner">What the model threw.</param>
    public InvalidModelException(string message, Exception? inner = null)
        : base(message, inner)
    {
        ArgumentNullException.ThrowIfNull(message);
    }
}
