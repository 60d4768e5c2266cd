using TypedExplain.Numerics;

namespace TypedExplain.Surrogates;

/// <summary>
/// The lasso's solution path by least angle regression with drops (Efron, Hastie, Johnstone and Tibshirani, 2004),
/// on weighted and centered moments.
/// </summary>
internal static class Lasso
{
    private const double Tiny = 1e-12;
    private const double Parallel = 1e-10;

    /// <summary>
    /// Chooses the columns of the last knot with at most <paramref name="features"/> of them, in ascending order. The
    /// knot at which all are zero is never used; where the path has no other, every column is chosen.
    /// </summary>
    public static int Select(in NormalEquations equations, int features, Span<int> chosen)
    {
        int size = equations.Size;
        using Pooled memory = new((size * size) + (4 * size));
        Span<double> factor = memory.Span[..(size * size)];
        Span<double> slopes = memory.Span.Slice(size * size, size);
        Span<double> correlation = memory.Span.Slice((size * size) + size, size);
        Span<double> direction = memory.Span.Slice((size * size) + (2 * size), size);
        Span<double> change = memory.Span.Slice((size * size) + (3 * size), size);
        Span<int> active = new int[size];
        Span<bool> excluded = new bool[size]; // without variance of their own
        for (int i = 0; i < size; i++)
            excluded[i] = !(equations.Gram[(i * size) + i] > 0);
        int activeCount = 0;
        int chosenCount = 0;
        bool dropped = false;
        double start = VectorOps.MaxAbs(equations.Cross);

        // Every step adds a column, drops one or ends the path; the cap guards against cycling by rounding.
        for (int step = 0; step < 8 * size; step++)
        {
            Correlations(equations, slopes, correlation);
            double level = VectorOps.MaxAbs(correlation);
            if (!(level > Tiny * start))
                break;
            if (!dropped)
            {
                int entering = Largest(correlation, active[..activeCount], excluded);
                if (entering < 0)
                    break;
                active[activeCount++] = entering;
            }

            Span<int> columns = active[..activeCount];
            if (!Direction(equations, columns, correlation, factor, direction))
            {
                // A combination of the columns in use can never add to them.
                excluded[columns[^1]] = true;
                activeCount--;
                dropped = false;
                continue;
            }

            Change(equations, columns, direction, change);
            double length = StepLength(columns, excluded, correlation, change, level);
            int leaving = Leaving(columns, slopes, direction, ref length);
            for (int i = 0; i < activeCount; i++)
                slopes[columns[i]] += length * direction[i];
            dropped = leaving >= 0;
            if (dropped)
            {
                slopes[columns[leaving]] = 0;
                columns[(leaving + 1)..].CopyTo(columns[leaving..]);
                activeCount--;
            }

            if (activeCount > 0 && activeCount <= features)
            {
                chosenCount = activeCount;
                active[..activeCount].CopyTo(chosen);
            }

            if (!dropped && activeCount == size)
                break;
        }

        if (chosenCount == 0)
        {
            for (int i = 0; i < size; i++)
                chosen[i] = i;
            return size;
        }

        chosen[..chosenCount].Sort();
        return chosenCount;
    }

    private static void Correlations(in NormalEquations equations, ReadOnlySpan<double> slopes, Span<double> correlation)
    {
        for (int i = 0; i < correlation.Length; i++)
            correlation[i] = equations.Cross[i] - VectorOps.Dot(equations.Gram.Slice(i * equations.Size, equations.Size), slopes);
    }

    private static int Largest(ReadOnlySpan<double> correlation, ReadOnlySpan<int> active, ReadOnlySpan<bool> excluded)
    {
        int best = -1;
        for (int i = 0; i < correlation.Length; i++)
        {
            bool usable = !excluded[i] && !active.Contains(i);
            if (usable && (best < 0 || Math.Abs(correlation[i]) > Math.Abs(correlation[best])))
                best = i;
        }

        return best;
    }

    /// <summary>The direction in which all active correlations shrink by 1 per unit of length: G_AA·d = sign.</summary>
    private static bool Direction(in NormalEquations equations, ReadOnlySpan<int> active, ReadOnlySpan<double> correlation, Span<double> factor, Span<double> direction)
    {
        int count = active.Length;
        for (int i = 0; i < count; i++)
        {
            direction[i] = Math.Sign(correlation[active[i]]);
            for (int j = 0; j < count; j++)
                factor[(i * count) + j] = equations.Gram[(active[i] * equations.Size) + active[j]];
        }

        if (!Cholesky.Factor(factor[..(count * count)], count))
            return false;
        Cholesky.Solve(factor, direction[..count]);
        return true;
    }

    private static void Change(in NormalEquations equations, ReadOnlySpan<int> active, ReadOnlySpan<double> direction, Span<double> change)
    {
        change.Clear();
        for (int i = 0; i < active.Length; i++)
            VectorOps.AddScaled(direction[i], equations.Gram.Slice(active[i] * equations.Size, equations.Size), change);
    }

    /// <summary>How far to go until another column is as correlated as the active ones, or to the least squares fit.</summary>
    private static double StepLength(ReadOnlySpan<int> active, ReadOnlySpan<bool> excluded, ReadOnlySpan<double> correlation, ReadOnlySpan<double> change, double level)
    {
        double length = level;
        for (int i = 0; i < correlation.Length; i++)
        {
            if (active.Contains(i) || excluded[i])
                continue;

            // A column that changes with the active ones is never caught up with: both differences are rounding only.
            double above = (level - correlation[i]) / (1 - change[i]);
            double below = (level + correlation[i]) / (1 + change[i]);
            if (1 - change[i] > Parallel && above > Tiny * level && above < length)
                length = above;
            if (1 + change[i] > Parallel && below > Tiny * level && below < length)
                length = below;
        }

        return length;
    }

    /// <summary>The first active column whose coefficient would cross 0 within the step, and the length up to there.</summary>
    private static int Leaving(ReadOnlySpan<int> active, ReadOnlySpan<double> slopes, ReadOnlySpan<double> direction, ref double length)
    {
        int leaving = -1;
        for (int i = 0; i < active.Length; i++)
        {
            double crossing = -slopes[active[i]] / direction[i];
            if (crossing > 0 && crossing < length)
                (leaving, length) = (i, crossing);
        }

        return leaving;
    }
}
