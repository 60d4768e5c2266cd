using TypedExplain.Models.Runs;
using TypedExplain.Telemetry;

namespace TypedExplain.Explanations.Many;

/// <summary>The runs of some instances that go on together: what they ask about at the same time reaches the model as one batch.</summary>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TResult">What a run ends with.</typeparam>
internal sealed class RunGroup<T, TResult> : IDisposable
    where T : IFeatureRecord<T>
    where TResult : class
{
    private readonly long _first;
    private readonly T[] _instances;
    private readonly Run<T, TResult>?[] _runs;
    private readonly RowOutcome<TResult>?[] _outcomes;
    private readonly Trace?[]? _traces;
    private readonly ProgressCount _progress;

    /// <summary>A group that has not begun.</summary>
    /// <param name="first">The position of the first instance.</param>
    /// <param name="instances">The instances.</param>
    /// <param name="progress">Told what is done.</param>
    public RunGroup(long first, T[] instances, ProgressCount progress)
    {
        (_first, _instances, _progress) = (first, instances, progress);
        (_runs, _outcomes) = (new Run<T, TResult>?[instances.Length], new RowOutcome<TResult>?[instances.Length]);
        _traces = Instruments.AreOfRuns ? new Trace?[instances.Length] : null;
    }

    /// <summary>Finishes all runs. Where the model is not awaited, they are finished when this returns.</summary>
    /// <param name="begin">Begins the run of an instance, of which it is told the position in the group.</param>
    /// <param name="model">The model.</param>
    /// <param name="cancellation">Ends the work early; what is not finished then was not reached.</param>
    public async ValueTask<RowOutcome<TResult>[]> FinishAsync(Func<int, T, Run<T, TResult>> begin, IAsyncModel<T> model, CancellationToken cancellation)
    {
        Task asking = Task.CompletedTask;
        try
        {
            for (int i = 0; i < _runs.Length; i++)
                Try(i, () => Begin(i, begin, model), cancellation);
            while (Wanted(cancellation) is { Count: > 0 } wanted)
            {
                asking = JoinedBatch.AskAsync(wanted, model, cancellation);
                await asking.WaitAsync(cancellation).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // What is finished is kept.
        }
        finally
        {
            DeferredDisposal.Dispose(this, asking);
        }

        return [.. _outcomes.Select((outcome, i) => outcome ?? new NotReached<TResult>(_first + i))];
    }

    public void Dispose()
    {
        for (int i = 0; i < _runs.Length; i++)
        {
            _runs[i]?.Dispose();

            // What has not ended by now was ended early.
            Fail(i, _traces is null ? null : new OperationCanceledException());
        }
    }

    private void Begin(int i, Func<int, T, Run<T, TResult>> begin, IAsyncModel<T> model)
    {
        if (_traces is not null)
            _traces[i] = Trace.Begin(T.Schema.Name, null, model, TracedKind.Of, isCurrent: false);
        _runs[i] = begin(i, _instances[i]);
        _traces?[i]?.Name(_runs[i]!.Method);
    }

    private void Fail(int i, Exception? error)
    {
        if (error is not null)
            Trace.Fail(_traces?[i], error, _runs[i]?.Queries ?? 0, _runs[i]?.Batches ?? 0);
    }

    /// <summary>What the runs that have not ended ask about next.</summary>
    private List<RowBatch<T>> Wanted(CancellationToken cancellation)
    {
        List<RowBatch<T>> wanted = [];
        for (int i = 0; i < _runs.Length; i++)
        {
            if (_outcomes[i] is not null)
                continue;
            cancellation.ThrowIfCancellationRequested();
            Try(
                i,
                () =>
                {
                    if (_runs[i]!.TryNext(out RowBatch<T>? rows))
                        wanted.Add(rows);
                    else
                        End(i, new Explained<TResult>(_first + i, _runs[i]!.Result));
                },
                cancellation);
        }

        return wanted;
    }

    private void Try(int i, Action step, CancellationToken cancellation)
    {
        try
        {
            step();
        }
        catch (Exception error) when (error is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            End(i, new Failed<TResult>(_first + i, Described(_instances[i]), error));
        }
    }

    private void End(int i, RowOutcome<TResult> outcome)
    {
        _outcomes[i] = outcome;
        _progress.Add(outcome is Failed<TResult>, _runs[i]?.Queries ?? 0);
        if (outcome is Explained<TResult> explained)
            _traces?[i]?.End(explained.Result, _runs[i]!.Queries, _runs[i]!.Batches);
        Fail(i, (outcome as Failed<TResult>)?.Error);
        _runs[i]?.Dispose();
    }

    /// <summary>The record in words; nothing where a value is not allowed, which the error says.</summary>
    private static string Described(T instance)
    {
        try
        {
            double[] columns = new double[T.Schema.Columns];
            T.Schema.Encode(instance, columns);
            return T.Schema.Describe(columns);
        }
        catch (Exception error) when (error is TypedExplainException or ArgumentException or NullReferenceException)
        {
            return "";
        }
    }
}
