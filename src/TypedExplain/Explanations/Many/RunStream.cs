using System.Runtime.CompilerServices;
namespace TypedExplain.Explanations.Many;

/// <summary>Runs over a stream of instances, some at a time, so that memory does not grow with the stream.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TResult">What a run ends with.</typeparam>
/// <param name="begin">Begins the run of an instance.</param>
/// <param name="model">The model.</param>
internal sealed class RunStream<T, TResult>(Func<T, Run<T, TResult>> begin, IAsyncModel<T> model)
    where T : IFeatureRecord<T>
    where TResult : class
{
    /// <summary>How many groups there are at a time.</summary>
    public required int Concurrent { get; init; }

    /// <summary>How many instances are in a group.</summary>
    public required int Together { get; init; }

    /// <summary>Whether outcomes come in the order of the instances.</summary>
    public required bool InOrder { get; init; }

    /// <summary>Whether groups need threads of their own, since the model is called and not awaited.</summary>
    public required bool IsThreaded { get; init; }

    /// <summary>Explains a stream of instances.</summary>
    /// <param name="instances">The instances.</param>
    /// <param name="progress">Told how far the work is.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public async IAsyncEnumerable<RowOutcome<TResult>> FinishAsync(IEnumerable<T> instances, IProgress<ManyProgress>? progress, [EnumeratorCancellation] CancellationToken cancellation)
    {
        using CancellationTokenSource left = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        ProgressCount count = new(progress, instances.TryGetNonEnumeratedCount(out int total) ? total : null);
        List<Task<RowOutcome<TResult>[]>> going = [];
        try
        {
            long first = 0;
            using IEnumerator<T[]> groups = instances.Chunk(Together).GetEnumerator();
            for (bool hasMore = true; hasMore || going.Count > 0;)
            {
                while (going.Count < Concurrent && !cancellation.IsCancellationRequested && (hasMore = hasMore && groups.MoveNext()))
                {
                    going.Add(Begin(first, groups.Current, count, left.Token));
                    first += groups.Current.Length;
                }

                if (going.Count == 0)
                    break;
                Task<RowOutcome<TResult>[]> next = InOrder ? going[0] : await Task.WhenAny(going).ConfigureAwait(false);
                foreach (RowOutcome<TResult> outcome in await next.ConfigureAwait(false))
                {
                    if (outcome is not NotReached<TResult>)
                        yield return outcome;
                }

                going.Remove(next);
            }

            cancellation.ThrowIfCancellationRequested();
        }
        finally
        {
            // Whoever stops taking outcomes stops the work.
            await left.CancelAsync().ConfigureAwait(false);
            await Task.WhenAll(going).ConfigureAwait(false);
        }
    }

    private Task<RowOutcome<TResult>[]> Begin(long first, T[] instances, ProgressCount count, CancellationToken cancellation)
    {
        RunGroup<T, TResult> group = new(first, instances, count);
        return IsThreaded
            ? Task.Run(() => group.FinishAsync((_, instance) => begin(instance), model, cancellation).AsTask(), CancellationToken.None)
            : group.FinishAsync((_, instance) => begin(instance), model, cancellation).AsTask();
    }
}
