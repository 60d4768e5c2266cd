namespace TypedExplain;

/// <summary>A model behind a network did not answer, or not in the form that was agreed on.</summary>
public sealed class RemoteModelException : TypedExplainException
{
    internal RemoteModelException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
