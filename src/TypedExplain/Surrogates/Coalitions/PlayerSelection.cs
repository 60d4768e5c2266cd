using TypedExplain.Numerics;

namespace TypedExplain.Surrogates.Coalitions;

/// <summary>
/// Choosing the players that get a share. Each coalition S enters the selection's fit twice, once seen from the empty
/// one and once from that of all: z with v(S) − v(∅), weighted by M − s, and z − 1 with v(S) − v(all), weighted by s.
/// So a fit without an intercept nearly keeps to the sum that φ must have.
/// </summary>
internal static class PlayerSelection
{
    /// <summary>Chooses, in ascending order.</summary>
    /// <param name="selection">How.</param>
    /// <param name="coalitions">The coalitions, with weights.</param>
    /// <param name="gains">v(S) − v(∅) of each.</param>
    /// <param name="total">v(all) − v(∅).</param>
    /// <param name="chosen">Where the positions of the players go; as long as there are players.</param>
    /// <returns>How many were chosen.</returns>
    public static int Select(FeatureSelection selection, CoalitionSet coalitions, ReadOnlySpan<double> gains, double total, Span<int> chosen)
    {
        int players = coalitions.Players;
        if (selection == FeatureSelection.All)
            return FeatureSelection.Everything(players, chosen);

        int stride = Moments.Stride(players + 2);
        using Pooled table = new(2 * coalitions.Count * stride);
        using Pooled weights = new(2 * coalitions.Count);
        for (int coalition = 0; coalition < coalitions.Count; coalition++)
        {
            Span<double> empty = table.Span.Slice(2 * coalition * stride, stride), all = table.Span.Slice(((2 * coalition) + 1) * stride, stride);
            int size = 0;
            for (int player = 0; player < players; player++)
            {
                int here = coalitions.Has(coalition, player) ? 1 : 0;
                (empty[player], all[player]) = (here, here - 1);
                size += here;
            }

            (empty[players], all[players]) = (gains[coalition], gains[coalition] - total);
            weights.Span[2 * coalition] = coalitions.Weights[coalition] * (players - size);
            weights.Span[(2 * coalition) + 1] = coalitions.Weights[coalition] * size;
        }

        using Pooled moments = new(stride * stride);
        using Pooled memory = new(NormalEquations.MemoryFor(players));
        using Pooled ones = new(players);
        ones.Span.Fill(1);
        Moments.Of(table.Span, stride, weights.Span, moments.Span);
        int count = selection.Select(NormalEquations.From(moments.Span, players, intercept: false, memory.Span), ones.Span, chosen);
        chosen[..count].Sort();
        return count;
    }
}
