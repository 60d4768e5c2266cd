namespace TypedExplain;

/// <summary>The instance was explained.</summary>
/// <typeparam name="TResult">What there is of it.</typeparam>
public sealed class Explained<TResult> : RowOutcome<TResult>
    where TResult : class
{
    internal Explained(long row, TResult result)
        : base(row) => Result = result;

    /// <summary>The explanation, or what else was asked for.</summary>
    public TResult Result { get; }

    /// <summary>The result.</summary>
    public override string ToString() => Result.ToString() ?? "";
}
