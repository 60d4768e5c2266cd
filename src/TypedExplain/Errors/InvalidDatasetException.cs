namespace TypedExplain;

/// <summary>A data set does not hold what is asked of it: rows, a target, a spread of values.</summary>
public sealed class InvalidDatasetException : TypedExplainException
{
    internal InvalidDatasetException(string message)
        : base(message)
    {
    }
}
