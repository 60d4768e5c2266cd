using System.Globalization;
using System.Runtime.CompilerServices;
using TypedExplain.Batch.Rows;
using TypedExplain.Errors;

namespace TypedExplain.Batch.Cells;

/// <summary>Reads the records of a typed table batch by batch.</summary>
internal static class TableReading
{
    /// <summary>How many rows are held as cells at a time, so that they stay in the processor's own memory.</summary>
    private const int MostRows = 1_024;

    /// <summary>Reads.</summary>
    /// <param name="blocks">The table.</param>
    /// <param name="columns">The columns of each feature, then each text, then the key.</param>
    /// <param name="shard">Which part of the source it is.</param>
    /// <param name="batchRows">How many records a batch has.</param>
    /// <param name="broken">What an error in reading the table means.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static async IAsyncEnumerable<SourceRows<T>> ReadAsync<T>(ITableBlocks blocks, TableColumn[] columns, SourceShard shard, int batchRows, Func<Exception, Exception> broken, [EnumeratorCancellation] CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        int most = Math.Min(batchRows, MostRows);
        CellColumn[] cells = [.. columns.Select(column => new CellColumn(column, most))];
        TypedRows<T> typed = new(cells, most);
        RowCollector<T> rows = new(batchRows);
        long number = shard.RowsBefore;
        while (await NextAsync(blocks, cells, most, broken, cancellation).ConfigureAwait(false) is > 0 and int count)
        {
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
        if (shard.Rows is { } planned && number - shard.RowsBefore != planned)
            throw new BatchException(string.Create(CultureInfo.InvariantCulture, $"{shard.Part} has {number - shard.RowsBefore} {Noun.Of(number - shard.RowsBefore, "row")} where its own description counts {planned}. Write or copy it again."));
    }

    /// <summary>Does what reads a table, and says what an error means.</summary>
    public static TResult Guarded<TResult>(Func<TResult> read, Func<Exception, Exception> broken)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (IsFault(error))
        {
            throw broken(error);
        }
    }

    /// <summary>Whether an error is told as one of the table.</summary>
    public static bool IsFault(Exception error) => error is not (OutOfMemoryException or OperationCanceledException or BatchException or InvalidOptionException);

    /// <summary>A file that cannot be read.</summary>
    /// <param name="name">The file.</param>
    /// <param name="format">What it should be.</param>
    public static Func<Exception, Exception> BrokenFile(string name, string format) =>
        error => new BatchException($"{name} cannot be read as {format}: {error.Message.TrimEnd('.')}. Write or copy it again.", inner: error);

    private static async ValueTask<int> NextAsync(ITableBlocks blocks, CellColumn[] cells, int most, Func<Exception, Exception> broken, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        foreach (CellColumn column in cells)
            column.Clear();
        try
        {
            return await blocks.NextAsync(cells, most, cancellation).ConfigureAwait(false);
        }
        catch (Exception error) when (IsFault(error))
        {
            throw broken(error);
        }
    }
}
