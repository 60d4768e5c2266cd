using TypedExplain.Decisions;

namespace TypedExplain.Hosting;

/// <summary>
/// Explains the decisions of one model. Safe to share between requests: it works on a bounded number of questions at a time, and
/// refuses what would wait too long.
/// </summary>
/// <typeparam name="T">The record.</typeparam>
public interface IExplanationService<T>
    where T : IFeatureRecord<T>
{
    /// <summary>The effects of an instance's features, held to the standard.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work within one batch.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="ServiceOverloadedException">Too many questions wait.</exception>
    ValueTask<Served<Outcome<T>>> ExplainAsync(T instance, CancellationToken cancellation = default);

    /// <summary>What each feature adds to the answer.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work within one batch.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="ServiceOverloadedException">Too many questions wait.</exception>
    ValueTask<Served<ShapValues<T>>> ContributeAsync(T instance, CancellationToken cancellation = default);

    /// <summary>The principal reasons for the decision, or why none are stated.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work within one batch.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidOptionException">The options have no <see cref="ExplanationServiceOptions.Decision"/>, or the record has no reasons.</exception>
    /// <exception cref="ServiceOverloadedException">Too many questions wait.</exception>
    ValueTask<Served<ReasonStatement<T>>> StateReasonsAsync(T instance, CancellationToken cancellation = default);

    /// <summary>What would change the decision, or the proof that nothing would.</summary>
    /// <param name="instance">The instance.</param>
    /// <param name="cancellation">Ends the work within one batch.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    /// <exception cref="InvalidOptionException">The options have no <see cref="ExplanationServiceOptions.Decision"/>.</exception>
    /// <exception cref="ServiceOverloadedException">Too many questions wait.</exception>
    ValueTask<Served<RecourseOutcome<T>>> FindRecourseAsync(T instance, CancellationToken cancellation = default);

    /// <summary>Makes the result of a receipt again and compares.</summary>
    /// <param name="receipt">The receipt.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="ServiceOverloadedException">Too many questions wait.</exception>
    ValueTask<ReplayOutcome> ReplayAsync(Receipt<T> receipt, CancellationToken cancellation = default);

    /// <summary>What an explanation will ask of the model; the model is not asked.</summary>
    /// <param name="instance">The instance.</param>
    /// <exception cref="InvalidFeatureException">The instance holds a value that its schema does not allow.</exception>
    ExplanationPlan<T> Plan(T instance);
}
