namespace TypedExplain.Numerics;

/// <summary>Symmetric matrices.</summary>
internal static class Symmetric
{
    // A block of either triangle fits the first cache beside the other.
    private const int Block = 32;

    /// <summary>Copies the upper triangle to the lower one.</summary>
    /// <param name="matrix">The matrix, row after row.</param>
    /// <param name="size">How many rows and columns it has.</param>
    public static void Mirror(Span<double> matrix, int size)
    {
        for (int row = 0; row < size; row += Block)
        {
            for (int column = 0; column <= row; column += Block)
            {
                for (int i = row; i < Math.Min(row + Block, size); i++)
                {
                    Span<double> own = matrix.Slice(i * size, size);
                    for (int j = column; j < Math.Min(column + Block, i); j++)
                        own[j] = matrix[(j * size) + i];
                }
            }
        }
    }
}
