namespace TypedExplain.Batch.Cells;

/// <summary>A typed table that is read some rows at a time.</summary>
internal interface ITableBlocks
{
    /// <summary>Reads the next rows.</summary>
    /// <param name="cells">Where to put the cells of the wanted columns, which were cleared.</param>
    /// <param name="most">How many rows at most.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <returns>How many there are; 0 where there are no more.</returns>
    ValueTask<int> NextAsync(CellColumn[] cells, int most, CancellationToken cancellation);
}
