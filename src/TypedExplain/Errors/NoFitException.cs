namespace TypedExplain;

/// <summary>No local fit exists for an instance, for example because every sample's weight vanishes.</summary>
public sealed class NoFitException : TypedExplainException
{
    /// <summary>An error of a method of your own.</summary>
    /// <param name="message">What is wrong, what is allowed, and what to do.</param>
    public NoFitException(string message)
        : base(message)
    {
        ArgumentNullException.ThrowIfNull(message);
    }
}
