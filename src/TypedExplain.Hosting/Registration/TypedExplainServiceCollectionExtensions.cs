using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace TypedExplain.Hosting;

/// <summary>Where explanations enter an application.</summary>
public static class TypedExplainServiceCollectionExtensions
{
    /// <summary>Begins the registration of models and of services that explain them.</summary>
    /// <param name="services">The services of the application.</param>
    public static TypedExplainBuilder AddTypedExplain(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddLogging();
        services.AddOptions();
        services.AddProblemDetails();
        services.TryAddSingleton(TimeProvider.System);
        return new(services);
    }
}
