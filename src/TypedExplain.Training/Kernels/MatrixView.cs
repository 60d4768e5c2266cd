using System.Numerics;

namespace TypedExplain.Training.Kernels;

/// <summary>A matrix over a block of memory, read as it lies or transposed.</summary>
/// <param name="values">The numbers.</param>
/// <param name="rows">How many rows it has.</param>
/// <param name="columns">How many columns.</param>
/// <param name="rowStride">From one row to the next.</param>
/// <param name="columnStride">From one column to the next.</param>
internal readonly ref struct MatrixView<TNumber>(ReadOnlySpan<TNumber> values, int rows, int columns, int rowStride, int columnStride)
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>A matrix that lies row after row.</summary>
    public MatrixView(ReadOnlySpan<TNumber> values, int rows, int columns)
        : this(values, rows, columns, columns, 1)
    {
    }

    public ReadOnlySpan<TNumber> Values { get; } = values;

    public int Rows { get; } = rows;

    public int Columns { get; } = columns;

    public int RowStride { get; } = rowStride;

    public int ColumnStride { get; } = columnStride;

    public MatrixView<TNumber> Transposed => new(Values, Columns, Rows, ColumnStride, RowStride);

    /// <summary>A part of the matrix.</summary>
    public MatrixView<TNumber> Block(int row, int rows, int column, int columns) => new(Values[((row * RowStride) + (column * ColumnStride))..], rows, columns, RowStride, ColumnStride);
}
