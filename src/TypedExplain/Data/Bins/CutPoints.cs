namespace TypedExplain.Data.Bins;

/// <summary>Cut points between bins.</summary>
internal static class CutPoints
{
    /// <summary>The cuts of a number, ascending and each once.</summary>
    /// <param name="values">Its values in any order; at least one.</param>
    /// <param name="classes">The class of each; looked at by <see cref="Discretization.Entropy"/> alone.</param>
    /// <param name="discretization">How to cut.</param>
    public static double[] Of(ReadOnlySpan<double> values, ReadOnlySpan<int> classes, Discretization discretization)
    {
        double[] sorted = values.ToArray();
        int[] labels = classes.ToArray();
        if (discretization == Discretization.Entropy)
            Array.Sort(sorted, labels);
        else
            Array.Sort(sorted);
        double[] cuts = discretization switch
        {
            Discretization.Quartile => Shares(sorted, 4),
            Discretization.Decile => Shares(sorted, 10),
            _ => EntropyCuts.Of(sorted, labels) is { Length: > 0 } found ? found : [Percentile(sorted, 0.5)],
        };
        return [.. cuts.Distinct().Order()];
    }

    private static double[] Shares(double[] sorted, int parts) =>
        [.. Enumerable.Range(1, parts - 1).Select(part => Percentile(sorted, (double)part / parts))];

    /// <summary>Between the order statistics around position share·(n − 1), linearly.</summary>
    private static double Percentile(double[] sorted, double share)
    {
        double position = share * (sorted.Length - 1);
        int below = (int)position;
        if (below + 1 >= sorted.Length || sorted[below] == sorted[below + 1])
            return sorted[below];
        return Math.FusedMultiplyAdd(position - below, sorted[below + 1] - sorted[below], sorted[below]);
    }
}
