using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Coalitions.Pairs;

/// <summary>The interactions of each two players, by pairs; as <see cref="PairShares"/> from the other half of the game.</summary>
/// <param name="sample">The pairs.</param>
internal sealed class PairInteractions(PairSample sample)
{
    /// <summary>Finds them.</summary>
    /// <param name="values">v of the coalitions of the sample.</param>
    /// <param name="empty">v(∅).</param>
    /// <param name="full">v(all).</param>
    /// <param name="shares">φ of each player, a guess of how much it matters.</param>
    /// <param name="interactions">Where they go: one number per pair of players, then what each player gives up to its pairs.</param>
    /// <param name="errors">Where the standard errors go.</param>
    /// <param name="cancellation">Gives up.</param>
    public void Fill(ReadOnlySpan<double> values, double empty, double full, double[] shares, Span<double> interactions, Span<double> errors, CancellationToken cancellation)
    {
        double[] even = new PairShares(sample).Halves(Parity.Even, values, empty, full);

        // What all coalitions have in common is no interaction.
        double common = even[0];
        for (int pair = 0; pair < even.Length; pair++)
            even[pair] -= common;
        InteractionForm form = new(sample.Plan.Players);
        interactions.Clear();
        ParityFit? fit = sample.Plan.AllTaken || VectorOps.MaxAbs(even) == 0 ? null : ParitySearch.Fit(Parity.Even, sample, even, shares, cancellation);
        fit?.AddValues(interactions[..form.Pairs]);
        form.Halve(interactions);
        new PairValues(sample).Add(fit?.Within ?? even, fit?.Without ?? [], fit?.WithoutFold ?? [], form, interactions, errors);

        // Again, since rounding must not come between them.
        form.Halve(interactions);
    }
}
