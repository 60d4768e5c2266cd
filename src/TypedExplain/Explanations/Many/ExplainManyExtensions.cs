using System.Diagnostics;
using System.Runtime.ExceptionServices;
using TypedExplain.Explanations.Many;
using TypedExplain.Models.Runs;

namespace TypedExplain;

/// <summary>Explaining many instances.</summary>
public static class ExplainManyExtensions
{
    /// <summary>
    /// Explains instances in parallel. The results are, bit for bit, those of one call per instance: they depend on
    /// neither the number of threads nor the order nor which other instances are explained. An instance that cannot be explained
    /// costs itself, and work that is ended early hands back what is finished.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer.</param>
    /// <param name="model">The model; it is called from several threads at once.</param>
    /// <param name="instances">The instances.</param>
    /// <param name="threads">How many threads at most; all processors by default.</param>
    /// <param name="progress">Told how far the work is, after each instance.</param>
    /// <param name="together">How many instances ask the model in the same batch. More than 1 pays where a batch has a cost of its own, such as in ONNX Runtime.</param>
    /// <param name="cancellation">Ends the work early, also while a batch is scored; instances that are not finished then were not reached.</param>
    /// <returns>What became of each instance, in the same order; <see cref="RowOutcomes{TResult}.Results"/> has the explanations.</returns>
    /// <exception cref="InvalidOptionException">The number of threads or of instances together is below 1.</exception>
    public static RowOutcomes<Explanation<T>> ExplainMany<T>(
        this IExplainer<T> explainer,
        IModel<T> model,
        IReadOnlyList<T> instances,
        [OptionRange(AtLeast = 1)] int? threads = null,
        IProgress<ManyProgress>? progress = null,
        [OptionRange(AtLeast = 1)] int together = 1,
        CancellationToken cancellation = default)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explainer);
        return Finish(instance => explainer.Begin(model, instance, cancellation), model, instances, threads, progress, together, cancellation);
    }

    /// <summary>
    /// The contributions of many instances, in parallel. The results are, bit for bit, those of one call per instance.
    /// </summary>
    /// <typeparam name="T">The record.</typeparam>
    /// <param name="explainer">The explainer.</param>
    /// <param name="model">The model; it is called from several threads at once.</param>
    /// <param name="instances">The instances.</param>
    /// <param name="threads">How many threads at most; all processors by default.</param>
    /// <param name="progress">Told how far the work is, after each instance.</param>
    /// <param name="together">How many instances ask the model in the same batch.</param>
    /// <param name="cancellation">Ends the work early, also while a batch is scored; instances that are not finished then were not reached.</param>
    /// <returns>What became of each instance, in the same order; <see cref="RowOutcomes{TResult}.Results"/> has the contributions.</returns>
    /// <exception cref="InvalidOptionException">The number of threads or of instances together is below 1.</exception>
    public static RowOutcomes<ShapValues<T>> ValuesMany<T>(
        this IShapExplainer<T> explainer,
        IModel<T> model,
        IReadOnlyList<T> instances,
        [OptionRange(AtLeast = 1)] int? threads = null,
        IProgress<ManyProgress>? progress = null,
        [OptionRange(AtLeast = 1)] int together = 1,
        CancellationToken cancellation = default)
        where T : IFeatureRecord<T>
    {
        ArgumentNullException.ThrowIfNull(explainer);
        return explainer is IGroupedShap<T> grouped
            ? FinishGroups(group => grouped.BeginGroup(model, group, cancellation), model, instances, threads, progress, together < 1 ? together : Math.Max(together, grouped.GroupSize), cancellation)
            : Finish(instance => explainer.BeginValues(model, instance, cancellation), model, instances, threads, progress, together, cancellation);
    }

    /// <summary>The results of runs of many instances, in parallel and in their order.</summary>
    internal static RowOutcomes<TResult> Finish<T, TResult>(Func<T, Run<T, TResult>> begin, IModel<T> model, IReadOnlyList<T> instances, int? threads, IProgress<ManyProgress>? progress, int together, CancellationToken cancellation)
        where T : IFeatureRecord<T>
        where TResult : class =>
        FinishGroups<T, TResult>(_ => (_, instance) => begin(instance), model, instances, threads, progress, together, cancellation);

    /// <summary>The same, of runs that are begun by groups of instances.</summary>
    private static RowOutcomes<TResult> FinishGroups<T, TResult>(Func<T[], Func<int, T, Run<T, TResult>>> begin, IModel<T> model, IReadOnlyList<T> instances, int? threads, IProgress<ManyProgress>? progress, int together, CancellationToken cancellation)
        where T : IFeatureRecord<T>
        where TResult : class
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(instances);
        Check(threads, nameof(threads));
        Check(together, nameof(together));
        var outcomes = new RowOutcome<TResult>[instances.Count];
        CalledModel<T> called = new(model);
        ProgressCount count = new(progress, instances.Count);
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount };
        Parallel.For(0, (int)(((long)instances.Count + together - 1) / together), options, group =>
        {
            int first = group * together;
            T[] own = [.. Enumerable.Range(first, Math.Min(together, instances.Count - first)).Select(row => instances[row])];
            ValueTask<RowOutcome<TResult>[]> finished = new RunGroup<T, TResult>(first, own, count).FinishAsync(begin(own), called, cancellation);
            Debug.Assert(finished.IsCompleted, "Nothing is awaited.");
            finished.GetAwaiter().GetResult().CopyTo(outcomes, first);
        });
        return new(outcomes, cancellation);
    }

    /// <summary>The result of each item, in parallel and in their order; the error of the first one that has one.</summary>
    internal static TResult[] Each<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> compute, int? threads = null, CancellationToken cancellation = default)
    {
        var results = new TResult[items.Count];
        var errors = new Exception?[items.Count];
        ParallelOptions options = new() { MaxDegreeOfParallelism = threads ?? Environment.ProcessorCount, CancellationToken = cancellation };
        Parallel.For(0, items.Count, options, (row, state) =>
        {
            try
            {
                results[row] = compute(items[row]);
            }
            catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
            {
                // Rows before this one still run, so that the first error of all is the one reported.
                errors[row] = error;
                state.Break();
            }
        });
        cancellation.ThrowIfCancellationRequested();
        if (Array.Find(errors, error => error is not null) is { } first)
            ExceptionDispatchInfo.Throw(first);
        return results;
    }

    internal static void Check(int? number, string name)
    {
        if (number < 1)
            throw new InvalidOptionException($"{name} is {number}; it must be at least 1.");
    }
}
