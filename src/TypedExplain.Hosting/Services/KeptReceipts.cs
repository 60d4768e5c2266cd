namespace TypedExplain.Hosting.Services;

/// <summary>Where the receipts of a service are kept.</summary>
internal sealed class KeptReceipts<T>(ReceiptLog log) : IAsyncDisposable
    where T : IFeatureRecord<T>
{
    /// <summary>The log.</summary>
    public ReceiptLog Log => log;

    /// <summary>Appends to it.</summary>
    public ReceiptQueue<T> Queue { get; } = new(log);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Queue.DisposeAsync();
}
