using System.Numerics;
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

    /// <summary>Rows of the left side that are packed at a time.</summary>
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

        int width = Tile<TNumber>.Columns, panels = (columns + width - 1) / width;
        int rightLength = panels * width * Math.Min(Depth, depth);
        Span<TNumber> memory = scratch.Take(rightLength + (BlockRows * Math.Min(Depth, depth)));
        for (int k = 0; k < depth; k += Depth)
        {
            int part = Math.Min(Depth, depth - k);
            Packing.Right(right, k, part, memory[..rightLength]);
            for (int row = 0; row < left.Rows; row += BlockRows)
            {
                int rows = Math.Min(BlockRows, left.Rows - row);
                Span<TNumber> packed = memory[rightLength..];
                Packing.Left(left, row, rows, k, part, packed);
                Block(packed, memory[..rightLength], part, product[(row * columns)..], rows, columns, add || k > 0);
            }
        }
    }

    private static void Block<TNumber>(Span<TNumber> left, Span<TNumber> right, int depth, Span<TNumber> product, int rows, int columns, bool isSum)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int width = Tile<TNumber>.Columns;
        for (int column = 0; column < columns; column += width)
        {
            ref TNumber panel = ref right[column * depth];
            for (int row = 0; row < rows; row += Tile<TNumber>.Rows)
            {
                ref TNumber side = ref left[row * depth];
                Span<TNumber> at = product[((row * columns) + column)..];
                int height = Math.Min(Tile<TNumber>.Rows, rows - row), used = Math.Min(width, columns - column);
                if (height == Tile<TNumber>.Rows && used == width)
                    Tile<TNumber>.Multiply(ref side, ref panel, depth, ref MemoryMarshal.GetReference(at), columns, isSum);
                else
                    Edge(ref side, ref panel, depth, at, height, used, columns, isSum);
            }
        }
    }

    /// <summary>A tile that sticks out of the product.</summary>
    private static void Edge<TNumber>(ref TNumber left, ref TNumber right, int depth, Span<TNumber> product, int height, int used, int columns, bool isSum)
        where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
    {
        int width = Tile<TNumber>.Columns;
        Span<TNumber> tile = stackalloc TNumber[Tile<TNumber>.Rows * width];
        if (isSum)
        {
            tile.Clear();
            for (int i = 0; i < height; i++)
                product.Slice(i * columns, used).CopyTo(tile[(i * width)..]);
        }

        Tile<TNumber>.Multiply(ref left, ref right, depth, ref MemoryMarshal.GetReference(tile), width, isSum);
        for (int i = 0; i < height; i++)
            tile.Slice(i * width, used).CopyTo(product[(i * columns)..]);
    }
}
