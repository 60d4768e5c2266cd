using System.Globalization;

namespace TypedExplain;

/// <summary>The work was ended before the instance was explained.</summary>
/// <typeparam name="TResult">What there is of an instance that was explained.</typeparam>
public sealed class NotReached<TResult> : RowOutcome<TResult>
    where TResult : class
{
    internal NotReached(long row)
        : base(row)
    {
    }

    /// <summary>The row.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"row {Row} was not reached");
}
