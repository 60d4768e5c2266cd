namespace TypedExplain;

/// <summary>
/// A model gave no answer that can be used: not a number, too few or too many answers, an output it does not have, or an
/// exception of its own, which is the inner one.
/// </summary>
public sealed class InvalidModelException : TypedExplainException
{
    internal InvalidModelException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
