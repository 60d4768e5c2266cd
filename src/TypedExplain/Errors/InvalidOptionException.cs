namespace TypedExplain;

/// <summary>An option of an explainer, a neighborhood, a model or a metric is outside what it may be.</summary>
public sealed class InvalidOptionException : TypedExplainException
{
    internal InvalidOptionException(string message)
        : base(message)
    {
    }
}
