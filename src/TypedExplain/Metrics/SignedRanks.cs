using MathNet.Numerics.Distributions;
using TypedExplain.Numerics;

namespace TypedExplain.Metrics;

/// <summary>Wilcoxon's signed-rank test: whether differences lie around 0, by the ranks of their magnitudes only.</summary>
internal static class SignedRanks
{
    /// <summary>Up to so many differences every choice of signs is counted.</summary>
    private const int ExactUpTo = 50;

    /// <summary>The two-sided p value; differences of 0 are left out, equal magnitudes share their mean rank.</summary>
    public static double PValue(ReadOnlySpan<double> differences)
    {
        double[] some = [.. differences.ToArray().Where(difference => difference != 0)];
        if (some.Length == 0)
            return 1;
        int[] ranks = TwiceRanks([.. some.Select(Math.Abs)]);
        int total = ranks.Sum(), positive = 0;
        for (int i = 0; i < some.Length; i++)
            positive += some[i] > 0 ? ranks[i] : 0;
        int less = Math.Min(positive, total - positive);
        return some.Length <= ExactUpTo ? Exact(ranks, total, less) : Approximate(ranks, total, less);
    }

    /// <summary>Twice the ranks from 1 on: a whole number, for equal magnitudes too.</summary>
    private static int[] TwiceRanks(double[] magnitudes)
    {
        int[] order = [.. Enumerable.Range(0, magnitudes.Length)], ranks = new int[magnitudes.Length];
        Ranking.Ascending(magnitudes, order);
        for (int start = 0; start < order.Length;)
        {
            int end = start + 1;
            while (end < order.Length && magnitudes[order[end]] == magnitudes[order[start]])
                end++;
            for (int i = start; i < end; i++)
                ranks[order[i]] = start + 1 + end;
            start = end;
        }

        return ranks;
    }

    /// <summary>The share of all choices of signs whose smaller rank sum is no larger.</summary>
    private static double Exact(int[] ranks, int total, int less)
    {
        double[] shares = new double[total + 1];
        shares[0] = 1;
        foreach (int rank in ranks)
        {
            for (int sum = total; sum >= 0; sum--)
                shares[sum] = (shares[sum] + (sum >= rank ? shares[sum - rank] : 0)) / 2;
        }

        double tail = 0;
        for (int sum = 0; sum <= less; sum++)
            tail += shares[sum];
        return Math.Min(1, 2 * tail);
    }

    /// <summary>By the normal distribution with the same mean and variance, with a correction for continuity.</summary>
    private static double Approximate(int[] ranks, int total, int less)
    {
        double squares = ranks.Sum(rank => (double)rank * rank);
        double off = (total / 2.0) - less - 1;
        return off <= 0 ? 1 : 2 * Normal.CDF(0, 1, -off / Math.Sqrt(squares / 4));
    }
}
