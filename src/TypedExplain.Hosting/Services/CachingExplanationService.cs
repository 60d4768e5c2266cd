using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Caching.Memory;

namespace TypedExplain.Hosting.Services;

/// <summary>
/// Remembers results: the same question about the same instance, by the same options, is answered from memory, and by one explanation
/// where it is asked several times at once. A key is the SHA-256 of the instance, so memory holds it only inside results.
/// </summary>
/// <param name="inner">The service inside.</param>
/// <param name="options">The options that results are made by; others are other results.</param>
/// <param name="capacity">How many results are remembered.</param>
internal sealed class CachingExplanationService<T>(IExplanationService<T> inner, Func<ExplanationServiceOptions> options, int capacity) : DelegatingExplanationService<T>(inner), IDisposable
    where T : IFeatureRecord<T>
{
    private readonly Lock _lock = new();
    private readonly MemoryCache _remembered = new(new MemoryCacheOptions { SizeLimit = capacity });

    /// <inheritdoc/>
    public void Dispose() => _remembered.Dispose();

    protected override async ValueTask<Served<TResult>> ServeAsync<TResult>(ExplanationQuestion question, T instance, Ask<TResult> ask, CancellationToken cancellation)
    {
        Key key = new(question, Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(JsonRecord.Write(instance)))), options());
        while (true)
        {
            Lazy<Task<Served<TResult>>> own = new(() => ask(instance, cancellation).AsTask());
            Lazy<Task<Served<TResult>>> found = Found(key, own);
            bool isOwn = ReferenceEquals(found, own);
            try
            {
                Served<TResult> served = await found.Value.WaitAsync(cancellation).ConfigureAwait(false);
                return isOwn ? served : served with { IsRemembered = true };
            }
            catch (Exception error)
            {
                // What failed is not remembered; what others work on is, though who waited for it left. And who waited for another's
                // question, which was cancelled, asks themselves.
                if (isOwn || !found.IsValueCreated || found.Value is { IsCompleted: true, IsCompletedSuccessfully: false })
                    _remembered.Remove(key);
                if (isOwn || error is not OperationCanceledException || cancellation.IsCancellationRequested)
                    throw;
            }
        }
    }

    /// <summary>What is remembered; from now on what is given, if nothing is. The memory itself lets two who come at once both be the first.</summary>
    private Lazy<Task<Served<TResult>>> Found<TResult>(Key key, Lazy<Task<Served<TResult>>> own)
        where TResult : class, IJsonResult
    {
        lock (_lock)
        {
            return _remembered.GetOrCreate(key, entry =>
            {
                entry.Size = 1;
                return own;
            })!;
        }
    }

    private sealed record Key(ExplanationQuestion Question, string Instance, ExplanationServiceOptions Options);
}
