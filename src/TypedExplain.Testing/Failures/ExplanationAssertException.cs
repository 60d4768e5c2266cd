namespace TypedExplain.Testing;

/// <summary>
/// Explanations are not what a test states of them. The message says of which instances and features, by how much, and what to
/// do. No test framework needs to know it: any exception fails a test.
/// </summary>
public sealed class ExplanationAssertException : Exception
{
    /// <summary>A failure of an assertion of your own.</summary>
    /// <param name="message">What was stated, what was found, and what to do.</param>
    public ExplanationAssertException(string message)
        : base(message) => ArgumentNullException.ThrowIfNull(message);
}
