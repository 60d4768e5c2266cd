namespace TypedExplain.Orleans.Workers;

/// <summary>The last progress that was told.</summary>
internal sealed class LatestNumbers : IProgress<ShardNumbers>
{
    private readonly Lock _lock = new();
    private ShardNumbers _value;

    public ShardNumbers Value
    {
        get
        {
            lock (_lock)
                return _value;
        }
    }

    public void Report(ShardNumbers value)
    {
        lock (_lock)
            _value = value;
    }
}
