using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Votes;

/// <summary>Where columns are tied, a lasso has many solutions; the shortest gives each of the tied ones its share.</summary>
internal static class TiedColumns
{
    // Within this share of its penalty a gap is at it, so that the slope may be other than 0 in another solution.
    private const double AtPenalty = 1e-9;

    /// <summary>Moves to the shortest solution.</summary>
    /// <param name="gram">G, d×d.</param>
    /// <param name="cross">c.</param>
    /// <param name="penalties">λ.</param>
    /// <param name="gap">c − Gs at the solution found.</param>
    /// <param name="areDetermined">For each slope whether it is one of some that have one solution only.</param>
    /// <param name="slopes">The solution found; the shortest on return.</param>
    /// <returns>Whether there are several.</returns>
    public static bool Share(ReadOnlySpan<double> gram, ReadOnlySpan<double> cross, ReadOnlySpan<double> penalties, ReadOnlySpan<double> gap, ReadOnlySpan<bool> areDetermined, Span<double> slopes)
    {
        int size = slopes.Length, count = 0;
        bool isOne = true;
        Span<int> possible = size <= 256 ? stackalloc int[size] : new int[size];
        for (int j = 0; j < size; j++)
        {
            if (slopes[j] != 0 || (gram[(j * size) + j] > 0 && Math.Abs(gap[j]) >= penalties[j] * (1 - AtPenalty)))
            {
                possible[count++] = j;
                isOne &= areDetermined[j];
            }
        }

        possible = possible[..count];
        if (isOne)
            return false;
        using Pooled memory = Pooled.Unset((count * count) + count + size);
        Span<double> part = memory.Span[..(count * count)], solution = memory.Span.Slice(count * count, count), signs = memory.Span[^size..];
        for (int j = 0; j < size; j++)
            signs[j] = slopes[j] != 0 ? slopes[j] : gap[j];
        ActiveStep.Gather(gram, cross, penalties, signs, possible, part, solution);
        if (Cholesky.Factor(part, count))
            return false;
        ActiveStep.Gather(gram, cross, penalties, signs, possible, part, solution);
        MinimumNorm.Solve(part, solution);
        for (int i = 0; i < count; i++)
        {
            if (solution[i] * Math.Sign(signs[possible[i]]) < 0 && penalties[possible[i]] > 0)
                return false;
        }

        for (int i = 0; i < count; i++)
            slopes[possible[i]] = solution[i];
        return true;
    }
}
