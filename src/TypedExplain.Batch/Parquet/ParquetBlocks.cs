using ParquetSharp;
using TypedExplain.Batch.Cells;

namespace TypedExplain.Batch.Parquet;

/// <summary>The rows of consecutive row groups, of which only the wanted columns are read.</summary>
/// <param name="file">The file.</param>
/// <param name="positions">The wanted columns.</param>
/// <param name="first">The first row group.</param>
/// <param name="count">How many row groups.</param>
internal sealed class ParquetBlocks(ParquetFileReader file, int[] positions, int first, int count) : ITableBlocks, IDisposable
{
    private readonly int _end = first + count;
    private int _next = first;
    private RowGroupReader? _group;
    private IParquetCells[] _columns = [];
    private long _left;

    public ValueTask<int> NextAsync(CellColumn[] cells, int most, CancellationToken cancellation)
    {
        while (_left == 0)
        {
            Close();
            if (_next == _end)
                return new(0);
            _group = file.RowGroup(_next++);
            _left = _group.MetaData.NumRows;
            _columns = [.. positions.Select(position => ParquetPutting.Open(_group.Column(position)))];
        }

        int rows = (int)Math.Min(most, _left);
        for (int i = 0; i < cells.Length; i++)
        {
            if (cells[i].Column.Kind == CellKind.Empty)
                SetNull(cells[i], rows);
            else
                _columns[i].Read(cells[i], rows);
        }

        _left -= rows;
        return new(rows);
    }

    public void Dispose() => Close();

    private static void SetNull(CellColumn cells, int rows)
    {
        for (int row = 0; row < rows; row++)
            cells.SetNull(row);
    }

    private void Close()
    {
        foreach (IParquetCells column in _columns)
            column.Dispose();
        _columns = [];
        _group?.Dispose();
        _group = null;
    }
}
