using System.Runtime.ExceptionServices;

namespace TypedExplain;

/// <summary>Explaining many instances at once.</summary>
public static class Batch
{
    /// <summary>
    /// Explains instances in parallel. The results are, bit for bit, those of one call per instance: they depend on
    /// neither the number of threads nor the order nor which other instances are explained.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer.</param>
    /// <param name="model">The model; it is called from several threads at once.</param>
    /// <param name="instances">The instances.</param>
    /// <param name="threads">How many threads at most; all processors by default.</param>
    /// <param name="progress">Told how many instances are done, after each.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>One explanation per instance, in the same order.</returns>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    /// <exception cref="TypedExplainException">An instance could not be explained: the error of the first such instance.</exception>
    public static IReadOnlyList<Explanation<T>> ExplainMany<T>(
        this IExplainer<T> explainer,
        IModel<T> model,
        IReadOnlyList<T> instances,
        [OptionRange(AtLeast = 1)] int? threads = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explainer);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(instances);
        return Each(instances, instance => explainer.Explain(model, instance, cancellation), threads, progress, cancellation);
    }

    /// <summary>
    /// The contributions of many instances, in parallel. The results are, bit for bit, those of one call per instance.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer.</param>
    /// <param name="model">The model; it is called from several threads at once.</param>
    /// <param name="instances">The instances.</param>
    /// <param name="threads">How many threads at most; all processors by default.</param>
    /// <param name="progress">Told how many instances are done, after each.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>The contributions of each instance, in the same order.</returns>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    /// <exception cref="TypedExplainException">An instance could not be explained: the error of the first such instance.</exception>
    public static IReadOnlyList<ShapValues<T>> ValuesMany<T>(
        this IShapExplainer<T> explainer,
        IModel<T> model,
        IReadOnlyList<T> instances,
        [OptionRange(AtLeast = 1)] int? threads = null,
        IProgress<int>? progress = null,
        CancellationToken cancellation = default)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explainer);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(instances);
        return Each(instances, instance => explainer.Values(model, instance, cancellation), threads, progress, cancellation);
    }

    /// <summary>The result of each item, in parallel and in their order; the error of the first one that has one.</summary>
    internal static TResult[] Each<TItem, TResult>(IReadOnlyList<TItem> instances, Func<TItem, TResult> explain, int? threads = null, IProgress<int>? progress = null, CancellationToken cancellation = default)
    {
        if (threads < 1)
            throw new InvalidOptionException($"threads is {threads}; it must be at least 1.");

        var results = new TResult[instances.Count];
        var errors = new ExceptionDispatchInfo?[instances.Count];
        int done = 0;
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancellation };
        Parallel.For(0, instances.Count, options, (row, state) =>
        {
            try
            {
                results[row] = explain(instances[row]);
                progress?.Report(Interlocked.Increment(ref done));
            }
            catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                // Rows before this one still run, so that the first error of all is the one reported.
                errors[row] = ExceptionDispatchInfo.Capture(error);
                state.Break();
            }
        });
        cancellation.ThrowIfCancellationRequested();
        Array.Find(errors, error => error is not null)?.Throw();
        return results;
    }
}
