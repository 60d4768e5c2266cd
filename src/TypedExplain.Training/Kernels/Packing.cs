using System.Numerics;

namespace TypedExplain.Training;

/// <summary>Copies blocks of matrices into the order in which tiles read them; what is beyond an edge becomes 0.</summary>
internal static class Packing
{
    /// <summary>Panels of eight rows, each column after column.</summary>
    public static void Left<TNumber>(MatrixView<TNumber> matrix, int firstRow, int rows, int firstColumn, int columns, Span<TNumber> packed)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int at = 0;
        for (int panel = 0; panel < rows; panel += Tile<TNumber>.Rows)
        {
            int height = Math.Min(Tile<TNumber>.Rows, rows - panel);
            Span<TNumber> to = packed.Slice(at, columns * Tile<TNumber>.Rows);
            if (height < Tile<TNumber>.Rows)
                to.Clear();
            if (matrix.RowStride == 1)
            {
                for (int k = 0; k < columns; k++)
                    matrix.Values.Slice(((firstColumn + k) * matrix.ColumnStride) + firstRow + panel, height).CopyTo(to[(k * Tile<TNumber>.Rows)..]);
            }
            else
            {
                for (int i = 0; i < height; i++)
                    Spread(matrix.Values[(((firstRow + panel + i) * matrix.RowStride) + (firstColumn * matrix.ColumnStride))..], matrix.ColumnStride, columns, to[i..], Tile<TNumber>.Rows);
            }

            at += to.Length;
        }
    }

    /// <summary>Panels of two vectors of columns, each row after row.</summary>
    public static void Right<TNumber>(MatrixView<TNumber> matrix, int firstRow, int rows, Span<TNumber> packed)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int width = Tile<TNumber>.Columns, at = 0;
        for (int panel = 0; panel < matrix.Columns; panel += width)
        {
            int used = Math.Min(width, matrix.Columns - panel);
            Span<TNumber> to = packed.Slice(at, rows * width);
            if (used < width)
                to.Clear();
            if (matrix.ColumnStride == 1)
            {
                for (int k = 0; k < rows; k++)
                    matrix.Values.Slice(((firstRow + k) * matrix.RowStride) + panel, used).CopyTo(to[(k * width)..]);
            }
            else
            {
                for (int j = 0; j < used; j++)
                    Spread(matrix.Values[(((panel + j) * matrix.ColumnStride) + (firstRow * matrix.RowStride))..], matrix.RowStride, rows, to[j..], width);
            }

            at += to.Length;
        }
    }

    private static void Spread<TNumber>(ReadOnlySpan<TNumber> from, int fromStride, int count, Span<TNumber> to, int toStride)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        for (int k = 0, read = 0, write = 0; k < count; k++, read += fromStride, write += toStride)
            to[write] = from[read];
    }
}
