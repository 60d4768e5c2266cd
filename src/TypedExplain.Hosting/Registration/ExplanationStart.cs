using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TypedExplain.Hosting.Services;

namespace TypedExplain.Hosting.Registration;

/// <summary>Makes a service when the application starts, so that a model that cannot be loaded or options that are wrong end it there.</summary>
internal sealed class ExplanationStart<T>(IServiceProvider provider, string key) : IHostedService
    where T : IFeatureRecord<T>
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = provider.GetRequiredKeyedService<IExplanationService<T>>(key);
        ExplanationService<T> core = provider.GetRequiredKeyedService<ExplanationService<T>>(key);
        if (core.Background is { Count: > 0 } background)
            _ = core.Plan(background[0]);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
