using TypedExplain.Numerics;

namespace TypedExplain.Text.Vectors;

/// <summary>The rows that are most similar to one of them, of equals the first one first.</summary>
internal static class SimilarityRanking
{
    /// <summary>Up to this many are kept in order while looking; more are sorted at the end.</summary>
    private const int Few = 64;

    /// <summary>The first of the ranking.</summary>
    /// <param name="similarities">The similarity of each row.</param>
    /// <param name="own">The row that is left out.</param>
    /// <param name="count">How many are wanted; fewer are given where there are no more.</param>
    public static int[] First(ReadOnlySpan<double> similarities, int own, int count)
    {
        count = Math.Min(count, similarities.Length - 1);
        return count <= Few ? Keep(similarities, own, Math.Max(count, 0)) : Sort(similarities, own, double.NegativeInfinity)[..count];
    }

    /// <summary>Those at least as similar as a bound, in the order of the ranking.</summary>
    public static int[] AtLeast(ReadOnlySpan<double> similarities, int own, double bound) => Sort(similarities, own, bound);

    private static int[] Keep(ReadOnlySpan<double> similarities, int own, int count)
    {
        int[] best = new int[count];
        int filled = 0;
        for (int i = 0; i < similarities.Length && count > 0; i++)
        {
            if (i == own || (filled == count && !(similarities[i] > similarities[best[^1]])))
                continue;
            int at = filled < count ? filled++ : count - 1;
            for (; at > 0 && similarities[best[at - 1]] < similarities[i]; at--)
                best[at] = best[at - 1];
            best[at] = i;
        }

        return best;
    }

    private static int[] Sort(ReadOnlySpan<double> similarities, int own, double bound)
    {
        List<int> rows = [];
        for (int i = 0; i < similarities.Length; i++)
        {
            if (i != own && similarities[i] >= bound)
                rows.Add(i);
        }

        // The ranking of positions puts the lower row first where similarities are equal.
        double[] scores = new double[rows.Count];
        for (int i = 0; i < scores.Length; i++)
            scores[i] = similarities[rows[i]];
        int[] order = [.. Enumerable.Range(0, scores.Length)];
        Ranking.Descending(scores, order);
        return [.. order.Select(position => rows[position])];
    }
}
