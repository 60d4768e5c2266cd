using System.Collections.Concurrent;
using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TypedExplain.Hosting.Http;

namespace TypedExplain.Hosting;

/// <summary>Endpoints of services that explain.</summary>
public static class ExplanationEndpointExtensions
{
    // The names of the services of each application, with how often they are mapped.
    private static readonly ConditionalWeakTable<IServiceProvider, ConcurrentDictionary<string, int>> s_mapped = [];

    /// <summary>
    /// Maps a service: POST of a record to <c>/explanation</c>, <c>/contributions</c>, <c>/reasons</c>, <c>/recourse</c>, <c>/plan</c> and
    /// <c>/page</c>; GET of <c>/schema</c>, <c>/receipts/{sequence}</c>, and POST to <c>/receipts/{sequence}/replay</c>. Errors are problem
    /// details, feature by feature. Values of protected features are told as the options say. OpenAPI documents describe each feature.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="endpoints">The application.</param>
    /// <param name="prefix">The path that all of them begin with.</param>
    /// <param name="name">The name of the model; null where there is only one.</param>
    /// <param name="maxBodyBytes">How many bytes a record has at most; at least 1.</param>
    /// <returns>The group, for authorization and the like.</returns>
    /// <exception cref="InvalidOptionException">The number of bytes is below 1.</exception>
    public static RouteGroupBuilder MapExplanations<T>(this IEndpointRouteBuilder endpoints, string prefix, string? name = null, [OptionRange(AtLeast = 1)] int maxBodyBytes = 1 << 20)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(prefix);
        if (maxBodyBytes < 1)
            throw new InvalidOptionException($"maxBodyBytes is {maxBodyBytes}; it must be at least 1.");
        RouteGroupBuilder group = endpoints.MapGroup(prefix);
        ExplanationHandlers<T> handlers = new(TypedExplainBuilder.Key(name), maxBodyBytes);
        string service = name is null ? T.Schema.Name : $"{T.Schema.Name}-{name}";

        // Names of endpoints are there once, and a service may be mapped under several prefixes.
        int times = s_mapped.GetOrCreateValue(endpoints.ServiceProvider).AddOrUpdate(service, 1, static (_, before) => before + 1);
        if (times > 1)
            service = string.Create(CultureInfo.InvariantCulture, $"{service}-{times}");
        foreach (EndpointForm<T> form in EndpointForm<T>.All)
        {
            RequestDelegate handle = http => handlers.HandleAsync(http, form.Handle);
            IEndpointConventionBuilder endpoint = form.IsPost ? group.MapPost(form.Pattern, handle) : group.MapGet(form.Pattern, handle);
            endpoint.WithName($"{service}-{form.Name}").WithMetadata(handle.Method);
            OpenApiForm.Describe(endpoint, form, name);
        }

        return group;
    }
}
