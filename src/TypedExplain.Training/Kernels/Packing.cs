using System.Numerics;
using System.Runtime.InteropServices;

namespace TypedExplain.Training;

/// <summary>Copies blocks of matrices into the order in which tiles read them; what is beyond an edge becomes 0.</summary>
internal static class Packing
{
    /// <summary>The widths of all panels of so many columns together.</summary>
    public static int Width<TNumber>(int columns)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int end = 0;
        while (end < columns)
            end += Tile<TNumber>.Width(columns - end);
        return end;
    }

    /// <summary>Panels of eight rows, each column after column, of a matrix whose columns lie one after the other.</summary>
    public static void Left<TNumber>(MatrixView<TNumber> matrix, Span<TNumber> packed)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        const int Rows = Tile<float>.Rows;
        for (int panel = 0; panel < matrix.Rows; panel += Rows)
        {
            int height = Math.Min(Rows, matrix.Rows - panel);
            Span<TNumber> to = packed.Slice(panel * matrix.Columns, matrix.Columns * Rows);
            for (int k = 0, from = panel, write = 0; k < matrix.Columns; k++, from += matrix.ColumnStride, write += Rows)
            {
                if (height == Rows)
                    Eight<TNumber>.Copy(ref MemoryMarshal.GetReference(matrix.Values.Slice(from, Rows)), ref MemoryMarshal.GetReference(to.Slice(write, Rows)));
                else
                    matrix.Values.Slice(from, height).CopyTo(to[write..]);
            }
        }
    }

    /// <summary>Panels of columns, the widest first, each row after row.</summary>
    public static void Right<TNumber>(MatrixView<TNumber> matrix, int firstRow, int rows, Span<TNumber> packed)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        for (int panel = 0, width; panel < matrix.Columns; panel += width)
        {
            width = Tile<TNumber>.Width(matrix.Columns - panel);
            int used = Math.Min(width, matrix.Columns - panel);
            Span<TNumber> to = packed.Slice(panel * rows, rows * width);
            if (used < width)
                to.Clear();
            if (matrix.ColumnStride == 1)
            {
                for (int k = 0; k < rows; k++)
                    matrix.Values.Slice(((firstRow + k) * matrix.RowStride) + panel, used).CopyTo(to[(k * width)..]);
            }
            else
            {
                Turned(matrix.Block(firstRow, rows, panel, used), to, width);
            }
        }
    }

    /// <summary>A panel whose columns lie one after the other: squares of eight are turned in registers where the processor can.</summary>
    private static void Turned<TNumber>(MatrixView<TNumber> matrix, Span<TNumber> to, int width)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        const int Side = Eight<float>.Side;
        int rows = 0, columns = 0;
        if (Eight<TNumber>.CanTurn && matrix.RowStride == 1)
        {
            (rows, columns) = (matrix.Rows / Side * Side, matrix.Columns / Side * Side);
            for (int j = 0; j < columns; j += Side)
            {
                for (int k = 0; k < rows; k += Side)
                    Eight<TNumber>.Turn(matrix.Values[((j * matrix.ColumnStride) + k)..], matrix.ColumnStride, to[((k * width) + j)..], width);
            }
        }

        for (int j = 0; j < matrix.Columns; j++)
        {
            for (int k = j < columns ? rows : 0; k < matrix.Rows; k++)
                to[(k * width) + j] = matrix.Values[(j * matrix.ColumnStride) + (k * matrix.RowStride)];
        }
    }
}
