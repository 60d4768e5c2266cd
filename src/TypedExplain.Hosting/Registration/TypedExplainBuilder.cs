using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TypedExplain.Hosting.Registration;
using TypedExplain.Hosting.Scoring;
using TypedExplain.Hosting.Settings;

namespace TypedExplain.Hosting;

/// <summary>
/// Registers models, reference rows and services that explain. Several models of one record have names, by which their services are
/// keyed; a model without a name is the only one, or the one that is injected without a key. The application can have what it registers here as
/// <see cref="IModel{T}"/>, <see cref="IAsyncModel{T}"/>, <see cref="Dataset{T}"/> and <see cref="ReceiptLog"/>, in the same way, where it has none of its own.
/// </summary>
public class TypedExplainBuilder
{
    internal TypedExplainBuilder(IServiceCollection services) => Services = services;

    /// <summary>The services of the application.</summary>
    public IServiceCollection Services { get; }

    /// <summary>Adds a model that is called. It has one output: choose one of several with <c>model.Output(...)</c>.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="load">Makes it, once, when the application starts.</param>
    /// <param name="name">Its name; null where there is only one.</param>
    public TypedExplainBuilder AddModel<T>(Func<IServiceProvider, IModel<T>> load, string? name = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(load);
        Services.AddKeyedSingleton(Key(name), (provider, _) => ServedModel<T>.Of(Loaded(load(provider)), null));
        HandCalled<T>(name);
        return this;
    }

    /// <summary>Adds a model from a file. The health check tells when another file lies there.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="file">The path of the file.</param>
    /// <param name="load">Loads it from that path, once, when the application starts.</param>
    /// <param name="name">Its name; null where there is only one.</param>
    public TypedExplainBuilder AddModel<T>(string file, Func<string, IModel<T>> load, string? name = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(load);
        Services.AddKeyedSingleton(Key(name), (_, _) =>
        {
            ModelFile known = new(file);
            return ServedModel<T>.Of(Loaded(load(known.Path)), known);
        });
        HandCalled<T>(name);
        return this;
    }

    /// <summary>Adds a model that is awaited, such as one behind HTTP.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="connect">Makes it, once, when the application starts.</param>
    /// <param name="name">Its name; null where there is only one.</param>
    public TypedExplainBuilder AddAsyncModel<T>(Func<IServiceProvider, IAsyncModel<T>> connect, string? name = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(connect);
        Services.AddKeyedSingleton(Key(name), (provider, _) => Loaded(connect(provider)) switch
        {
            IModel<T> both => ServedModel<T>.Of(both, null),
            IAsyncModel<T> awaited => new ServedModel<T>(null, awaited, null),
        });
        new Handing<IAsyncModel<T>>(provider => provider.GetRequiredKeyedService<ServedModel<T>>(Key(name)).Awaited).Add(Services, Key(name));
        return this;
    }

    /// <summary>Adds reference rows: those that neighbors are drawn around, that contributions are held against and that reasons compare with.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="load">Loads them, once, when the application starts.</param>
    /// <param name="name">The name of the model that they are for; null where there is only one.</param>
    public TypedExplainBuilder AddBackground<T>(Func<IServiceProvider, Dataset<T>> load, string? name = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(load);
        Services.AddKeyedSingleton(Key(name), (provider, _) => new ServedBackground<T>(Loaded(load(provider))));
        new Handing<Dataset<T>>(provider => provider.GetRequiredKeyedService<ServedBackground<T>>(Key(name)).Rows).Add(Services, Key(name));
        return this;
    }

    /// <summary>Adds a service that explains a model, by the options of a section of the configuration.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="section">The section. That it is not there, or has a key that is no option, is an error when the application starts.</param>
    /// <param name="name">The name of the model; null where there is only one.</param>
    /// <exception cref="InvalidOptionException">There is such a service already.</exception>
    public ExplanationServiceBuilder<T> AddExplainer<T>(IConfigurationSection section, string? name = null)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(section);
        string options = NameOf<T>(name);
        Services.AddSingleton<IOptionsChangeTokenSource<ExplanationServiceOptions>>(new ConfigurationChangeTokenSource<ExplanationServiceOptions>(options, section));
        Services.AddSingleton<IConfigureOptions<ExplanationServiceOptions>>(new ConfigureNamedOptions<ExplanationServiceOptions>(options, own => SectionBinding.Bind(section, options, own)));
        return Add<T>(name, options, section.Path);
    }

    /// <summary>Adds a service that explains a model, by options that are set in code.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="configure">Sets the options; null for the defaults.</param>
    /// <param name="name">The name of the model; null where there is only one.</param>
    /// <exception cref="InvalidOptionException">There is such a service already.</exception>
    public ExplanationServiceBuilder<T> AddExplainer<T>(Action<ExplanationServiceOptions>? configure = null, string? name = null)
        where T : IFeatureRecord<T>
    {
        string options = NameOf<T>(name);
        if (configure is not null)
            Services.AddSingleton<IConfigureOptions<ExplanationServiceOptions>>(new ConfigureNamedOptions<ExplanationServiceOptions>(options, configure));
        return Add<T>(name, options, $"AddExplainer<{options}>");
    }

    internal static string Key(string? name) => name ?? "";

    private static string NameOf<T>(string? name)
        where T : IFeatureRecord<T> => name is null ? T.Schema.Name : $"{T.Schema.Name} {name}";

    private static TLoaded Loaded<TLoaded>(TLoaded? loaded)
        where TLoaded : class => loaded ?? throw new InvalidOptionException($"What was to load {typeof(TLoaded).Name} of a service gave null; it must give what it loads, or throw.");

    private void HandCalled<T>(string? name)
        where T : IFeatureRecord<T> => new Handing<IModel<T>>(provider => provider.GetRequiredKeyedService<ServedModel<T>>(Key(name)).Called
            ?? throw new InvalidOptionException($"The model of {T.Schema.Name} can only be awaited: AddAsyncModel came after AddModel. Ask for IAsyncModel<{T.Schema.Name}>.")).Add(Services, Key(name));

    private ExplanationServiceBuilder<T> Add<T>(string? name, string options, string place)
        where T : IFeatureRecord<T>
    {
        if (Services.Any(service => service.ServiceType == typeof(IExplanationService<T>) && service.IsKeyedService && Equals(service.ServiceKey, Key(name))))
            throw new InvalidOptionException($"AddExplainer<{T.Schema.Name}> was called twice{(name is null ? "" : $" for the name {name}")}, and of the first service nothing would be left. Call it once, or give each model a name of its own.");
        Services.AddSingleton<IValidateOptions<ExplanationServiceOptions>>(new ExplanationOptionsValidator(options, place));
        ExplanationServiceBuilder<T> builder = new(Services, new ServiceParts<T>(Key(name), options, place));
        builder.Register();
        return builder;
    }
}
