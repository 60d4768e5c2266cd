using System.Threading.Channels;

namespace TypedExplain.Hosting.Services;

/// <summary>Appends receipts to a log, those of several questions in one write. Nobody learns of a receipt before it is in the log.</summary>
internal sealed class ReceiptQueue<T> : IAsyncDisposable
    where T : IFeatureRecord<T>
{
    private const int MostInOneWrite = 256;

    // Where the log hangs, what waits for it may not grow without end.
    private const int MostWaiting = 1024;

    private static readonly TimeSpan s_retryAfter = TimeSpan.FromSeconds(5);

    private readonly Channel<(Receipt<T> Receipt, TaskCompletionSource<LogEntry> Done)> _waiting = Channel.CreateBounded<(Receipt<T>, TaskCompletionSource<LogEntry>)>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly ReceiptLog _log;
    private readonly Task _writing;

    public ReceiptQueue(ReceiptLog log)
    {
        _log = log;
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Appends a receipt; it is in the log when this ends.</summary>
    /// <exception cref="ReceiptLogException">It cannot be written.</exception>
    /// <exception cref="ServiceOverloadedException">Too many wait for the log.</exception>
    public Task<LogEntry> AppendAsync(Receipt<T> receipt)
    {
        TaskCompletionSource<LogEntry> done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        if (_waiting.Writer.TryWrite((receipt, done)))
            return done.Task;
        ObjectDisposedException.ThrowIf(_waiting.Reader.Completion.IsCompleted || _writing.IsCompleted, this);
        throw new ServiceOverloadedException(MostWaiting, s_retryAfter);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _writing.ConfigureAwait(false);
    }

    private async Task WriteAsync()
    {
        List<(Receipt<T> Receipt, TaskCompletionSource<LogEntry> Done)> batch = [];
        while (await _waiting.Reader.WaitToReadAsync().ConfigureAwait(false))
        {
            batch.Clear();
            while (batch.Count < MostInOneWrite && _waiting.Reader.TryRead(out (Receipt<T>, TaskCompletionSource<LogEntry>) next))
                batch.Add(next);
            try
            {
                IReadOnlyList<LogEntry> entries = _log.Append<T>([.. batch.Select(waiting => waiting.Receipt)]);
                for (int i = 0; i < batch.Count; i++)
                    batch[i].Done.TrySetResult(entries[i]);
            }
            catch (Exception error)
            {
                // Those who wait learn it; the queue goes on, for the log may be there again.
                batch.ForEach(waiting => waiting.Done.TrySetException(error));
            }
        }
    }
}
