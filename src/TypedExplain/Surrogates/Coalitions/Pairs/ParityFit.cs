using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Coalitions.Pairs;

/// <summary>
/// A game's half as the prior and the asked pairs make it most likely (Gaussian process regression), as a sum of the kernel around some
/// of the pairs, the centers; and what it says of each pair when that is left out.
/// </summary>
/// <remarks>Of more pairs than centers, the fit is the best one among those sums (a Nyström approximation).</remarks>
internal sealed class ParityFit
{
    // Rounding keeps the matrix of the centers from being definite without it.
    private const double Jitter = 1e-9;

    /// <summary>Into so many parts the rows are divided, each of which is left out.</summary>
    public const int Folds = 10;

    // The pair of all players and none is known without noise.
    private const int KnownTimes = 1000;

    private readonly PairSample _sample;
    private readonly int[] _centers;
    private readonly double[] _factors;

    private ParityFit(PairSample sample, ParityKernel kernel, int[] centers, double[] factors, double[] within, double[] without, double loss) =>
        (_sample, Kernel, _centers, _factors, Within, Without, Loss) = (sample, kernel, centers, factors, within, without, loss);

    /// <summary>The prior.</summary>
    public ParityKernel Kernel { get; }

    /// <summary>What each row's response is above the fit.</summary>
    public double[] Within { get; }

    /// <summary>What it is above the fit to the other rows.</summary>
    public double[] Without { get; }

    /// <summary>What a row is above the fit to those of other folds (row i is in fold i % <see cref="Folds"/>; that of all players and none is in none); empty where it was not asked for.</summary>
    public double[] WithoutFold { get; private set; } = [];

    /// <summary>The noise that was chosen.</summary>
    public double Noise { get; private init; }

    /// <summary>The weighted mean square of <see cref="Without"/> over the pairs that were drawn.</summary>
    public double Loss { get; }

    /// <summary>Whether a fit is better than another; one that could not be made is not.</summary>
    public bool IsBetterThan(ParityFit? other) => double.IsFinite(Loss) && (other is null || Loss < other.Loss);

    /// <summary>Fits.</summary>
    /// <param name="sample">The pairs.</param>
    /// <param name="kernel">The prior.</param>
    /// <param name="noises">Shares of the kernel's higher variance that are not learned from other pairs; one fit of each is tried.</param>
    /// <param name="rows">The pairs to learn from; their number stands for all players and none.</param>
    /// <param name="centers">The pairs that the kernel is put around.</param>
    /// <param name="responses">The response of each row.</param>
    /// <param name="leavesFolds">Whether <see cref="WithoutFold"/> is wanted.</param>
    /// <returns>The best fit; null where rounding allows none.</returns>
    public static ParityFit? Best(PairSample sample, ParityKernel kernel, ReadOnlySpan<double> noises, int[] rows, int[] centers, double[] responses, bool leavesFolds = false)
    {
        int size = centers.Length, stride = Moments.Stride(size + 2);
        using Pooled memory = Pooled.Unset(size * size);
        Span<double> root = memory.Span;
        for (int i = 0; i < size; i++)
        {
            for (int j = i; j < size; j++)
                root[(i * size) + j] = kernel.Of(sample[centers[i]], sample[centers[j]]);
        }

        for (int i = 0; i < size; i++)
            root[(i * size) + i] *= 1 + Jitter;
        if (!Cholesky.Factor(root, size))
            return null;

        using Pooled table = new(rows.Length * stride);
        for (int row = 0; row < rows.Length; row++)
        {
            Span<double> own = table.Span.Slice(row * stride, size);
            for (int j = 0; j < size; j++)
                own[j] = kernel.Of(sample[rows[row]], sample[centers[j]]);
            Cholesky.SolveLower(root, own);
            table.Span[(row * stride) + size] = responses[row];
        }

        using Pooled sums = new((stride * stride) + rows.Length);
        Span<double> weights = sums.Span[^rows.Length..];
        for (int row = 0; row < rows.Length; row++)
            weights[row] = rows[row] == sample.Count ? KnownTimes : 1;
        Moments.Of(table.Span, stride, weights, sums.Span[..(stride * stride)]);

        ParityFit? best = null;
        foreach (double noise in noises)
        {
            ParityFit? fit = Of(sample, kernel, noise, rows, centers, table.Span, sums.Span, root);
            if (fit?.IsBetterThan(best) == true)
                best = fit;
        }

        if (best is not null && leavesFolds)
            best.WithoutFold = LeaveFolds(best, size, table.Span, sums.Span);
        return best;
    }

    /// <summary>The fit's response of a pair, asked or not.</summary>
    public double Of(ReadOnlySpan<ulong> pair)
    {
        double sum = 0;
        for (int i = 0; i < _centers.Length; i++)
            sum += _factors[i] * Kernel.Of(pair, _sample[_centers[i]]);
        return sum;
    }

    /// <summary>Adds the values of the fitted game.</summary>
    /// <param name="values">One number per player, or per two.</param>
    public void AddValues(Span<double> values)
    {
        for (int i = 0; i < _centers.Length; i++)
            Kernel.AddValues(_sample[_centers[i]], _factors[i], values);
    }

    /// <summary>How large products with each player are, the largest 1, as the fitted game has them; null where it has none of more than one player.</summary>
    public double[]? FoundScales(double least)
    {
        double[] squares = new double[Kernel.Scales.Length];
        for (int i = 0; i < _centers.Length; i++)
        {
            for (int j = i; j < _centers.Length; j++)
                Kernel.AddSquares(_sample[_centers[i]], _sample[_centers[j]], _factors[i] * _factors[j] * (i == j ? 1 : 2), squares);
        }

        double most = squares.Max();
        return most > 0 && double.IsFinite(most) ? [.. squares.Select(square => Math.Max(least, Math.Sqrt(Math.Max(0, square) / most)))] : null;
    }

    /// <summary>
    /// What rows are above the fit to those of other folds: (1 − H)⁻¹ times what they are above the fit to all, with the fold's block H of the matrix that makes fits of responses.
    /// </summary>
    private static double[] LeaveFolds(ParityFit fit, int size, ReadOnlySpan<double> table, ReadOnlySpan<double> sums)
    {
        int stride = Moments.Stride(size + 2), count = fit.Within.Length - 1, most = (count + Folds - 1) / Folds;
        ReadOnlySpan<double> weights = sums[(stride * stride)..];
        using Pooled memory = new((size * size) + (most * (size + most)));
        Span<double> factor = memory.Span[..(size * size)], parts = memory.Span.Slice(size * size, most * size), block = memory.Span[^(most * most)..];
        for (int i = 0; i < size; i++)
        {
            sums.Slice(i * stride, size).CopyTo(factor[(i * size)..]);
            factor[(i * size) + i] += fit.Noise * fit.Kernel.Variance;
        }

        double[] without = [.. fit.Without];
        if (!Cholesky.Factor(factor, size))
            return without;
        for (int fold = 0; fold < Folds && fold < count; fold++)
        {
            int rows = (count - fold + Folds - 1) / Folds;
            double[] left = new double[rows];
            for (int i = 0; i < rows; i++)
            {
                int row = fold + (i * Folds);
                Span<double> own = parts.Slice(i * size, size);
                table.Slice(row * stride, size).CopyTo(own);
                Cholesky.SolveLower(factor, own);

                // Symmetric by the roots of the weights.
                double root = Math.Sqrt(weights[row]);
                foreach (ref double part in own)
                    part *= root;
                left[i] = root * fit.Within[row];
                for (int j = 0; j <= i; j++)
                    block[(i * rows) + j] = block[(j * rows) + i] = (i == j ? 1 : 0) - VectorOps.Dot(own, parts.Slice(j * size, size));
            }

            if (!Cholesky.Factor(block[..(rows * rows)], rows))
                continue;
            Cholesky.Solve(block[..(rows * rows)], left);
            for (int i = 0; i < rows; i++)
                without[fold + (i * Folds)] = left[i] / Math.Sqrt(weights[fold + (i * Folds)]);
        }

        return without;
    }

    private static ParityFit? Of(PairSample sample, ParityKernel kernel, double noise, int[] rows, int[] centers, ReadOnlySpan<double> table, ReadOnlySpan<double> sums, ReadOnlySpan<double> root)
    {
        int size = centers.Length, stride = Moments.Stride(size + 2);
        ReadOnlySpan<double> moments = sums[..(stride * stride)], weights = sums[(stride * stride)..];
        using Pooled memory = new((size * size) + size);
        Span<double> factor = memory.Span[..(size * size)], own = memory.Span[^size..];
        double[] slopes = moments.Slice(size * stride, size).ToArray();
        for (int i = 0; i < size; i++)
            moments.Slice(i * stride, size).CopyTo(factor[(i * size)..]);
        for (int i = 0; i < size; i++)
            factor[(i * size) + i] += noise * kernel.Variance;
        if (!Cholesky.Factor(factor, size))
            return null;
        Cholesky.Solve(factor, slopes);

        double[] within = new double[rows.Length], without = new double[rows.Length];
        double loss = 0, total = 0;
        for (int row = 0; row < rows.Length; row++)
        {
            ReadOnlySpan<double> given = table.Slice(row * stride, size);
            within[row] = table[(row * stride) + size] - VectorOps.Dot(given, slopes);
            given.CopyTo(own);
            Cholesky.SolveLower(factor, own);
            without[row] = within[row] / Math.Max(1e-12, 1 - (weights[row] * VectorOps.Dot(own, own)));
            if (rows[row] == sample.Count)
                continue;
            double weight = sample.Weights[rows[row]] * (1 - sample.Inclusions[rows[row]]);
            (loss, total) = (loss + (weight * without[row] * without[row]), total + weight);
        }

        // Back to the kernel around the centers: Uᵀ turned its covariances into the columns, so U turns slopes into its factors.
        double[] factors = slopes;
        for (int k = size - 1; k >= 0; k--)
            factors[k] = (factors[k] - VectorOps.Dot(root.Slice((k * size) + k + 1, size - k - 1), factors.AsSpan(k + 1))) / root[(k * size) + k];
        return new(sample, kernel, centers, factors, within, without, total > 0 ? loss / total : 0) { Noise = noise };
    }
}
