using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedExplain.Training.Kernels;

/// <summary>
/// Dense products. Element (i, j) is fma(a_ik, b_kj, …) from the first k to the last, whatever the blocks: the same bits on
/// every processor, for any number of rows at a time.
/// </summary>
internal static class MatrixProduct
{
    /// <summary>
    /// Products per element before the next block: a panel of the right side then fits the first cache; half of it where panels
    /// are read in place, since lines of the cache are then used in part.
    /// </summary>
    private const int Depth = 256;

    /// <summary>The most numbers in rows that are read where they lie, across.</summary>
    private const int LongestRow = 128;

    /// <summary>Rows of the left side that are worked on at a time.</summary>
    private const int BlockRows = 128;

    /// <summary>product = left · right, or product += left · right.</summary>
    /// <param name="left">m×k.</param>
    /// <param name="right">k×n.</param>
    /// <param name="product">m×n, row after row.</param>
    /// <param name="scratch">Memory for packed blocks.</param>
    /// <param name="add">Whether the product is added to what is there.</param>
    public static void Multiply<TNumber>(MatrixView<TNumber> left, MatrixView<TNumber> right, Span<TNumber> product, Scratch<TNumber> scratch, bool add = false)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber> => Multiply(left, right, product, scratch, add, default(IdentityEpilogue<TNumber>));

    /// <summary>The same, with something done to each element at the end.</summary>
    public static void Multiply<TNumber, TEnd>(MatrixView<TNumber> left, MatrixView<TNumber> right, Span<TNumber> product, Scratch<TNumber> scratch, bool add, TEnd end)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
        where TEnd : struct, IEpilogue<TNumber, TEnd>, allows ref struct
    {
        int depth = left.Columns, columns = right.Columns;
        if (left.Columns != right.Rows || product.Length < left.Rows * columns)
            throw new ArgumentException($"A product of {left.Rows}×{left.Columns} and {right.Rows}×{right.Columns} does not fit {product.Length} numbers.");

        // Rows are read where they lie, and so are columns that lie as short rows: next to one another in the same lines of the
        // cache. Those of long rows are packed, since every step would be far from the last; so is the right side.
        bool isPacked = left.RowStride == 1 && left.ColumnStride > LongestRow;
        int inPlace = right.ColumnStride == 1 && right.RowStride <= LongestRow && depth > 0 ? Packing.WholePanels<TNumber>(columns) : 0;
        int most = inPlace > 0 ? Depth / 2 : Depth, blocks = Math.Max(1, (depth + most - 1) / most), longest = (depth + blocks - 1) / blocks;
        int rightLength = Packing.Width<TNumber>(columns) * longest;
        Span<TNumber> memory = scratch.Take(rightLength + (isPacked ? BlockRows * longest : 0));
        Span<TNumber> packedRight = memory[..rightLength], packedLeft = memory[rightLength..];
        for (int block = 0; block < blocks; block++)
        {
            int k = block * longest, part = Math.Min(longest, depth - k);
            MatrixView<TNumber> beside = right.Block(k, part, 0, columns);
            Packing.Right(beside, inPlace, packedRight);
            for (int row = 0; row < left.Rows; row += BlockRows)
            {
                MatrixView<TNumber> own = left.Block(row, Math.Min(BlockRows, left.Rows - row), k, part);
                if (isPacked)
                    Packing.Left(own, packedLeft);
                if (block == blocks - 1)
                    Multiply(own, packedLeft, beside, inPlace, packedRight, product[(row * columns)..], add || block > 0, end.From(row * columns, 0));
                else
                    Multiply(own, packedLeft, beside, inPlace, packedRight, product[(row * columns)..], add || block > 0, default(IdentityEpilogue<TNumber>));
            }
        }
    }

    private static void Multiply<TNumber, TEnd>(MatrixView<TNumber> left, Span<TNumber> packedLeft, MatrixView<TNumber> right, int inPlace, Span<TNumber> packedRight, Span<TNumber> product, bool isSum, TEnd end)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
        where TEnd : struct, IEpilogue<TNumber, TEnd>, allows ref struct
    {
        int depth = left.Columns, columns = right.Columns;
        for (int column = 0, width; column < columns; column += width)
        {
            width = Tile<TNumber>.Width(columns - column);
            int height = Tile<TNumber>.Height(width), used = Math.Min(width, columns - column);
            int whole = used < width ? 0 : left.Rows / height * height, together = packedLeft.IsEmpty ? whole : Tile<TNumber>.Rows;
            bool isInPlace = column < inPlace;
            ref TNumber panel = ref MemoryMarshal.GetReference(isInPlace ? right.Values[column..] : packedRight[(column * depth)..]);
            int panelStride = isInPlace ? right.RowStride : width;
            for (int row = 0; row < whole; row += together)
            {
                int at = (row * columns) + column;
                Tile<TNumber>.Multiply(Rows(left, packedLeft, row, Math.Min(together, whole - row)), ref panel, panelStride, width, depth, ref product[at], columns, isSum, end.From(at, column));
            }

            for (int row = whole; row < left.Rows; row += height)
            {
                int at = (row * columns) + column;
                Edge(Rows(left, packedLeft, row, Math.Min(height, left.Rows - row)), ref panel, panelStride, width, depth, product[at..], used, columns, isSum, end.From(at, column));
            }
        }
    }

    private static TileRows<TNumber> Rows<TNumber>(MatrixView<TNumber> left, Span<TNumber> packed, int row, int count)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        const int Panel = Tile<float>.Rows;
        return packed.IsEmpty
            ? new(ref Unsafe.Add(ref MemoryMarshal.GetReference(left.Values), row * left.RowStride), left.RowStride, left.ColumnStride, count)
            : new(ref Unsafe.Add(ref MemoryMarshal.GetReference(packed), (row / Panel * Panel * left.Columns) + (row % Panel)), 1, Panel, count);
    }

    /// <summary>A tile that sticks out of the product.</summary>
    [SkipLocalsInit]
    private static void Edge<TNumber, TEnd>(TileRows<TNumber> rows, ref TNumber right, int rightStride, int width, int depth, Span<TNumber> product, int used, int columns, bool isSum, TEnd end)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
        where TEnd : struct, IEpilogue<TNumber, TEnd>, allows ref struct
    {
        Span<TNumber> tile = stackalloc TNumber[Tile<TNumber>.Rows * width];
        if (isSum)
        {
            // What sticks out is worked on too; stale numbers there may be slow ones (denormal), so they are cleared.
            tile.Clear();
            for (int i = 0; i < rows.Height; i++)
                product.Slice(i * columns, used).CopyTo(tile[(i * width)..]);
        }

        Tile<TNumber>.Multiply(rows, ref right, rightStride, width, depth, ref MemoryMarshal.GetReference(tile), width, isSum, default(IdentityEpilogue<TNumber>));
        for (int i = 0; i < rows.Height; i++)
        {
            for (int j = 0; j < used; j++)
                product[(i * columns) + j] = end.Of(tile[(i * width) + j], (nuint)((i * columns) + j), (nuint)j);
        }
    }
}
