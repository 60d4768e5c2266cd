using TypedExplain.Numerics;

namespace TypedExplain.Surrogates;

/// <summary>
/// Standard errors of a weighted ridge's slopes that hold where the model is not linear (the sandwich, HC1):
/// √diag(A·M·A)·√(n/(n − p)) with A = (G + αI)⁻¹, M = Σ w²·e²·(x−x̄)(x−x̄)ᵀ, residuals e and n effective samples. They tell
/// how far slopes would move with other samples.
/// </summary>
internal static class SandwichErrors
{
    /// <summary>Writes one error per column of the equations; infinite where there are too few samples or the slopes are not determined.</summary>
    /// <param name="equations">The normal equations of the chosen columns.</param>
    /// <param name="ridge">α.</param>
    /// <param name="table">Rows [x₁ … x_d, y, 1] of all columns.</param>
    /// <param name="weights">One weight per row.</param>
    /// <param name="chosen">Which columns the equations are of.</param>
    /// <param name="slopes">The slopes of all columns.</param>
    /// <param name="intercept">The constant.</param>
    /// <param name="effective">How many effective samples there are.</param>
    /// <param name="errors">Where the errors go.</param>
    public static void Fill(in NormalEquations equations, double ridge, ReadOnlySpan<double> table, ReadOnlySpan<double> weights, ReadOnlySpan<int> chosen, ReadOnlySpan<double> slopes, double intercept, double effective, Span<double> errors)
    {
        int size = equations.Size, stride = Moments.Stride(slopes.Length + 2), fitted = size + 1;
        using Pooled memory = new((2 * size * size) + (2 * size) + (stride * stride) + weights.Length);
        Span<double> factor = memory.Span[..(size * size)], meat = memory.Span.Slice(size * size, size * size);
        Span<double> column = memory.Span.Slice(2 * size * size, size), product = memory.Span.Slice((2 * size * size) + size, size);
        Span<double> moments = memory.Span.Slice((2 * size * size) + (2 * size), stride * stride), squares = memory.Span[^weights.Length..];
        WeightedRidge.Penalized(equations, ridge, factor);
        if (!(effective > fitted) || !Cholesky.Factor(factor, size))
        {
            errors.Fill(double.PositiveInfinity);
            return;
        }

        for (int row = 0; row < weights.Length; row++)
        {
            ReadOnlySpan<double> sample = table.Slice(row * stride, slopes.Length + 1);
            double off = weights[row] * (sample[^1] - intercept - VectorOps.Dot(slopes, sample));
            squares[row] = off * off;
        }

        Moments.Of(table, stride, squares, moments);
        ReadOnlySpan<double> ones = moments.Slice((slopes.Length + 1) * stride, stride);
        for (int i = 0; i < size; i++)
        {
            for (int j = 0; j < size; j++)
            {
                double mean = equations.Mean[i], other = equations.Mean[j];
                meat[(i * size) + j] = moments[(chosen[i] * stride) + chosen[j]] - (mean * ones[chosen[j]]) - (other * ones[chosen[i]]) + (mean * other * ones[slopes.Length + 1]);
            }
        }

        double correction = effective / (effective - fitted);
        for (int j = 0; j < size; j++)
        {
            column.Clear();
            column[j] = 1;
            Cholesky.Solve(factor, column);
            for (int i = 0; i < size; i++)
                product[i] = VectorOps.Dot(meat.Slice(i * size, size), column);
            errors[j] = Math.Sqrt(Math.Max(0, correction * VectorOps.Dot(column, product)));
        }
    }
}
