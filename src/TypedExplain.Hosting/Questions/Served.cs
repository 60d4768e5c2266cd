namespace TypedExplain.Hosting;

/// <summary>A result that a service gives, with what became of it on the way.</summary>
/// <typeparam name="TResult">The result.</typeparam>
/// <param name="Result">The result.</param>
public sealed record Served<TResult>(TResult Result)
    where TResult : class, IJsonResult
{
    /// <summary>Where its receipt is in the log; null where none is kept.</summary>
    public LogEntry? Receipt { get; init; }

    /// <summary>Whether it was given before and remembered.</summary>
    public bool IsRemembered { get; init; }
}
