namespace TypedExplain;

/// <summary>A text is not the JSON that it should be: the message says which member, what was expected, and which versions are known.</summary>
public sealed class InvalidJsonException : TypedExplainException
{
    internal InvalidJsonException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
