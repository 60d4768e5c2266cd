using System.Diagnostics.CodeAnalysis;
using TypedExplain.Errors;
using TypedExplain.Models.Runs;
using TypedExplain.Telemetry;

namespace TypedExplain;

/// <summary>
/// An explanation in progress. It asks for rows and is answered until it ends with its result, so whoever answers decides how a
/// model is called: at once, awaited, or about the rows of many runs together. The bits of the result do not depend on it.
/// </summary>
/// <remarks>For one thread at a time. Disposed of before its end, it gives its memory back.</remarks>
/// <example>
/// <code>
/// using Run&lt;Loan, Explanation&lt;Loan&gt;&gt; run = lime.Begin(model, loan);
/// while (run.TryNext(out RowBatch&lt;Loan&gt;? rows))
///     rows.Answer(Score(rows.Rows));
/// Explanation&lt;Loan&gt; explanation = run.Result;
/// </code>
/// </example>
/// <typeparam name="T">The record.</typeparam>
/// <typeparam name="TResult">What it ends with.</typeparam>
public sealed class Run<T, TResult> : IDisposable
    where T : IFeatureRecord<T>
    where TResult : class
{
    private readonly IEnumerator<RunStep<T, TResult>> _steps;
    private RowBatch<T>? _asked;
    private TResult? _result;

    /// <summary>A run of steps, such as those that an iterator yields: batches of rows, whose scores are there when it goes on, then the result.</summary>
    /// <param name="steps">The steps; taken once.</param>
    public Run(IEnumerable<RunStep<T, TResult>> steps)
    {
        ArgumentNullException.ThrowIfNull(steps);
        _steps = steps.GetEnumerator();
    }

    /// <summary>A run that asks for nothing.</summary>
    /// <param name="compute">Gives the result at the first step.</param>
    /// <param name="method">The name of the method.</param>
    internal static Run<T, TResult> Of(Func<TResult> compute, string? method = null)
    {
        return new(Steps()) { Method = method };

        IEnumerable<RunStep<T, TResult>> Steps()
        {
            yield return compute();
        }
    }

    /// <summary>The name of the method, as telemetry has it where no result tells it.</summary>
    internal string? Method { get; init; }

    /// <summary>How many rows it has asked about so far.</summary>
    public long Queries { get; private set; }

    /// <summary>In how many batches.</summary>
    public long Batches { get; private set; }

    /// <summary>What the run ended with.</summary>
    /// <exception cref="InvalidOperationException">The run has not ended.</exception>
    public TResult Result => _result ?? throw new InvalidOperationException("The run has not ended; it has a result when TryNext returns false.");

    /// <summary>Goes on to the next rows that are wanted.</summary>
    /// <param name="rows">The rows; to be answered before the run goes on.</param>
    /// <returns>Whether there are more; if not, the run has its result.</returns>
    /// <exception cref="InvalidOperationException">The last rows were not answered, or the run has ended.</exception>
    /// <exception cref="TypedExplainException">There is no explanation: what the explainer throws.</exception>
    public bool TryNext([NotNullWhen(true)] out RowBatch<T>? rows)
    {
        if (_result is not null)
            throw new InvalidOperationException("The run has ended; its result is in Result.");
        if (_asked is { IsOpen: true })
            throw new InvalidOperationException($"The run waits for the scores of {_asked.Count} {Noun.Of(_asked.Count, "row")}; answer them before it goes on.");
        if (!_steps.MoveNext())
            throw new InvalidOperationException("The run ended without a result; the last step of an explainer must be its result.");
        RunStep<T, TResult> step = _steps.Current;
        (rows, _asked, _result) = (step.Asked, step.Asked, step.Result);
        if (rows is null && _result is null)
            throw new InvalidOperationException("A step of the run is empty; it must be rows or a result.");
        if (rows is null)
            _steps.Dispose();
        Queries += rows?.Count ?? 0;
        Batches += rows is null ? 0 : 1;
        return rows is not null;
    }

    /// <summary>Asks a model until the run ends.</summary>
    /// <param name="model">The model that the run was begun for.</param>
    /// <param name="cancellation">Ends the work early, also within a batch.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    /// <exception cref="TypedExplainException">There is no explanation, or the model failed.</exception>
    public TResult Finish(IModel<T> model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        using (this)
        {
            Trace? trace = Trace.Begin(T.Schema.Name, Method, model, TracedKind.Of);
            try
            {
                cancellation.ThrowIfCancellationRequested();
                while (TryNext(out RowBatch<T>? rows))
                    rows.AskOf(model, cancellation);
                trace?.End(Result, Queries, Batches);
                return Result;
            }
            catch (Exception error) when (Trace.Fail(trace, error, Queries, Batches))
            {
                throw;
            }
        }
    }

    /// <summary>Asks a model that is awaited until the run ends.</summary>
    /// <param name="model">The model that the run was begun for.</param>
    /// <param name="cancellation">Ends the work early, whether or not the model heeds it.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    /// <exception cref="TypedExplainException">There is no explanation, or the model failed.</exception>
    public async ValueTask<TResult> FinishAsync(IAsyncModel<T> model, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        Task asking = Task.CompletedTask;
        Trace? trace = Trace.Begin(T.Schema.Name, Method, model, TracedKind.Of);
        try
        {
            cancellation.ThrowIfCancellationRequested();
            while (TryNext(out RowBatch<T>? rows))
            {
                asking = rows.AskOfAsync(model, cancellation);
                await asking.WaitAsync(cancellation).ConfigureAwait(false);
                cancellation.ThrowIfCancellationRequested();
            }

            trace?.End(Result, Queries, Batches);
            return Result;
        }
        catch (Exception error) when (Trace.Fail(trace, error, Queries, Batches))
        {
            throw;
        }
        finally
        {
            DeferredDisposal.Dispose(this, asking);
        }
    }

    /// <summary>Gives its memory back.</summary>
    public void Dispose() => _steps.Dispose();
}
