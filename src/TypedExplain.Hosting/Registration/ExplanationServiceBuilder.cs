using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using TypedExplain.Hosting.Health;
using TypedExplain.Hosting.Registration;
using TypedExplain.Hosting.Services;

namespace TypedExplain.Hosting;

/// <summary>Adds concerns to a service that explains. The first is the outermost: what it remembers or refuses does not reach those after it.</summary>
/// <typeparam name="T">The record.</typeparam>
public sealed class ExplanationServiceBuilder<T> : TypedExplainBuilder
    where T : IFeatureRecord<T>
{
    private readonly ServiceParts<T> _parts;

    internal ExplanationServiceBuilder(IServiceCollection services, ServiceParts<T> parts)
        : base(services) => _parts = parts;

    /// <summary>Puts a service of yours around it.</summary>
    /// <param name="around">Makes it of the service inside.</param>
    public ExplanationServiceBuilder<T> Use(Func<IExplanationService<T>, IServiceProvider, IExplanationService<T>> around)
    {
        ArgumentNullException.ThrowIfNull(around);
        _parts.Around.Add(around);
        return this;
    }

    /// <summary>Remembers results: the same question about the same instance is answered from memory, and once where it is asked several times at once.</summary>
    /// <param name="capacity">How many results are remembered; at least 1.</param>
    /// <exception cref="InvalidOptionException">The capacity is below 1.</exception>
    public ExplanationServiceBuilder<T> UseCache([OptionRange(AtLeast = 1)] int capacity = 10_000)
    {
        if (capacity < 1)
            throw new InvalidOptionException($"capacity of the cache is {capacity}; it must be at least 1.");
        return Use((inner, provider) => new CachingExplanationService<T>(inner, () => provider.GetRequiredKeyedService<ExplanationService<T>>(_parts.Key).Options, capacity));
    }

    /// <summary>Limits what all questions together ask of the model. Beyond the rate they wait; beyond the totals they fail.</summary>
    /// <param name="rowsPerSecond">The most rows per second; above 0.</param>
    /// <param name="maxRows">The most rows as long as the application runs; at least 0.</param>
    /// <param name="maxCalls">The most batches as long as the application runs; at least 0.</param>
    /// <exception cref="InvalidOptionException">A limit is outside what it may be.</exception>
    public ExplanationServiceBuilder<T> UseBudget([OptionRange(Above = 0)] double rowsPerSecond = double.PositiveInfinity, [OptionRange(AtLeast = 0)] long maxRows = long.MaxValue, [OptionRange(AtLeast = 0)] long maxCalls = long.MaxValue)
    {
        if (!(rowsPerSecond > 0))
            throw new InvalidOptionException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"rowsPerSecond of the budget is {rowsPerSecond}; it must be above 0."));
        if (maxRows < 0)
            throw new InvalidOptionException($"maxRows of the budget is {maxRows}; it must be at least 0.");
        if (maxCalls < 0)
            throw new InvalidOptionException($"maxCalls of the budget is {maxCalls}; it must be at least 0.");
        _parts.Budget = new() { Name = _parts.Options, RowsPerSecond = rowsPerSecond, MaxRows = maxRows, MaxCalls = maxCalls };
        return this;
    }

    /// <summary>Asks a model that is awaited about the rows of several questions in one batch; results have the same bits.</summary>
    /// <param name="mostRows">How many rows are joined at most; at least 1.</param>
    /// <exception cref="InvalidOptionException">The number is below 1.</exception>
    public ExplanationServiceBuilder<T> UseJoinedBatches([OptionRange(AtLeast = 1)] int mostRows = 4096)
    {
        if (mostRows < 1)
            throw new InvalidOptionException($"mostRows of joined batches is {mostRows}; it must be at least 1.");
        _parts.JoinedRows = mostRows;
        return this;
    }

    /// <summary>Keeps a receipt of every result. A result whose receipt cannot be kept is not given.</summary>
    /// <param name="log">Makes the log.</param>
    public ExplanationServiceBuilder<T> UseReceipts(Func<IServiceProvider, ReceiptLog> log)
    {
        ArgumentNullException.ThrowIfNull(log);
        new Handing<ReceiptLog>(provider => provider.GetRequiredKeyedService<KeptReceipts<T>>(_parts.Key).Log).Add(Services, _parts.Key);
        _parts.Receipts = log;
        Services.AddKeyedSingleton(_parts.Key, (provider, _) => new KeptReceipts<T>(log(provider)));
        return Use((inner, provider) =>
        {
            ExplanationService<T> core = provider.GetRequiredKeyedService<ExplanationService<T>>(_parts.Key);
            IModel<T> model = core.Model.Called
                ?? throw new InvalidOptionException($"Receipts need a model that is called; the model of {T.Schema.Name} can only be awaited. Register it with AddModel, or leave UseReceipts out.");
            return new ReceiptKeepingExplanationService<T>(inner, provider.GetRequiredKeyedService<KeptReceipts<T>>(_parts.Key).Queue, model, ServiceParts<T>.Log(provider));
        });
    }

    /// <summary>Keeps a receipt of every result in a log that is registered as a service.</summary>
    /// <typeparam name="TLog">The log.</typeparam>
    public ExplanationServiceBuilder<T> UseReceipts<TLog>()
        where TLog : ReceiptLog => UseReceipts(provider => provider.GetRequiredService<TLog>());

    /// <summary>Writes to the log what is asked, what becomes of it and how long it takes; never a value of an instance.</summary>
    public ExplanationServiceBuilder<T> UseLogging() => Use((inner, provider) => new LoggingExplanationService<T>(inner, ServiceParts<T>.Log(provider), provider.GetRequiredService<TimeProvider>()));

    /// <summary>Makes a span and metrics of every question, in the source and the meter "TypedExplain"; never a value of an instance.</summary>
    public ExplanationServiceBuilder<T> UseOpenTelemetry() => Use((inner, provider) => new TracingExplanationService<T>(inner, provider.GetRequiredService<TimeProvider>()));

    internal void Register()
    {
        string key = _parts.Key;
        ServiceParts<T> parts = _parts;
        Services.AddKeyedSingleton(key, (provider, _) => parts.Core(provider));
        Services.AddKeyedSingleton<IExplanationService<T>>(key, (provider, _) => parts.Whole(provider));
        Services.AddKeyedSingleton(key, (provider, _) => new DecisionPages<T>(provider.GetRequiredKeyedService<IExplanationService<T>>(key), provider.GetRequiredKeyedService<ExplanationService<T>>(key)));
        if (key.Length == 0)
        {
            Services.AddSingleton(provider => provider.GetRequiredKeyedService<IExplanationService<T>>(key));
            Services.AddSingleton(provider => provider.GetRequiredKeyedService<DecisionPages<T>>(key));
        }

        Services.AddSingleton<IHostedService>(provider => new ExplanationStart<T>(provider, key));
        Services.AddHealthChecks().Add(new HealthCheckRegistration(
            $"explanations of {parts.Options}",
            provider => new ExplanationHealthCheck<T>(provider.GetRequiredKeyedService<ExplanationService<T>>(key), provider.GetKeyedService<KeptReceipts<T>>(key)?.Log),
            failureStatus: null,
            tags: ["typedexplain"]));
    }
}
