using System.Threading.RateLimiting;

namespace TypedExplain.Hosting.Services;

/// <summary>
/// Lets a bounded number of questions be worked on at a time, in the order in which they came. A bounded number waits, without a thread;
/// what comes beyond that is refused at once.
/// </summary>
internal sealed class Turns : IDisposable
{
    private const double Shares = 8;

    private readonly ConcurrencyLimiter _limiter;
    private readonly TimeProvider _time;
    private readonly int _concurrency, _queue;
    private double _seconds = 0.1;

    /// <param name="concurrency">How many are worked on at a time.</param>
    /// <param name="queue">How many wait.</param>
    /// <param name="time">Tells how long a question takes.</param>
    public Turns(int concurrency, int queue, TimeProvider time)
    {
        (_concurrency, _queue, _time) = (concurrency, queue, time);
        _limiter = new(new() { PermitLimit = concurrency, QueueLimit = queue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });
    }

    /// <summary>How many wait.</summary>
    public long Waiting => _limiter.GetStatistics()?.CurrentQueuedCount ?? 0;

    /// <summary>Does a piece of work once it is its turn.</summary>
    /// <exception cref="ServiceOverloadedException">Too many wait.</exception>
    public async ValueTask<TResult> TakeAsync<TResult>(Func<CancellationToken, ValueTask<TResult>> work, CancellationToken cancellation)
    {
        using RateLimitLease lease = await _limiter.AcquireAsync(1, cancellation).ConfigureAwait(false);
        if (!lease.IsAcquired)
            throw new ServiceOverloadedException(_queue, RetryAfter());
        long start = _time.GetTimestamp();

        // Not on the thread that let this one in: it has its own question to answer.
        TResult result = await Task.Run(async () => await work(cancellation).ConfigureAwait(false), cancellation).ConfigureAwait(false);
        double seconds = Volatile.Read(ref _seconds);
        Volatile.Write(ref _seconds, seconds + ((_time.GetElapsedTime(start).TotalSeconds - seconds) / Shares));
        return result;
    }

    /// <inheritdoc/>
    public void Dispose() => _limiter.Dispose();

    // As long as it takes until those who wait had their turn, and a second at least.
    private TimeSpan RetryAfter() => TimeSpan.FromSeconds(Math.Clamp(Math.Ceiling(Volatile.Read(ref _seconds) * (_queue + _concurrency) / _concurrency), 1, 600));
}
