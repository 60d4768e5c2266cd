using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Training.Kernels;

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
        int whole = matrix.Rows / Rows * Rows, depth = matrix.Columns;
        for (int k = 0; k < depth; k++)
        {
            ReadOnlySpan<TNumber> from = matrix.Values.Slice(k * matrix.ColumnStride, matrix.Rows);
            for (int panel = 0; panel < whole; panel += Rows)
                Block8<TNumber>.Copy(ref Unsafe.AsRef(in from[panel]), ref packed[(panel * depth) + (k * Rows)]);
            if (whole < from.Length)
                from[whole..].CopyTo(packed[((whole * depth) + (k * Rows))..]);
        }
    }

    /// <summary>The widths of those panels together that are full.</summary>
    public static int WholePanels<TNumber>(int columns)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int end = 0;
        while (end < columns && columns - end >= Tile<TNumber>.Width(columns - end))
            end += Tile<TNumber>.Width(columns - end);
        return end;
    }

    /// <summary>Panels of columns, the widest first, each row after row.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="first">The column that the first panel to be packed begins at.</param>
    /// <param name="packed">Where they go, each so many columns from the start, as many rows long.</param>
    public static void Right<TNumber>(MatrixView<TNumber> matrix, int first, Span<TNumber> packed)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int rows = matrix.Rows;
        for (int panel = first, width; panel < matrix.Columns; panel += width)
        {
            width = Tile<TNumber>.Width(matrix.Columns - panel);
            int used = Math.Min(width, matrix.Columns - panel);
            Span<TNumber> to = packed.Slice(panel * rows, rows * width);
            if (used < width)
                to.Clear();
            if (matrix.ColumnStride == 1)
            {
                Straight(matrix.Block(0, rows, panel, used), to, width);
            }
            else
            {
                Turned(matrix.Block(0, rows, panel, used), to, width);
            }
        }
    }

    /// <summary>A panel whose rows lie one after the other.</summary>
    private static void Straight<TNumber>(MatrixView<TNumber> matrix, Span<TNumber> to, int width)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int lanes = Vector128<TNumber>.Count;
        for (int k = 0; k < matrix.Rows; k++)
        {
            ReadOnlySpan<TNumber> row = matrix.Values.Slice(k * matrix.RowStride, matrix.Columns);
            Span<TNumber> own = to.Slice(k * width, width);
            int j = 0;
            for (; j <= row.Length - (2 * lanes); j += 2 * lanes)
                Vector256.LoadUnsafe(in row[0], (nuint)j).StoreUnsafe(ref own[0], (nuint)j);
            for (; j <= row.Length - lanes; j += lanes)
                Vector128.LoadUnsafe(in row[0], (nuint)j).StoreUnsafe(ref own[0], (nuint)j);
            for (; j < row.Length; j++)
                own[j] = row[j];
        }
    }

    /// <summary>A panel whose columns lie one after the other: squares of eight and of four are turned in registers where the processor can.</summary>
    private static void Turned<TNumber>(MatrixView<TNumber> matrix, Span<TNumber> to, int width)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        const int Side = Block8<float>.Side, Half = Side / 2;
        int rows = 0, columns = 0;
        if (Block8<TNumber>.CanTranspose && matrix.RowStride == 1)
        {
            (rows, columns) = (matrix.Rows / Half * Half, matrix.Columns / Half * Half);
            int wholeRows = matrix.Rows / Side * Side, wholeColumns = matrix.Columns / Side * Side;
            for (int j = 0; j < wholeColumns; j += Side)
            {
                for (int k = 0; k < wholeRows; k += Side)
                    Block8<TNumber>.Transpose8x8(matrix.Values[((j * matrix.ColumnStride) + k)..], matrix.ColumnStride, to[((k * width) + j)..], width);
            }

            for (int j = 0; j < columns; j += Half)
            {
                for (int k = j < wholeColumns ? wholeRows : 0; k < rows; k += Half)
                    Block8<TNumber>.TurnFour(matrix.Values[((j * matrix.ColumnStride) + k)..], matrix.ColumnStride, to[((k * width) + j)..], width);
            }
        }

        for (int j = 0; j < matrix.Columns; j++)
        {
            for (int k = j < columns ? rows : 0; k < matrix.Rows; k++)
                to[(k * width) + j] = matrix.Values[(j * matrix.ColumnStride) + (k * matrix.RowStride)];
        }
    }
}
