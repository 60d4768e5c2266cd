using TypedExplain.Explanations;

namespace TypedExplain;

/// <summary>
/// What became of one of many instances: <see cref="Explained{TResult}"/>, <see cref="Failed{TResult}"/> or
/// <see cref="NotReached{TResult}"/>, and nothing else.
/// </summary>
/// <typeparam name="TResult">What there is of an instance that was explained.</typeparam>
[ClosedUnion]
public abstract class RowOutcome<TResult>
    where TResult : class
{
    private protected RowOutcome(long row) => Row = row;

    /// <summary>The position of the instance, from 0.</summary>
    public long Row { get; }
}
