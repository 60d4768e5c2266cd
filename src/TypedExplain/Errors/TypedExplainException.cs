namespace TypedExplain;

/// <summary>What every error of this library is: something given to it was not legal, and the message says how to mend it.</summary>
public abstract class TypedExplainException : Exception
{
    private protected TypedExplainException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
