using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Votes;

/// <summary>
/// How many standard errors a slope must have for LINEX to keep it: half of the draws of k environments then have k/2 + 1
/// of them on its side of 0.
/// </summary>
internal static class VoteThreshold
{
    // Up to here the binomial sum is taken; beyond, the median of a beta distribution is known to five digits and more.
    private const int MostSummed = 200;

    private const int Halvings = 60;

    /// <summary>c of an even number of environments: 0.54495 for 2, 0.2905 for 4.</summary>
    public static double Of(int environments)
    {
        if (environments > MostSummed)
            return InverseNormal.Of(((environments / 2.0) + (2.0 / 3)) / (environments + (1.0 / 3)));
        double low = 0.5, high = 1;
        for (int i = 0; i < Halvings; i++)
        {
            double middle = (low + high) / 2;
            if (MoreThanHalf(environments, middle) < 0.5)
                low = middle;
            else
                high = middle;
        }

        return InverseNormal.Of((low + high) / 2);
    }

    /// <summary>How likely it is that more than half of the environments are on a side that each takes with a probability.</summary>
    private static double MoreThanHalf(int environments, double probability)
    {
        double term = 1, sum = 0;
        for (int i = 0; i < environments; i++)
            term *= probability;
        for (int on = environments; on > environments / 2; on--)
        {
            sum += term;
            term *= on / (environments - on + 1.0) * ((1 - probability) / probability);
        }

        return sum;
    }
}
