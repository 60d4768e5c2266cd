namespace TypedExplain.Batch;

/// <summary>A file of results that is being written.</summary>
public interface IResultWriter : IAsyncDisposable
{
    /// <summary>Writes some rows; they are not used any longer when this is done.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="cancellation">Ends the work early.</param>
    ValueTask WriteAsync(ResultRows rows, CancellationToken cancellation = default);

    /// <summary>Writes what ends the file; a file that was not ended is not whole.</summary>
    /// <param name="cancellation">Ends the work early.</param>
    ValueTask FinishAsync(CancellationToken cancellation = default);
}
