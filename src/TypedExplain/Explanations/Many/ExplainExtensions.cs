using System.Runtime.CompilerServices;
using TypedExplain.Explanations.Many;
using TypedExplain.Models.Runs;

namespace TypedExplain;

/// <summary>Explaining by explainers of your own, by models that are awaited, and explaining streams of instances.</summary>
public static class ExplainExtensions
{
    /// <summary>Explains one instance by an explainer of your own, which has no such method unless it writes one.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer.</param>
    /// <param name="model">A model with one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early, also while a batch is scored.</param>
    public static Explanation<T> Explain<T>(this IExplainer<T> explainer, IModel<T> model, T instance, CancellationToken cancellation = default)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explainer);
        return explainer.Explain(model, instance, cancellation);
    }

    /// <summary>Explains one instance by a model that is awaited; the bits are those of a model that is called.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer.</param>
    /// <param name="model">A model with one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early, whether or not the model heeds it.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidModelException">The model has several outputs, failed, or gave an answer that is not a finite number.</exception>
    /// <exception cref="InvalidOptionException">An option of the explainer is outside what it may be.</exception>
    /// <exception cref="NoFitException">No local fit exists.</exception>
    public static ValueTask<Explanation<T>> ExplainAsync<T>(this IExplainer<T> explainer, IAsyncModel<T> model, T instance, CancellationToken cancellation = default)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explainer);
        ArgumentNullException.ThrowIfNull(model);
        return explainer.Begin(model, instance, cancellation).FinishAsync(model, cancellation);
    }

    /// <summary>The contributions of one instance's features, by a model that is awaited.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer.</param>
    /// <param name="model">A model with one output.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early, whether or not the model heeds it.</param>
    public static ValueTask<ShapValues<T>> ValuesAsync<T>(this IShapExplainer<T> explainer, IAsyncModel<T> model, T instance, CancellationToken cancellation = default)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explainer);
        ArgumentNullException.ThrowIfNull(model);
        return explainer.BeginValues(model, instance, cancellation).FinishAsync(model, cancellation);
    }

    /// <summary>
    /// Explains a stream of instances by a model that is awaited. No more of them are held at a time than are asked about and
    /// waited for, so a stream may be of any length.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer.</param>
    /// <param name="model">A model with one output.</param>
    /// <param name="instances">The instances; taken one after the other as there is room.</param>
    /// <param name="concurrent">How many batches the model is asked about at the same time; at least 1.</param>
    /// <param name="together">How many instances ask the model in the same batch; at least 1.</param>
    /// <param name="inOrder">Whether outcomes come in the order of the instances; if not, as they are finished.</param>
    /// <param name="progress">Told how far the work is, after each instance.</param>
    /// <param name="cancellation">Ends the stream: what is finished has been handed out, and the stream throws.</param>
    /// <returns>What became of each instance.</returns>
    /// <exception cref="InvalidOptionException">A number is below 1.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    [OverloadResolutionPriority(1)]
    public static IAsyncEnumerable<RowOutcome<Explanation<T>>> ExplainManyAsync<T>(
        this IExplainer<T> explainer,
        IAsyncModel<T> model,
        IEnumerable<T> instances,
        [OptionRange(AtLeast = 1)] int concurrent = 4,
        [OptionRange(AtLeast = 1)] int together = 1,
        bool inOrder = true,
        IProgress<ManyProgress>? progress = null,
        CancellationToken cancellation = default)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explainer);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(instances);
        ExplainManyExtensions.Check(concurrent, nameof(concurrent));
        ExplainManyExtensions.Check(together, nameof(together));
        return new RunStream<T, Explanation<T>>(instance => explainer.Begin(model, instance), model) { Concurrent = concurrent, Together = together, InOrder = inOrder, IsThreaded = false }
            .FinishAsync(instances, progress, cancellation);
    }

    /// <summary>Explains a stream of instances by a model that is called, on threads of the pool; see the other overload.</summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer.</param>
    /// <param name="model">A model with one output; it is called from several threads at once.</param>
    /// <param name="instances">The instances; taken one after the other as there is room.</param>
    /// <param name="threads">How many threads at most; all processors by default.</param>
    /// <param name="together">How many instances ask the model in the same batch; at least 1.</param>
    /// <param name="inOrder">Whether outcomes come in the order of the instances; if not, as they are finished.</param>
    /// <param name="progress">Told how far the work is, after each instance.</param>
    /// <param name="cancellation">Ends the stream: what is finished has been handed out, and the stream throws.</param>
    /// <returns>What became of each instance.</returns>
    /// <exception cref="InvalidOptionException">A number is below 1.</exception>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    public static IAsyncEnumerable<RowOutcome<Explanation<T>>> ExplainManyAsync<T>(
        this IExplainer<T> explainer,
        IModel<T> model,
        IEnumerable<T> instances,
        [OptionRange(AtLeast = 1)] int? threads = null,
        [OptionRange(AtLeast = 1)] int together = 1,
        bool inOrder = true,
        IProgress<ManyProgress>? progress = null,
        CancellationToken cancellation = default)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explainer);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(instances);
        ExplainManyExtensions.Check(threads, nameof(threads));
        ExplainManyExtensions.Check(together, nameof(together));
        return new RunStream<T, Explanation<T>>(instance => explainer.Begin(model, instance), new CalledModel<T>(model)) { Concurrent = threads ?? Environment.ProcessorCount, Together = together, InOrder = inOrder, IsThreaded = true }
            .FinishAsync(instances, progress, cancellation);
    }
}
