using System.Numerics;

namespace TypedExplain.Surrogates.Coalitions.Pairs;

/// <summary>
/// φ of each player as a sum over halves of differences of pairs: n·w·(z_i − the mean of z), which the additive fit to all pairs comes to.
/// </summary>
/// <param name="players">n.</param>
internal sealed class ShareForm(int players) : IPairForm
{
    public void FillEnds(Span<double> counts) => counts.Fill(2.0 / players);

    public void Fill(ReadOnlySpan<ulong> coalition, double weight, Span<double> counts)
    {
        int size = 0;
        foreach (ulong word in coalition)
            size += BitOperations.PopCount(word);
        double with = 2 * weight * (players - size), without = -2 * weight * size;
        for (int i = 0; i < players; i++)
            counts[i] = CoalitionSet.Has(coalition, i) ? with : without;
    }
}
