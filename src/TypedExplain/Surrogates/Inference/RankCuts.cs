using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Inference;

/// <summary>Where the order of slopes by magnitude is told by samples: between which of them and all that follow.</summary>
/// <param name="covariance">The covariance of the fitted slopes.</param>
/// <param name="chosen">Which columns were fitted; the slopes of the others are known to be 0.</param>
/// <param name="slopes">The slopes of all columns.</param>
/// <param name="reaches">For each fitted slope, how many standard errors it must be apart from another one.</param>
internal readonly ref struct RankCuts(ReadOnlySpan<double> covariance, ReadOnlySpan<int> chosen, ReadOnlySpan<double> slopes, ReadOnlySpan<double> reaches)
{
    private readonly ReadOnlySpan<double> _covariance = covariance, _slopes = slopes, _reaches = reaches;
    private readonly ReadOnlySpan<int> _chosen = chosen;

    /// <summary>After how many of the largest each of the rest is told to be smaller.</summary>
    /// <param name="ranked">How many of the first columns have an order.</param>
    /// <param name="most">How many of the largest are looked at.</param>
    public IReadOnlyList<int> Of(int ranked, int most)
    {
        int[] order = new int[ranked], fitted = new int[ranked];
        double[] magnitudes = new double[ranked];
        fitted.AsSpan().Fill(-1);
        for (int i = 0; i < _chosen.Length; i++)
        {
            if (_chosen[i] < ranked)
                fitted[_chosen[i]] = i;
        }

        for (int j = 0; j < ranked; j++)
            (order[j], magnitudes[j]) = (j, Math.Abs(_slopes[j]));
        Ranking.Descending(magnitudes, order);
        List<int> cuts = new(most);
        int fewest = 0;
        for (int first = 1; first <= Math.Min(most, ranked) && magnitudes[order[first - 1]] > 0; first++)
        {
            // A cut is told where no slope before it has one behind it from which it is not told.
            fewest = Math.Max(fewest, LastUntold(order, first, fitted, magnitudes));
            if (fewest < first)
                cuts.Add(first);
        }

        return cuts;
    }

    /// <summary>The last place at which a slope stands that is not told to be smaller than one before it; 0 for none.</summary>
    private int LastUntold(ReadOnlySpan<int> order, int first, ReadOnlySpan<int> fitted, ReadOnlySpan<double> magnitudes)
    {
        int larger = order[first - 1];
        for (int place = order.Length - 1; place >= first; place--)
        {
            int smaller = order[place];
            double apart = magnitudes[larger] - magnitudes[smaller];
            if (!(apart > 0 && apart > Reach(fitted[larger], fitted[smaller]) * Math.Sqrt(Math.Max(0, Variance(larger, smaller, fitted)))))
                return place;
        }

        return 0;
    }

    private double Reach(int larger, int smaller) => smaller < 0 ? _reaches[larger] : Math.Max(_reaches[larger], _reaches[smaller]);

    /// <summary>The variance of the difference of two magnitudes.</summary>
    private double Variance(int larger, int smaller, ReadOnlySpan<int> fitted)
    {
        int size = _chosen.Length, a = fitted[larger], b = fitted[smaller];
        double variance = _covariance[(a * size) + a];
        if (b < 0)
            return variance;
        double both = 2 * _covariance[(a * size) + b];
        return variance + _covariance[(b * size) + b] - (_slopes[larger] < 0 == _slopes[smaller] < 0 ? both : -both);
    }
}
