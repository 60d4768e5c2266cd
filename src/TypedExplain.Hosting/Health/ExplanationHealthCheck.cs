using Microsoft.Extensions.Diagnostics.HealthChecks;
using TypedExplain.Hosting.Services;
using TypedExplain.Schema.Rows;

namespace TypedExplain.Hosting.Health;

/// <summary>
/// Whether a service can be relied on: the model answers, its file and the options are those that it started with, receipts can be kept, and the
/// canary's result is still made to the bit.
/// </summary>
/// <param name="service">The service.</param>
/// <param name="receipts">Where its receipts go; null where none are kept.</param>
internal sealed class ExplanationHealthCheck<T>(ExplanationService<T> service, ReceiptLog? receipts) : IHealthCheck
    where T : IFeatureRecord<T>
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        Dictionary<string, object> data = new() { ["waiting"] = service.Waiting };
        if (await LogFault(cancellationToken).ConfigureAwait(false) is { } log)
            return HealthCheckResult.Unhealthy(log, data: data);
        if (await ModelFault(cancellationToken).ConfigureAwait(false) is { } model)
            return HealthCheckResult.Unhealthy(model, data: data);
        if (service.Model.File?.Changed() is { } file)
            return HealthCheckResult.Degraded(file, data: data);
        return service.RefusedOptions is not null
            ? HealthCheckResult.Degraded($"The options of {T.Schema.Name} changed and are not valid; the service goes on with those before.", data: data)
            : HealthCheckResult.Healthy(service.Options.Canary is null ? "The model answers." : "The canary's result is the same to the bit.", data);
    }

    private async Task<string?> LogFault(CancellationToken cancellation)
    {
        if (receipts is null)
            return null;
        try
        {
            _ = await Task.Run(() => receipts.Head, cancellation).ConfigureAwait(false);
            return null;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            // Whatever a database's driver throws: the log is not there.
            return $"The receipt log of {T.Schema.Name} cannot be reached, so no results are given.";
        }
    }

    private async Task<string?> ModelFault(CancellationToken cancellation)
    {
        try
        {
            if (service.Options.Canary is { } path)
                return await CanaryFault(path, cancellation).ConfigureAwait(false);
            if (service.Background is { Count: > 0 } background)
                await Task.Run(() => AskAsync(background[0], cancellation), cancellation).ConfigureAwait(false);
            return null;
        }
        catch (TypedExplainException error)
        {
            return $"The model of {T.Schema.Name} does not answer: {ResultWords.Of(error)}.";
        }
    }

    private async Task AskAsync(T instance, CancellationToken cancellation)
    {
        double[] row = new double[T.Schema.Columns];
        T.Schema.Encode(instance, row);
        RowBatch<T> asked = new(service.Model.Info, row, new GivenRecords<T>([instance]), new double[1]);
        await asked.AskOfAsync(service.Model.Awaited, cancellation).ConfigureAwait(false);
        _ = asked.Scores;
    }

    private async Task<string?> CanaryFault(string path, CancellationToken cancellation)
    {
        string json;
        try
        {
            json = await File.ReadAllTextAsync(path, cancellation).ConfigureAwait(false);
        }
        catch (IOException)
        {
            return $"The canary {Path.GetFileName(path)} of {T.Schema.Name} cannot be read.";
        }

        try
        {
            return await service.ReplayAsync(Receipt<T>.FromJson(json), cancellation).ConfigureAwait(false) is Identical ? null
                : $"The canary {Path.GetFileName(path)} of {T.Schema.Name} does not give its stored result any more: the model, the background, the options or the library are others.";
        }
        catch (ServiceOverloadedException)
        {
            // Busy is not broken.
            return null;
        }
        catch (InvalidJsonException)
        {
            return $"The canary {Path.GetFileName(path)} is no receipt of {T.Schema.Name}.";
        }
    }
}
