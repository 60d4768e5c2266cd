using System.Runtime.CompilerServices;
using TypedExplain.Batch.Rows;

namespace TypedExplain.Batch.Cells;

/// <summary>Reads the records of a typed table batch by batch.</summary>
internal static class TableReading
{
    /// <summary>How many rows are held as cells at a time, so that they stay in the processor's own memory.</summary>
    private const int MostRows = 1_024;

    /// <summary>Reads.</summary>
    /// <param name="blocks">The table.</param>
    /// <param name="columns">The columns of each feature, then each text, then the key.</param>
    /// <param name="rowsBefore">How many rows of the source come before.</param>
    /// <param name="batchRows">How many records a batch has.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async IAsyncEnumerable<SourceRows<T>> ReadAsync<T>(ITableBlocks blocks, TableColumn[] columns, long rowsBefore, int batchRows, [EnumeratorCancellation] CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        int most = Math.Min(batchRows, MostRows);
        CellColumn[] cells = [.. columns.Select(column => new CellColumn(column, most))];
        TypedRows<T> typed = new(cells, most);
        RowCollector<T> rows = new(batchRows);
        long number = rowsBefore;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach (CellColumn column in cells)
                column.Clear();
            int count = await blocks.NextAsync(cells, most, cancellation).ConfigureAwait(false);
            if (count == 0)
                break;
            typed.Take(count);
            for (int row = 0; row < count; row++)
            {
                typed.Add(row, ++number, rows);
                if (rows.IsFull)
                    yield return rows.Take();
            }
        }

        if (!rows.IsEmpty)
            yield return rows.Take();
    }
}
