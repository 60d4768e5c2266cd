namespace TypedExplain.Neighborhoods.Density;

/// <summary>
/// Work that is done at its first use, once, whichever threads ask. Any two are equal, so that a record that holds one is
/// compared by its options only.
/// </summary>
internal sealed class ResettableLazy<TResult>(Func<TResult> work) : IEquatable<ResettableLazy<TResult>>
    where TResult : class
{
    private readonly Lock _lock = new();
    private volatile TResult? _result;

    /// <summary>The result; work that failed is tried again.</summary>
    public TResult Result
    {
        get
        {
            if (_result is { } known)
                return known;
            lock (_lock)
                return _result ??= work();
        }
    }

    public bool Equals(ResettableLazy<TResult>? other) => other is not null;

    public override bool Equals(object? obj) => obj is ResettableLazy<TResult>;

    public override int GetHashCode() => 0;
}
