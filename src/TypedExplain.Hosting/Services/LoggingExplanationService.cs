using Microsoft.Extensions.Logging;

namespace TypedExplain.Hosting.Services;

/// <summary>Tells the log what was asked, what became of it and how long it took.</summary>
internal sealed class LoggingExplanationService<T>(IExplanationService<T> inner, ILogger log, TimeProvider time) : DelegatingExplanationService<T>(inner)
    where T : IFeatureRecord<T>
{
    protected override async ValueTask<Served<TResult>> ServeAsync<TResult>(ExplanationQuestion question, T instance, Ask<TResult> ask, CancellationToken cancellation)
    {
        long start = time.GetTimestamp();
        try
        {
            Served<TResult> served = await ask(instance, cancellation).ConfigureAwait(false);
            HostingLog.Answered(log, question, T.Schema.Name, ResultWords.Of(served), time.GetElapsedTime(start).TotalMilliseconds);
            return served;
        }
        catch (Exception error)
        {
            HostingLog.Failed(log, question, T.Schema.Name, time.GetElapsedTime(start).TotalMilliseconds, ResultWords.Of(error));
            throw;
        }
    }
}
