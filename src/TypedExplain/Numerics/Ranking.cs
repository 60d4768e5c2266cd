namespace TypedExplain.Numerics;

/// <summary>Sorting positions by a score; of equal scores the lower position comes first.</summary>
internal static class Ranking
{
    /// <summary>Sorts positions so that the largest score comes first.</summary>
    /// <param name="scores">A score per position.</param>
    /// <param name="positions">The positions 0 … n − 1.</param>
    public static void Descending(ReadOnlySpan<double> scores, Span<int> positions)
    {
        using Pooled keys = new(positions.Length);
        for (int i = 0; i < positions.Length; i++)
            keys.Span[i] = -scores[positions[i]];
        Stable(keys.Span, positions);
    }

    /// <summary>Sorts positions so that the smallest score comes first.</summary>
    /// <param name="scores">A score per position.</param>
    /// <param name="positions">The positions 0 … n − 1.</param>
    public static void Ascending(ReadOnlySpan<double> scores, Span<int> positions)
    {
        using Pooled keys = new(positions.Length);
        for (int i = 0; i < positions.Length; i++)
            keys.Span[i] = scores[positions[i]];
        Stable(keys.Span, positions);
    }

    private static void Stable(Span<double> keys, Span<int> positions)
    {
        keys.Sort(positions);

        // The sort above may reorder equal keys; put each run of them back into ascending order.
        for (int start = 0; start < keys.Length;)
        {
            int end = start + 1;
            while (end < keys.Length && keys[end] == keys[start])
                end++;
            positions[start..end].Sort();
            start = end;
        }
    }
}
