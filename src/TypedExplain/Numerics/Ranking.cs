namespace TypedExplain.Numerics;

/// <summary>Sorting positions by a score; of equal scores the lower position comes first.</summary>
internal static class Ranking
{
    // Up to so many numbers one is put in its place after the other; a call of the general sort takes longer.
    private const int Few = 8;

    /// <summary>Sorts numbers, the smallest first; the bits of a general sort.</summary>
    public static void Ascending(Span<double> numbers)
    {
        if (numbers.Length > Few)
        {
            numbers.Sort();
            return;
        }

        for (int next = 1; next < numbers.Length; next++)
        {
            double own = numbers[next];
            int at = next;
            for (; at > 0 && IsBefore(own, numbers[at - 1]); at--)
                numbers[at] = numbers[at - 1];
            numbers[at] = own;
        }
    }

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
        if (keys.Length <= Few)
        {
            for (int next = 1; next < keys.Length; next++)
            {
                (double own, int position) = (keys[next], positions[next]);
                int at = next;
                for (; at > 0 && (IsBefore(own, keys[at - 1]) || (own == keys[at - 1] && position < positions[at - 1])); at--)
                    (keys[at], positions[at]) = (keys[at - 1], positions[at - 1]);
                (keys[at], positions[at]) = (own, position);
            }

            return;
        }

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

    /// <summary>As the general sort has it: what is not a number comes first.</summary>
    private static bool IsBefore(double one, double other) => one < other || (double.IsNaN(one) && !double.IsNaN(other));
}
