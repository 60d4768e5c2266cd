using System.Collections;
using System.Globalization;
using System.Runtime.ExceptionServices;
using TypedExplain.Errors;

namespace TypedExplain;

/// <summary>What became of many instances, one outcome each, in their order. Nothing that was finished is lost.</summary>
/// <typeparam name="TResult">What there is of an instance that was explained.</typeparam>
public sealed class RowOutcomes<TResult> : IReadOnlyList<RowOutcome<TResult>>
    where TResult : class
{
    private readonly RowOutcome<TResult>[] _outcomes;
    private readonly CancellationToken _cancellation;

    internal RowOutcomes(RowOutcome<TResult>[] outcomes, CancellationToken cancellation)
    {
        (_outcomes, _cancellation) = (outcomes, cancellation);
        Failed = [.. outcomes.OfType<Failed<TResult>>()];
        NotReached = outcomes.Count(outcome => outcome is NotReached<TResult>);
    }

    /// <summary>How many instances there are.</summary>
    public int Count => _outcomes.Length;

    /// <summary>Those that could not be explained, in their order.</summary>
    public IReadOnlyList<Failed<TResult>> Failed { get; }

    /// <summary>How many were not reached before the work was ended.</summary>
    public int NotReached { get; }

    /// <summary>The result of every instance, in their order.</summary>
    /// <exception cref="TypedExplainException">An instance could not be explained: the error of the first such instance, or whatever else was thrown.</exception>
    /// <exception cref="OperationCanceledException">The work was ended before the last instance was explained, and no error came before that.</exception>
    public IReadOnlyList<TResult> Results
    {
        get
        {
            if (Failed.Count > 0)
                ExceptionDispatchInfo.Throw(Failed[0].Error);
            if (NotReached > 0)
                throw new OperationCanceledException(string.Create(CultureInfo.InvariantCulture, $"The work was ended when {Count - NotReached} of {Count} {Noun.Of(Count, "instance")} {Noun.Of(Count - NotReached, "was", "were")} done; go through the outcomes for these."), _cancellation);
            return Array.ConvertAll(_outcomes, outcome => ((Explained<TResult>)outcome).Result);
        }
    }

    /// <summary>The outcome of an instance.</summary>
    /// <param name="index">Its position.</param>
    public RowOutcome<TResult> this[int index] => _outcomes[index];

    /// <inheritdoc/>
    public IEnumerator<RowOutcome<TResult>> GetEnumerator() => ((IEnumerable<RowOutcome<TResult>>)_outcomes).GetEnumerator();

    /// <summary>How many instances were explained, could not be, and were not reached.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count - Failed.Count - NotReached} of {Count} explained, {Failed.Count} failed, {NotReached} not reached");

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
