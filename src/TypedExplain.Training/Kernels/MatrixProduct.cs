using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedExplain.Training;

/// <summary>
/// Dense products. Element (i, j) is fma(a_ik, b_kj, …) from the first k to the last, whatever the blocks: the same bits on
/// every processor, for any number of rows at a time.
/// </summary>
internal static class MatrixProduct
{
    /// <summary>Products per element before the next block: a panel of the right side then fits the first cache.</summary>
    private const int Depth = 256;

    /// <summary>Rows of the left side that are worked on at a time.</summary>
    private const int BlockRows = 128;

    /// <summary>product = left · right, or product += left · right.</summary>
    /// <param name="left">m×k.</param>
    /// <param name="right">k×n.</param>
    /// <param name="product">m×n, row after row.</param>
    /// <param name="scratch">Memory for packed blocks.</param>
    /// <param name="add">Whether the product is added to what is there.</param>
    public static void Multiply<TNumber>(MatrixView<TNumber> left, MatrixView<TNumber> right, Span<TNumber> product, Scratch<TNumber> scratch, bool add = false)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int depth = left.Columns, columns = right.Columns;
        if (left.Columns != right.Rows || product.Length < left.Rows * columns)
            throw new ArgumentException($"A product of {left.Rows}×{left.Columns} and {right.Rows}×{right.Columns} does not fit {product.Length} numbers.");
        if (depth == 0 && !add)
            product[..(left.Rows * columns)].Clear();

        // Rows are read where they lie; columns that lie as rows are packed, since every step would be in another line of the cache.
        bool isPacked = left.RowStride == 1 && left.ColumnStride > 1;
        int rightLength = Packing.Width<TNumber>(columns) * Math.Min(Depth, depth);
        Span<TNumber> memory = scratch.Take(rightLength + (isPacked ? BlockRows * Math.Min(Depth, depth) : 0));
        for (int k = 0; k < depth; k += Depth)
        {
            int part = Math.Min(Depth, depth - k);
            Packing.Right(right, k, part, memory[..rightLength]);
            for (int row = 0; row < left.Rows; row += BlockRows)
            {
                int rows = Math.Min(BlockRows, left.Rows - row);
                MatrixView<TNumber> block = left.Block(row, rows, k, part);
                if (isPacked)
                    Packing.Left(block, memory[rightLength..]);
                Multiply(block, isPacked ? memory[rightLength..] : default, memory[..rightLength], product[(row * columns)..], columns, add || k > 0);
            }
        }
    }

    private static void Multiply<TNumber>(MatrixView<TNumber> left, Span<TNumber> packed, Span<TNumber> right, Span<TNumber> product, int columns, bool isSum)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int depth = left.Columns;
        for (int column = 0, width; column < columns; column += width)
        {
            width = Tile<TNumber>.Width(columns - column);
            ref TNumber panel = ref right[column * depth];
            for (int row = 0; row < left.Rows; row += Tile<TNumber>.Rows)
            {
                int height = Math.Min(Tile<TNumber>.Rows, left.Rows - row), used = Math.Min(width, columns - column);
                TileRows<TNumber> rows = packed.IsEmpty
                    ? new(ref Unsafe.Add(ref MemoryMarshal.GetReference(left.Values), row * left.RowStride), left.RowStride, left.ColumnStride, height)
                    : new(ref packed[row * depth], 1, Tile<TNumber>.Rows, height);
                Span<TNumber> at = product[((row * columns) + column)..];
                if (height == Tile<TNumber>.Rows && used == width)
                    Tile<TNumber>.Multiply(rows, ref panel, width, depth, ref MemoryMarshal.GetReference(at), columns, isSum);
                else
                    Edge(rows, ref panel, width, depth, at, used, columns, isSum);
            }
        }
    }

    /// <summary>A tile that sticks out of the product.</summary>
    [SkipLocalsInit]
    private static void Edge<TNumber>(TileRows<TNumber> rows, ref TNumber right, int width, int depth, Span<TNumber> product, int used, int columns, bool isSum)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        Span<TNumber> tile = stackalloc TNumber[Tile<TNumber>.Rows * width];
        if (isSum)
        {
            // What sticks out is worked on too; stale numbers there may be slow ones (denormal), so they are cleared.
            tile.Clear();
            for (int i = 0; i < rows.Height; i++)
                product.Slice(i * columns, used).CopyTo(tile[(i * width)..]);
        }

        Tile<TNumber>.Multiply(rows, ref right, width, depth, ref MemoryMarshal.GetReference(tile), width, isSum);
        for (int i = 0; i < rows.Height; i++)
            tile.Slice(i * width, used).CopyTo(product[(i * columns)..]);
    }
}
