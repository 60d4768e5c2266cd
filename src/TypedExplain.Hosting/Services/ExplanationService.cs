using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TypedExplain.Decisions;
using TypedExplain.Hosting.Scoring;

namespace TypedExplain.Hosting.Services;

/// <summary>The service inside all others: it asks the model.</summary>
internal sealed class ExplanationService<T> : IExplanationService<T>, IDisposable
    where T : IFeatureRecord<T>
{
    private readonly ServedModel<T> _model;
    private readonly Dataset<T>? _background;
    private readonly IOptionsMonitor<ExplanationServiceOptions> _options;
    private readonly ILogger _log;
    private readonly Turns _turns;
    private readonly string _name, _place;
    private volatile Explainers<T> _explainers;
    private volatile string? _refused;

    /// <param name="model">The model.</param>
    /// <param name="background">Reference rows; null for none.</param>
    /// <param name="options">How it explains.</param>
    /// <param name="name">The name of the options.</param>
    /// <param name="place">Where the options come from.</param>
    /// <param name="time">Tells how long a question takes.</param>
    /// <param name="log">Learns of options that were refused while it runs.</param>
    /// <exception cref="OptionsValidationException">The options are not valid.</exception>
    public ExplanationService(ServedModel<T> model, Dataset<T>? background, IOptionsMonitor<ExplanationServiceOptions> options, string name, string place, TimeProvider time, ILogger log)
    {
        (_model, _background, _options, _name, _place, _log) = (model, background, options, name, place, log);
        ExplanationServiceOptions first = options.Get(name);
        _explainers = Made(first);
        _turns = new(first.Concurrency, first.Queue, time);
    }

    /// <summary>The model.</summary>
    public ServedModel<T> Model => _model;

    /// <summary>Reference rows; null for none.</summary>
    public Dataset<T>? Background => _background;

    /// <summary>The options that it explains by.</summary>
    public ExplanationServiceOptions Options => Current().Options;

    /// <summary>Whether it can divide answers among the features.</summary>
    public bool HasContributions => Current().Shap is not null;

    /// <summary>Whether it can state reasons.</summary>
    public bool HasReasons => Current().Reasons is not null && !T.Schema.Reasons.IsEmpty;

    /// <summary>Why the options as they are now are not used; null where they are.</summary>
    public string? RefusedOptions
    {
        get
        {
            _ = Current();
            return _refused;
        }
    }

    /// <summary>How many questions wait for their turn.</summary>
    public long Waiting => _turns.Waiting;

    public ValueTask<Served<Outcome<T>>> ExplainAsync(T instance, CancellationToken cancellation = default)
    {
        Certifier<T> certifier = Current().Certifier;
        return ServeAsync(instance, token => certifier.Begin(_model.Info, instance, token).FinishAsync(_model.Awaited, token), cancellation);
    }

    public ValueTask<Served<ShapValues<T>>> ContributeAsync(T instance, CancellationToken cancellation = default)
    {
        IShapExplainer<T> shap = Current().RequiredShap();
        return ServeAsync(instance, token => shap.BeginValues(_model.Info, instance, token).FinishAsync(_model.Awaited, token), cancellation);
    }

    public ValueTask<Served<ReasonStatement<T>>> StateReasonsAsync(T instance, CancellationToken cancellation = default)
    {
        PrincipalReasons<T> reasons = Current().RequiredReasons();
        return ServeAsync(instance, token => reasons.Begin(_model.Info, instance, token).FinishAsync(_model.Awaited, token), cancellation);
    }

    public ValueTask<Served<RecourseOutcome<T>>> FindRecourseAsync(T instance, CancellationToken cancellation = default)
    {
        Recourse<T> recourse = Current().RequiredRecourse();
        return ServeAsync(instance, token => recourse.Begin(_model.Info, instance, token).FinishAsync(_model.Awaited, token), cancellation);
    }

    public ValueTask<ReplayOutcome> ReplayAsync(Receipt<T> receipt, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(receipt);
        Explainers<T> current = Current();
        IModel<T> model = _model.Called ?? throw new InvalidOptionException($"Replays need a model that is called; the model of {T.Schema.Name} can only be awaited. Register it with AddModel.");
        return _turns.TakeAsync(token => ValueTask.FromResult(Replays<T>.Of(receipt, model, _background, current, token)), cancellation);
    }

    public ExplanationPlan<T> Plan(T instance)
    {
        if (instance is null)
            throw new ArgumentNullException(nameof(instance));
        return Current().Certifier.Plan(_model.Info, instance);
    }

    /// <inheritdoc/>
    public void Dispose() => _turns.Dispose();

    private async ValueTask<Served<TResult>> ServeAsync<TResult>(T instance, Func<CancellationToken, ValueTask<TResult>> work, CancellationToken cancellation)
        where TResult : class, IJsonResult
    {
        // What is no legal record takes nobody's turn.
        if (instance is null)
            throw new ArgumentNullException(nameof(instance));
        T.Schema.Encode(instance, new double[T.Schema.Columns]);
        return new(await _turns.TakeAsync(work, cancellation).ConfigureAwait(false));
    }

    /// <summary>What it explains by. Options that became invalid while it runs are told and not used.</summary>
    private Explainers<T> Current()
    {
        Explainers<T> current = _explainers;
        try
        {
            ExplanationServiceOptions options = _options.Get(_name);
            if (!ReferenceEquals(options, current.Options))
                _explainers = current = Made(options);
        }
        catch (OptionsValidationException error)
        {
            if (_refused != error.Message)
                HostingLog.OptionsRefused(_log, T.Schema.Name, error.Message);
            _refused = error.Message;
            return current;
        }

        _refused = null;
        return current;
    }

    /// <exception cref="OptionsValidationException">The options do not go with the model.</exception>
    private Explainers<T> Made(ExplanationServiceOptions options) => options.Contributions.Method != ContributionMethod.TreeShap || Explainers<T>.IsForest(_model.Info)
        ? new(options, _model.Info, _background, _place)
        : throw new OptionsValidationException(_name, typeof(ExplanationServiceOptions), [$"{_place}:Contributions:Method is TreeShap, and the model of {T.Schema.Name} is no forest; register a Forest<{T.Schema.Name}>, such as the Forest of a model of trees, or leave the method out."]);
}
