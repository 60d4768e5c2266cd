using System.Diagnostics.CodeAnalysis;

namespace TypedExplain;

/// <summary>
/// One step of a run: rows that it wants scored, or its result, which ends it. An iterator yields either as it is.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TResult">What the run ends with.</typeparam>
public readonly struct RunStep<T, TResult>
    where T : IFeatureRecord<T>
    where TResult : class
{
    private RunStep(RowBatch<T>? asked, TResult? result) => (Asked, Result) = (asked, result);

    /// <summary>The rows; null for the result.</summary>
    public RowBatch<T>? Asked { get; }

    /// <summary>The result; null for rows.</summary>
    public TResult? Result { get; }

    /// <summary>Asks for rows.</summary>
    /// <param name="rows">The rows.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "Iterators yield the value itself; a method beside it would have no caller.")]
    public static implicit operator RunStep<T, TResult>(RowBatch<T> rows) => new(rows ?? throw new ArgumentNullException(nameof(rows)), null);

    /// <summary>Ends the run.</summary>
    /// <param name="result">The result.</param>
    [SuppressMessage("Usage", "CA2225", Justification = "Iterators yield the value itself; a method beside it would have no caller.")]
    public static implicit operator RunStep<T, TResult>(TResult result) => new(null, result ?? throw new ArgumentNullException(nameof(result)));
}
