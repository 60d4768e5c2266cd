using TypedExplain.Models;

namespace TypedExplain;

/// <summary>A black box: anything that scores records. It is called with a batch of rows at a time.</summary>
/// <remarks>An implementation must be a function of the rows only and safe to call from several threads at once.</remarks>
/// <typeparam name="T">The record that it scores.</typeparam>
public interface IModel<T> : IModelInfo<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Scores a batch of rows.</summary>
    /// <param name="rows">The encoded rows.</param>
    /// <param name="scores">Where the answers go: for each row in turn, one number per output.</param>
    void Score(EncodedRows<T> rows, Span<double> scores);

    /// <summary>
    /// Scores a batch of rows, unless it is ended early. Where a model does not say how, it is asked about a part of the rows at a
    /// time, as many as it answers in about a fiftieth of a second. A token that cannot be canceled never divides a batch.
    /// </summary>
    /// <param name="rows">The encoded rows.</param>
    /// <param name="scores">Where the answers go: for each row in turn, one number per output.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="OperationCanceledException">The work was ended early.</exception>
    void Score(EncodedRows<T> rows, Span<double> scores, CancellationToken cancellation) => ScoringInParts.Score(this, rows, scores, cancellation);
}
