namespace TypedExplain;

/// <summary>No local fit exists for an instance, for example because every sample's weight vanishes.</summary>
public sealed class NoFitException : TypedExplainException
{
    internal NoFitException(string message)
        : base(message)
    {
    }
}
