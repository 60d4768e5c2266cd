using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Numerics;

/// <summary>Symmetric matrices.</summary>
internal static class Symmetric
{
    // A block of either triangle fits the first cache beside the other.
    private const int Block = 32;

    private const int Side = 4;

    /// <summary>Copies the upper triangle to the lower one.</summary>
    /// <param name="matrix">The matrix, row after row.</param>
    /// <param name="size">How many rows and columns it has.</param>
    public static void Mirror(Span<double> matrix, int size)
    {
        ref double all = ref MemoryMarshal.GetReference(matrix[..(size * size)]);
        int whole = size - (size % Side);
        for (int row = 0; row < whole; row += Block)
        {
            for (int column = 0; column <= row; column += Block)
            {
                for (int i = row; i < Math.Min(row + Block, whole); i += Side)
                {
                    for (int j = column; j < Math.Min(column + Block, i); j += Side)
                        Copy(ref all, (nuint)((j * size) + i), (nuint)((i * size) + j), (nuint)size);
                }
            }
        }

        // What is left of blocks: those on the diagonal, and the last rows.
        for (int i = 0; i < size; i++)
        {
            for (int j = i < whole ? i - (i % Side) : 0; j < i; j++)
                matrix[(i * size) + j] = matrix[(j * size) + i];
        }
    }

    /// <summary>Copies a square above the diagonal to its place below it.</summary>
    private static void Copy(ref double matrix, nuint from, nuint to, nuint size)
    {
        (Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d) = Transpose.Of(
            Vector256.LoadUnsafe(ref matrix, from), Vector256.LoadUnsafe(ref matrix, from + size), Vector256.LoadUnsafe(ref matrix, from + (2 * size)), Vector256.LoadUnsafe(ref matrix, from + (3 * size)));
        a.StoreUnsafe(ref matrix, to);
        b.StoreUnsafe(ref matrix, to + size);
        c.StoreUnsafe(ref matrix, to + (2 * size));
        d.StoreUnsafe(ref matrix, to + (3 * size));
    }
}
