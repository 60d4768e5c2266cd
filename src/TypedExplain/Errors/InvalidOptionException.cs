namespace TypedExplain;

/// <summary>An option of an explainer, a neighborhood, a model or a metric is outside what it may be.</summary>
public sealed class InvalidOptionException : TypedExplainException
{
    /// <summary>An error of a method of your own.</summary>
    /// <param name="message">What is wrong, what is allowed, and what to do.</param>
    public InvalidOptionException(string message)
        : base(message)
    {
        ArgumentNullException.ThrowIfNull(message);
    }
}
