using Apache.Arrow;
using Apache.Arrow.Ipc;
using TypedExplain.Batch.Cells;

namespace TypedExplain.Batch.Arrow;

/// <summary>The rows of record batches that follow one another.</summary>
/// <param name="reader">Reads them.</param>
/// <param name="positions">The wanted columns.</param>
internal sealed class ArrowBlocks(ArrowStreamReader reader, int[] positions) : ITableBlocks, IDisposable
{
    private RecordBatch? _batch;
    private int _row;

    public async ValueTask<int> NextAsync(CellColumn[] cells, int most, CancellationToken cancellation)
    {
        while (_batch is null || _row == _batch.Length)
        {
            _batch?.Dispose();
            _row = 0;
            _batch = await reader.ReadNextRecordBatchAsync(cancellation).ConfigureAwait(false);
            if (_batch is null)
                return 0;
        }

        int rows = Math.Min(most, _batch.Length - _row);
        for (int i = 0; i < cells.Length; i++)
            ArrowPutting.Put(_batch.Column(positions[i]), _row, rows, cells[i]);
        _row += rows;
        return rows;
    }

    public void Dispose() => _batch?.Dispose();
}
