namespace TypedExplain;

/// <summary>A black box that is awaited, such as a service: it holds no thread while it thinks.</summary>
/// <remarks>
/// An implementation must be a function of the rows only. The rows and the place of the scores stay the model's until its task
/// ends, even where nobody waits for it any more.
/// </remarks>
/// <typeparam name="T">The record that it scores.</typeparam>
public interface IAsyncModel<T> : IModelInfo<T>
    where T : IFeatureRecord<T>
{
    /// <summary>Scores a batch of rows.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="scores">Where the answers go: for each row in turn, one number per output.</param>
    /// <param name="cancellation">Ends the work early.</param>
    ValueTask ScoreAsync(RowBatch<T> rows, Memory<double> scores, CancellationToken cancellation);
}
