using TypedExplain.Models.Runs;

namespace TypedExplain.Hosting.Scoring;

/// <summary>The model of a service, as it is called and as it is awaited.</summary>
/// <param name="called">The model that is called; null where it can only be awaited.</param>
/// <param name="awaited">The model that is awaited.</param>
/// <param name="file">The file that it was loaded from; null where none is known.</param>
internal sealed class ServedModel<T>(IModel<T>? called, IAsyncModel<T> awaited, ModelFile? file) : IAsyncDisposable, IDisposable
    where T : IFeatureRecord<T>
{
    /// <summary>The model that is called; null where it can only be awaited.</summary>
    public IModel<T>? Called => called;

    /// <summary>The model that is awaited.</summary>
    public IAsyncModel<T> Awaited => awaited;

    /// <summary>What is known of it without asking: the model that is called where there is one, since some methods read its trees.</summary>
    public IModelInfo<T> Info => (IModelInfo<T>?)called ?? awaited;

    /// <summary>The file that it was loaded from; null where none is known.</summary>
    public ModelFile? File => file;

    private object Given => (object?)called ?? awaited;

    /// <summary>Disposes of the model, as the container does of what a factory made: whether or not anybody asked for the model itself.</summary>
    public void Dispose() => (Given as IDisposable)?.Dispose();

    /// <inheritdoc cref="Dispose"/>
    public ValueTask DisposeAsync()
    {
        if (Given is IAsyncDisposable later)
            return later.DisposeAsync();
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>A model that is called.</summary>
    public static ServedModel<T> Of(IModel<T> model, ModelFile? file) => new(model, model as IAsyncModel<T> ?? new CalledModel<T>(model), file);

    /// <summary>The model within a budget.</summary>
    public ServedModel<T> Within(QueryBudget budget) => called is null
        ? new(null, new BudgetedAsyncModel<T>(awaited, budget), file)
        : new BudgetedModel<T>(called, budget) is var own && called is IAsyncModel<T> ? new(own, new BudgetedAsyncModel<T>(awaited, budget), file) : new(own, own, file);
}
