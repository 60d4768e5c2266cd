using TypedExplain.Batch.Cells;

namespace TypedExplain.Batch.Parquet;

/// <summary>The values of one column of a row group, from the first to the last.</summary>
internal interface IParquetCells : IDisposable
{
    /// <summary>Reads the next rows.</summary>
    /// <param name="into">Where to put them, from the first row on.</param>
    /// <param name="count">How many.</param>
    void Read(CellColumn into, int count);
}
