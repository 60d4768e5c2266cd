using System.Globalization;

namespace TypedExplain;

/// <summary>The instance could not be explained; the others were not held up by it.</summary>
/// <typeparam name="TResult">What there is of an instance that was explained.</typeparam>
public sealed class Failed<TResult> : RowOutcome<TResult>
    where TResult : class
{
    internal Failed(long row, string record, Exception error)
        : base(row) => (Record, Error) = (record, error);

    /// <summary>The record in words, protected values masked; empty where it has no words because a value is not one that its schema allows.</summary>
    public string Record { get; }

    /// <summary>Why: what <c>Explain</c> would have thrown.</summary>
    public Exception Error { get; }

    /// <summary>The row, the record and the reason.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"row {Row}{(Record.Length == 0 ? "" : ", " + Record)}: {Error.Message}");
}
