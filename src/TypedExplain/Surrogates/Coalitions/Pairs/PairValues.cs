using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Coalitions.Pairs;

/// <summary>
/// Values that are sums over all coalitions, from some pairs: those of the fitted game, which are exact, and the sum of what it is off
/// by. Each pair asked stands for 1/π pairs; for itself it is off by what is left of it, and for the 1/π − 1 that were not asked by what is
/// left of it when the game is fitted without it. So values tend to the right ones however wrong the fitted game is, and are
/// those of all coalitions once all are asked.
/// </summary>
/// <remarks>A regression adjustment with a surrogate whose Shapley values are exact: Witter, Liu and Musco, 2025.</remarks>
/// <param name="sample">The pairs.</param>
internal sealed class PairValues(PairSample sample)
{
    /// <summary>Adds to values what responses give them that a fit leaves, and writes standard errors.</summary>
    /// <param name="within">What each pair is above the fit, and behind them all players and none.</param>
    /// <param name="without">What each is above the fit to the others; empty where that is the same.</param>
    /// <param name="withoutFold">What each is above the fit to those of other folds (<see cref="ParityFit.WithoutFold"/>); empty where there are no folds.</param>
    /// <param name="form">Gives the number by which each value counts a pair of a coalition, before division by how many of its size were taken.</param>
    /// <param name="values">The values.</param>
    /// <param name="errors">Where the errors go; as many.</param>
    public void Add(ReadOnlySpan<double> within, ReadOnlySpan<double> without, ReadOnlySpan<double> withoutFold, IPairForm form, Span<double> values, Span<double> errors)
    {
        using Pooled memory = new(3 * values.Length), folds = new(withoutFold.IsEmpty ? 0 : ParityFit.Folds * values.Length);
        Span<double> counts = memory.Span[..values.Length], squares = memory.Span.Slice(values.Length, values.Length), fourth = memory.Span[(2 * values.Length)..];
        form.FillEnds(counts);
        VectorOps.AddScaled(within[sample.Count], counts, values);
        ReadOnlySpan<double> unseen = without.IsEmpty ? within : without;
        double largest = VectorOps.MaxAbs(unseen[..sample.Count]), asked = 0, all = 0;
        for (int pair = 0; pair < sample.Count; pair++)
        {
            double share = sample.Inclusions[pair], own = unseen[pair];
            form.Fill(sample[pair], sample.Weights[pair], counts);
            VectorOps.AddScaled((share * within[pair]) + ((1 - share) * own), counts, values);
            double left = (1 - share) * (own / largest) * (own / largest);
            if (!(left > 0))
                continue;
            if (!withoutFold.IsEmpty)
                VectorOps.AddScaled(Math.Sqrt(1 - share) * (withoutFold[pair] / largest), counts, folds.Span.Slice(pair % ParityFit.Folds * values.Length, values.Length));
            for (int i = 0; i < counts.Length; i++)
            {
                double square = left * counts[i] * counts[i];
                squares[i] += square;
                asked += share * square;
                all += square;
                fourth[i] += square * square;
            }
        }

        // The scales of the prior, one per player, were learned from the same pairs. Where few pairs make most of the sum of squares, it
        // has as few degrees of freedom (Satterthwaite's, at its lower bound).
        int players = sample.Plan.Players, drawn = sample.Plan.Drawn;
        largest *= drawn > players ? Math.Sqrt(Math.Max(drawn / (double)(drawn - players), Together(all, asked, folds.Span))) : double.PositiveInfinity;
        for (int i = 0; i < errors.Length; i++)
            errors[i] = squares[i] > 0 ? largest * Math.Sqrt(squares[i]) * Widening.Of(squares[i] * squares[i] / fourth[i]) : 0;
    }

    /// <summary>
    /// How much larger than the sum of squares the mean square of an error is. What the fit is off by has the same sign for coalitions that are alike, so that it
    /// adds up over those that were not asked about; pairs left out one by one do not show it, and a fold left out does, for the share that was not asked.
    /// </summary>
    private static double Together(double all, double asked, ReadOnlySpan<double> folds)
    {
        double together = 0;
        foreach (double sum in folds)
            together += sum * sum;
        return folds.IsEmpty || !(all > 0) ? 1 : 1 + ((1 - (asked / all)) * ((together / all) - 1));
    }
}
