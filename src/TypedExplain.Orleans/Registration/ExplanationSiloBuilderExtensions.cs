using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Orleans.Storage;
using TypedExplain.Batch;
using TypedExplain.Orleans.Budgets;
using TypedExplain.Orleans.Jobs;
using TypedExplain.Orleans.Online;
using TypedExplain.Orleans.Settings;
using TypedExplain.Orleans.Workers;

namespace TypedExplain.Orleans;

/// <summary>Registers explanations on a silo. Every silo must register the same: grains are found by these names.</summary>
public static class ExplanationSiloBuilderExtensions
{
    /// <summary>Adds a job over a table, whose shards the silos do together once <see cref="IExplanationJobGrain.StartAsync"/> was called.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="silo">The silo.</param>
    /// <param name="name">The name of the job, the key of its grain.</param>
    /// <param name="make">Makes the job, when it is needed first. Its folder must be one that all silos share.</param>
    /// <param name="options">How its shards are handed out; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">The name is empty or taken, or an option is outside what it may be.</exception>
    public static ISiloBuilder AddExplanationJob<T>(this ISiloBuilder silo, string name, Func<IServiceProvider, ExplanationJob<T>> make, ExplanationJobOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(silo);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(make);
        ExplanationJobOptions own = options ?? new();
        GrainNames.Check(name, "a job");
        own.Check(name);
        Require<IRegisteredJob>(silo, name, "A job");
        Prepare(silo);
        silo.Services.AddKeyedSingleton<IRegisteredJob>(name, (services, _) => new RegisteredJob<T>(name, own, () => make(services)));
        silo.Services.AddSingleton(services => services.GetRequiredKeyedService<IRegisteredJob>(name));
        if (!silo.Services.Any(service => service.ServiceType == typeof(JobWorkers)))
        {
            silo.Services.AddSingleton<JobWorkers>();
            silo.Services.AddSingleton<ILifecycleParticipant<ISiloLifecycle>>(services => services.GetRequiredService<JobWorkers>());
        }

        return silo;
    }

    /// <summary>
    /// Says how many shards this silo works on at a time: 1 by default, since a shard takes all processors that its job's <c>Threads</c>
    /// allow; 0 for a silo that only coordinates.
    /// </summary>
    /// <param name="silo">The silo.</param>
    /// <param name="workers">How many; at least 0.</param>
    /// <exception cref="InvalidOptionException">It is below 0.</exception>
    public static ISiloBuilder UseExplanationWorkers(this ISiloBuilder silo, [OptionRange(AtLeast = 0)] int workers)
    {
        ArgumentNullException.ThrowIfNull(silo);
        if (workers < 0)
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"workers is {workers}; it must be at least 0."));
        silo.Services.AddSingleton(new WorkerCount(workers));
        return silo;
    }

    /// <summary>Adds a budget that all silos keep together; models keep to it by <c>WithClusterBudget</c>.</summary>
    /// <param name="silo">The silo.</param>
    /// <param name="name">The name of the budget, the key of its grain.</param>
    /// <param name="options">What may be asked, and where it is written down.</param>
    /// <exception cref="InvalidOptionException">The name is empty or taken, or an option is outside what it may be.</exception>
    public static ISiloBuilder AddQueryBudget(this ISiloBuilder silo, string name, ClusterBudgetOptions options)
    {
        ArgumentNullException.ThrowIfNull(silo);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(options);
        GrainNames.Check(name, "a budget");
        options.Check(name);
        Require<RegisteredBudget>(silo, name, "A budget");
        Prepare(silo);
        silo.Services.AddKeyedSingleton(name, new RegisteredBudget(options));
        return silo;
    }

    /// <summary>Adds a model and an explainer that answer online, by <see cref="IExplanationGrain"/>.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="silo">The silo.</param>
    /// <param name="name">The name, the key of the grain.</param>
    /// <param name="make">Makes the model and the explainer, when they are needed first.</param>
    /// <param name="options">How much at a time; null for the defaults.</param>
    /// <exception cref="InvalidOptionException">The name is empty or taken, or an option is outside what it may be.</exception>
    public static ISiloBuilder AddExplanations<T>(this ISiloBuilder silo, string name, Func<IServiceProvider, (IModel<T> Model, IExplainer<T> Explainer)> make, OnlineExplanationOptions? options = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(silo);
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(make);
        OnlineExplanationOptions own = options ?? new();
        GrainNames.Check(name, "explanations");
        own.Check(name);
        Require<IOnlineExplainer>(silo, name, "Explanations");
        Prepare(silo);
        silo.Services.AddKeyedSingleton<IOnlineExplainer>(name, (services, _) => new OnlineExplainer<T>(name, own, () => make(services), services.GetRequiredService<ILogger<OnlineExplainer<T>>>()));
        return silo;
    }

    private static void Prepare(ISiloBuilder silo)
    {
        silo.Services.TryAddSingleton(new SiloTime(TimeProvider.System));
        if (!silo.Services.Any(service => service.ServiceType == typeof(IGrainStorage) && service.ServiceKey is GrainNames.Memory))
            silo.AddMemoryGrainStorage(GrainNames.Memory);
    }

    private static void Require<TService>(ISiloBuilder silo, string name, string what)
    {
        if (silo.Services.Any(service => service.ServiceType == typeof(TService) && service.ServiceKey is string taken && taken == name))
            throw new InvalidOptionException($"{what} of the name {name} is registered already; each must have a name of its own.");
    }
}
