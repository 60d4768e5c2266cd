using TypedExplain.Decisions;

namespace TypedExplain.Hosting;

/// <summary>A service around another one: override what it adds, once for all questions or for one of them.</summary>
/// <typeparam name="T">The record.</typeparam>
public abstract class DelegatingExplanationService<T> : IExplanationService<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Wraps a service.</summary>
    /// <param name="inner">The service.</param>
    protected DelegatingExplanationService(IExplanationService<T> inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        Inner = inner;
    }

    /// <summary>A question that the inner service answers.</summary>
    /// <typeparam name="TResult">The result.</typeparam>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work early.</param>
    protected delegate ValueTask<Served<TResult>> Ask<TResult>(T instance, CancellationToken cancellation)
        where TResult : class, IJsonResult;

    /// <summary>The service inside.</summary>
    protected IExplanationService<T> Inner { get; }

    /// <inheritdoc/>
    public virtual ValueTask<Served<Outcome<T>>> ExplainAsync(T instance, CancellationToken cancellation = default) =>
        ServeAsync<Outcome<T>>(ExplanationQuestion.Explanation, instance, Inner.ExplainAsync, cancellation);

    /// <inheritdoc/>
    public virtual ValueTask<Served<ShapValues<T>>> ContributeAsync(T instance, CancellationToken cancellation = default) =>
        ServeAsync<ShapValues<T>>(ExplanationQuestion.Contributions, instance, Inner.ContributeAsync, cancellation);

    /// <inheritdoc/>
    public virtual ValueTask<Served<ReasonStatement<T>>> StateReasonsAsync(T instance, CancellationToken cancellation = default) =>
        ServeAsync<ReasonStatement<T>>(ExplanationQuestion.Reasons, instance, Inner.StateReasonsAsync, cancellation);

    /// <inheritdoc/>
    public virtual ValueTask<Served<RecourseOutcome<T>>> FindRecourseAsync(T instance, CancellationToken cancellation = default) =>
        ServeAsync<RecourseOutcome<T>>(ExplanationQuestion.Recourse, instance, Inner.FindRecourseAsync, cancellation);

    /// <inheritdoc/>
    public virtual ValueTask<ReplayOutcome> ReplayAsync(Receipt<T> receipt, CancellationToken cancellation = default) => Inner.ReplayAsync(receipt, cancellation);

    /// <inheritdoc/>
    public virtual ExplanationPlan<T> Plan(T instance) => Inner.Plan(instance);

    /// <summary>Answers a question of any kind; by default the inner service does.</summary>
    /// <typeparam name="TResult">The result.</typeparam>
    /// <param name="question">What is asked.</param>
    /// <param name="instance">The instance.</param>
    /// <param name="ask">Asks the inner service.</param>
    /// <param name="cancellation">Ends the work early.</param>
    protected virtual ValueTask<Served<TResult>> ServeAsync<TResult>(ExplanationQuestion question, T instance, Ask<TResult> ask, CancellationToken cancellation)
        where TResult : class, IJsonResult
    {
        ArgumentNullException.ThrowIfNull(ask);
        return ask(instance, cancellation);
    }
}
