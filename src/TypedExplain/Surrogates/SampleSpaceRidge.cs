using TypedExplain.Numerics;

namespace TypedExplain.Surrogates;

/// <summary>
/// Weighted ridge regression where there are more columns than rows: with rows x̃ = √w·(x−x̄) and responses ỹ alike,
/// β = X̃ᵀ(X̃X̃ᵀ + αI)⁻¹ỹ is the β of (X̃ᵀX̃ + αI)⁻¹X̃ᵀỹ, but its matrix is only as large as there are rows.
/// </summary>
internal static class SampleSpaceRidge
{
    /// <summary>Columns that go into the matrix at a time.</summary>
    private const int BlockColumns = 64;

    /// <summary>Whether this way is the shorter one.</summary>
    public static bool IsShorter(int rows, int columns, double ridge) => columns > rows && ridge > 0;

    /// <summary>Fits.</summary>
    /// <param name="table">Rows [x₁ … x_d, y, 1], with the stride of <see cref="Moments"/>.</param>
    /// <param name="stride">The distance between rows.</param>
    /// <param name="weights">One weight per row.</param>
    /// <param name="intercept">Whether the fit has an intercept.</param>
    /// <param name="ridge">α, above 0.</param>
    /// <param name="slopes">Where β goes.</param>
    /// <param name="constant">The intercept that belongs to it.</param>
    /// <returns>Whether there is a solution beyond rounding.</returns>
    public static bool TrySolve(ReadOnlySpan<double> table, int stride, ReadOnlySpan<double> weights, bool intercept, double ridge, Span<double> slopes, out double constant)
    {
        // Rows of zeros fill the last tile; they meet α alone.
        int rows = weights.Length, size = (rows + PanelTiles.Width - 1) / PanelTiles.Width * PanelTiles.Width;
        using Pooled memory = new((size * stride) + size + stride);
        Span<double> centered = memory.Span[..(size * stride)], response = memory.Span.Slice(size * stride, size), mean = memory.Span[^stride..];
        if (intercept)
            Mean(table, stride, weights, slopes.Length, mean);
        for (int row = 0; row < rows; row++)
        {
            Span<double> own = centered.Slice(row * stride, stride);
            double root = Math.Sqrt(weights[row]);
            VectorOps.SubtractScaled(table.Slice(row * stride, stride), 1, mean, own);
            VectorOps.ScaleAndAdd(own, root, 0);
            response[row] = own[slopes.Length];
        }

        using Pooled gram = new(size * size);
        AddProducts(centered, stride, slopes.Length, gram.Span, size);
        for (int i = 0; i < size; i++)
            gram.Span[(i * size) + i] += ridge;
        constant = 0;
        if (!Cholesky.Factor(gram.Span, size))
            return false;
        Cholesky.Solve(gram.Span, response);
        slopes.Clear();
        for (int row = 0; row < rows; row++)
            VectorOps.AddScaled(response[row], centered.Slice(row * stride, slopes.Length), slopes);
        constant = mean[slopes.Length] - VectorOps.Dot(slopes, mean);
        return true;
    }

    /// <summary>The weighted means of the columns and of the response.</summary>
    private static void Mean(ReadOnlySpan<double> table, int stride, ReadOnlySpan<double> weights, int features, Span<double> mean)
    {
        for (int row = 0; row < weights.Length; row++)
            VectorOps.AddScaled(weights[row], table.Slice(row * stride, stride), mean);
        double weight = mean[features + 1];
        VectorOps.Divide(mean, weight);
    }

    /// <summary>Adds the products of rows with each other to a matrix, a block of columns at a time.</summary>
    private static void AddProducts(ReadOnlySpan<double> rows, int stride, int columns, Span<double> gram, int size)
    {
        using Pooled memory = Pooled.Unset(size * BlockColumns);
        for (int first = 0; first < columns; first += BlockColumns)
        {
            int count = Math.Min(BlockColumns, columns - first);
            Span<double> panels = memory.Span[..(size * count)];
            for (int row = 0; row < size; row++)
            {
                ReadOnlySpan<double> own = rows.Slice((row * stride) + first, count);
                int at = (row / PanelTiles.Width * count * PanelTiles.Width) + (row % PanelTiles.Width);
                foreach (double value in own)
                {
                    panels[at] = value;
                    at += PanelTiles.Width;
                }
            }

            PanelTiles.AddUpper(panels, count, gram, size);
        }
    }
}
