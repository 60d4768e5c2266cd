namespace TypedExplain;

/// <summary>A model gave an answer that cannot be used: not a number, too few or too many answers, an output it does not have.</summary>
public sealed class InvalidModelException : TypedExplainException
{
    internal InvalidModelException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
