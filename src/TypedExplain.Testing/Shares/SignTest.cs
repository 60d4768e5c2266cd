namespace TypedExplain.Testing.Shares;

/// <summary>
/// The exact sign test of paired counts, which for counts of 0 and 1 is McNemar's: whether more pairs point one way than the
/// other, where either way would be as likely.
/// </summary>
internal static class SignTest
{
    /// <summary>The one-sided p value: the chance that at least so many of all pairs with a direction point the first way.</summary>
    /// <param name="more">How many pairs point the first way.</param>
    /// <param name="fewer">How many point the other.</param>
    public static double PValue(int more, int fewer)
    {
        // Binomial terms relative to the largest, so that none of a large number is lost: only their ratio to the sum counts.
        int pairs = more + fewer, middle = pairs / 2;
        double all = 0, tail = 0;
        for ((int k, double term) = (middle, 1.0); k <= pairs && term > 0; k++)
        {
            Add(k, term);
            term *= (double)(pairs - k) / (k + 1);
        }

        for ((int k, double term) = (middle - 1, (double)middle / (pairs - middle + 1)); k >= 0 && term > 0; k--)
        {
            Add(k, term);
            term *= (double)k / (pairs - k + 1);
        }

        return Math.Min(1, tail / all);

        void Add(int k, double term)
        {
            all += term;
            if (k >= more)
                tail += term;
        }
    }
}
