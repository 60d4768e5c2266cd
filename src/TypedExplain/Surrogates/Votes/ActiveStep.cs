using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Votes;

/// <summary>Solves a weighted lasso exactly for the slopes that are not 0, with their signs as they are.</summary>
internal static class ActiveStep
{
    /// <summary>Moves the slopes to the solution, or as far toward it as no sign changes.</summary>
    /// <param name="gram">G, d×d.</param>
    /// <param name="cross">c.</param>
    /// <param name="penalties">λ.</param>
    /// <param name="slopes">s.</param>
    /// <param name="areDetermined">For each slope whether it was one of those that were solved for, which have one solution only.</param>
    public static void Take(ReadOnlySpan<double> gram, ReadOnlySpan<double> cross, ReadOnlySpan<double> penalties, Span<double> slopes, Span<bool> areDetermined)
    {
        areDetermined.Clear();
        int size = slopes.Length, count = 0;
        Span<int> active = size <= 256 ? stackalloc int[size] : new int[size];
        for (int j = 0; j < size; j++)
        {
            if (slopes[j] != 0)
                active[count++] = j;
        }

        active = active[..count];
        if (count == 0)
            return;
        using Pooled memory = Pooled.Unset((count * count) + count);
        Span<double> part = memory.Span[..(count * count)], solution = memory.Span[^count..];
        Gather(gram, cross, penalties, slopes, active, part, solution);
        if (!Cholesky.Factor(part, count))
            return;
        Cholesky.Solve(part, solution);
        foreach (int j in active)
            areDetermined[j] = true;
        Move(active, solution, slopes);
    }

    /// <summary>The system of some of the slopes, with the signs of others in their place.</summary>
    public static void Gather(ReadOnlySpan<double> gram, ReadOnlySpan<double> cross, ReadOnlySpan<double> penalties, ReadOnlySpan<double> signs, ReadOnlySpan<int> active, Span<double> part, Span<double> right)
    {
        int size = signs.Length, count = active.Length;
        for (int i = 0; i < count; i++)
        {
            right[i] = cross[active[i]] - (penalties[active[i]] * Math.Sign(signs[active[i]]));
            ReadOnlySpan<double> row = gram.Slice(active[i] * size, size);
            Span<double> own = part.Slice(i * count, count);
            if (count == size)
            {
                row.CopyTo(own);
                continue;
            }

            for (int j = 0; j < own.Length; j++)
                own[j] = row[active[j]];
        }
    }

    /// <summary>Goes toward the solution up to the first slope that would change its sign, and leaves that at 0.</summary>
    private static void Move(ReadOnlySpan<int> active, ReadOnlySpan<double> solution, Span<double> slopes)
    {
        double share = 1;
        int first = -1;
        for (int i = 0; i < active.Length; i++)
        {
            double from = slopes[active[i]], to = solution[i];
            if (Math.Sign(to) == Math.Sign(from))
                continue;
            double until = from / (from - to);
            if (until < share || first < 0)
                (share, first) = (until, i);
        }

        for (int i = 0; i < active.Length; i++)
            slopes[active[i]] = i == first ? 0 : first < 0 ? solution[i] : slopes[active[i]] + (share * (solution[i] - slopes[active[i]]));
    }
}
