using System.Diagnostics;

namespace TypedExplain.Hosting.Services;

/// <summary>A span and metrics for every question.</summary>
internal sealed class TracingExplanationService<T>(IExplanationService<T> inner, TimeProvider time) : DelegatingExplanationService<T>(inner)
    where T : IFeatureRecord<T>
{
    protected override async ValueTask<Served<TResult>> ServeAsync<TResult>(ExplanationQuestion question, T instance, Ask<TResult> ask, CancellationToken cancellation)
    {
        string word = question.ToString().ToLowerInvariant();
        TagList tags = new() { { TypedExplainTelemetry.RecordTag, T.Schema.Name }, { HostingTelemetry.Question, word } };
        using Activity? span = HostingTelemetry.Source.StartActivity($"serve {word}", ActivityKind.Internal, parentContext: default, tags: tags);
        long start = time.GetTimestamp();
        HostingTelemetry.Open.Add(1, tags);
        try
        {
            Served<TResult> served = await ask(instance, cancellation).ConfigureAwait(false);
            string result = ResultWords.Of(served.Result);
            span?.SetTag(HostingTelemetry.Result, result).SetTag(HostingTelemetry.Remembered, served.IsRemembered).SetTag(HostingTelemetry.Receipt, served.Receipt is not null);
            Took(result, null);
            return served;
        }
        catch (Exception error)
        {
            string type = ResultWords.TypeOf(error);
            span?.SetTag(TypedExplainTelemetry.ErrorTypeTag, type).SetStatus(ActivityStatusCode.Error);
            if (error is ServiceOverloadedException)
                HostingTelemetry.Refused.Add(1, tags);
            Took(null, type);
            throw;
        }
        finally
        {
            HostingTelemetry.Open.Add(-1, tags);
        }

        void Took(string? result, string? error)
        {
            TagList all = tags;
            if (result is not null)
                all.Add(HostingTelemetry.Result, result);
            if (error is not null)
                all.Add(TypedExplainTelemetry.ErrorTypeTag, error);
            HostingTelemetry.Duration.Record(time.GetElapsedTime(start).TotalSeconds, all);
        }
    }
}
