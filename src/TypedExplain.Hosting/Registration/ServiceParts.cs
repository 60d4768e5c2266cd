using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedExplain.Hosting.Scoring;
using TypedExplain.Hosting.Services;

namespace TypedExplain.Hosting.Registration;

/// <summary>What a service is put together of.</summary>
/// <param name="key">The key of its services.</param>
/// <param name="options">The name of its options.</param>
/// <param name="place">Where they come from.</param>
internal sealed class ServiceParts<T>(string key, string options, string place)
    where T : IFeatureRecord<T>
{
    /// <summary>The key of its services.</summary>
    public string Key => key;

    /// <summary>The name of its options.</summary>
    public string Options => options;

    /// <summary>What all questions together may ask of the model; null for no limit.</summary>
    public QueryBudget? Budget { get; set; }

    /// <summary>How many rows of several questions are joined in one batch; 0 for none.</summary>
    public int JoinedRows { get; set; }

    /// <summary>Where receipts go; null where none are kept.</summary>
    public Func<IServiceProvider, ReceiptLog>? Receipts { get; set; }

    /// <summary>The services around, the outermost first.</summary>
    public List<Func<IExplanationService<T>, IServiceProvider, IExplanationService<T>>> Around { get; } = [];

    /// <summary>The service inside.</summary>
    public ExplanationService<T> Core(IServiceProvider provider)
    {
        ServedModel<T> model = provider.GetKeyedService<ServedModel<T>>(key)
            ?? throw new InvalidOptionException($"{options} has an explainer and no model; register it with AddModel<{T.Schema.Name}>{(key.Length == 0 ? "" : " by the same name")}.");
        if (Budget is { } budget)
            model = model.Within(budget);
        if (JoinedRows > 0)
            model = new(model.Called, new JoiningModel<T>(model.Awaited, JoinedRows), model.File);
        return new(
            model,
            provider.GetKeyedService<ServedBackground<T>>(key)?.Rows,
            provider.GetRequiredService<IOptionsMonitor<ExplanationServiceOptions>>(),
            options,
            place,
            provider.GetRequiredService<TimeProvider>(),
            Log(provider));
    }

    /// <summary>The service with all that is around it.</summary>
    public IExplanationService<T> Whole(IServiceProvider provider)
    {
        IExplanationService<T> service = provider.GetRequiredKeyedService<ExplanationService<T>>(key);
        for (int i = Around.Count - 1; i >= 0; i--)
            service = Around[i](service, provider) ?? throw new InvalidOptionException($"What Use puts around the service of {options} gave null; it must give a service, or the one that it is given.");
        return service;
    }

    /// <summary>The log of the service.</summary>
    public static ILogger Log(IServiceProvider provider) => provider.GetRequiredService<ILoggerFactory>().CreateLogger("TypedExplain.Hosting");
}
