using System.Numerics;
using System.Runtime.Intrinsics;

namespace TypedExplain.Training.Kernels;

/// <summary>
/// Some rows of a product by up to four vectors of its columns, held in registers. Every element is one chain of fused
/// operations in the order of the depth, so neither the width of the hardware's vectors nor the blocking can change a bit.
/// </summary>
internal static class Tile<TNumber>
    where TNumber : unmanaged, IBinaryFloatingPointIeee754<TNumber>
{
    /// <summary>Rows of the highest tile, which fewer are packed as.</summary>
    public const int Rows = 8;

    /// <summary>The width of the panel that begins where so many columns are left: the widest that is not mostly empty.</summary>
    public static int Width(int columns) => Width(columns, Vector512.IsHardwareAccelerated);

    /// <summary>The same for processors with registers of 512 bits, or without.</summary>
    public static int Width(int columns, bool isWide)
    {
        int half = Vector128<TNumber>.Count, one = 2 * half;
        if (columns <= half)
            return half;
        if (columns <= one)
            return one;
        return isWide ? (columns > 3 * one ? 4 * one : 2 * one) : columns >= 3 * one ? 3 * one : columns >= 2 * one ? 2 * one : one;
    }

    /// <summary>Rows of the tile for panels of a width.</summary>
    public static int Height(int width) => width == 3 * Vector256<TNumber>.Count || (width == 2 * Vector256<TNumber>.Count && !Vector512.IsHardwareAccelerated) ? 4 : Rows;

    /// <summary>Adds depth products of panels to tiles below one another, or begins them with these.</summary>
    /// <param name="left">The rows of the left side: those of whole tiles, or of one that is not whole and has the room of one.</param>
    /// <param name="right">A panel of the right side, row after row.</param>
    /// <param name="rightStride">From one row of the panel to the next.</param>
    /// <param name="width">Its width, one of <see cref="Width(int)"/>.</param>
    /// <param name="depth">How many products each element is the sum of.</param>
    /// <param name="product">The first tile.</param>
    /// <param name="stride">From one row of the product to the next.</param>
    /// <param name="isSum">Whether the product holds a sum already.</param>
    /// <param name="end">What is done to an element last.</param>
    public static void Multiply<TEnd>(TileRows<TNumber> left, ref TNumber right, int rightStride, int width, int depth, ref TNumber product, int stride, bool isSum, TEnd end)
        where TEnd : struct, IEpilogue<TNumber, TEnd>, allows ref struct
    {
        int one = Vector256<TNumber>.Count;
        if (width == 3 * one)
            Tile256<TNumber>.Multiply4By3(left, ref right, (nuint)rightStride, depth, ref product, (nuint)stride, isSum, end);
        else if (width == 4 * one)
            Tile512<TNumber>.MultiplyBy2(left, ref right, (nuint)rightStride, depth, ref product, (nuint)stride, isSum, end);
        else if (width < one)
            NarrowTile<TNumber>.Multiply128(left, ref right, (nuint)rightStride, depth, ref product, (nuint)stride, isSum, end);
        else if (width == one)
            NarrowTile<TNumber>.Multiply256(left, ref right, (nuint)rightStride, depth, ref product, (nuint)stride, isSum, end);
        else if (Vector512.IsHardwareAccelerated)
            Tile512<TNumber>.MultiplyBy1(left, ref right, (nuint)rightStride, depth, ref product, (nuint)stride, isSum, end);
        else
            Tile256<TNumber>.Multiply4By2(left, ref right, (nuint)rightStride, depth, ref product, (nuint)stride, isSum, end);
    }
}
