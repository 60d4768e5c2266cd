using System.Numerics;

namespace TypedExplain.Surrogates.Coalitions.Pairs;

/// <summary>
/// The interaction of each two players (Grabisch and Roubens, 1999) as a sum over halves of sums of pairs: v counts for coalitions with both or
/// neither and against those with one, as often as an order of the players meets them. Behind the pairs, each player's half of its own.
/// </summary>
/// <param name="players">n, at least 2.</param>
internal sealed class InteractionForm(int players) : IPairForm
{
    /// <summary>How many pairs of players there are.</summary>
    public int Pairs => players * (players - 1) / 2;

    public void FillEnds(Span<double> counts)
    {
        counts[..Pairs].Fill(2.0 / (players - 1));
        Halve(counts);
    }

    public void Fill(ReadOnlySpan<ulong> coalition, double weight, Span<double> counts)
    {
        int size = 0;
        foreach (ulong word in coalition)
            size += BitOperations.PopCount(word);
        double times = 2.0 * players * weight, one = -times;
        double both = size > 1 ? times * (players - size) / (size - 1) : 0, neither = size < players - 1 ? times * size / (players - size - 1) : 0;
        for (int i = 0, at = 0; i < players; i++)
        {
            (double with, double without) = CoalitionSet.Has(coalition, i) ? (both, one) : (one, neither);
            for (int j = i + 1; j < players; j++)
                counts[at++] = CoalitionSet.Has(coalition, j) ? with : without;
        }

        Halve(counts);
    }

    /// <summary>Writes behind numbers per pair, for each player, the half of the sum of its own with a minus.</summary>
    public void Halve(Span<double> counts)
    {
        Span<double> own = counts[Pairs..];
        own.Clear();
        for (int i = 0, at = 0; i < players; i++)
        {
            for (int j = i + 1; j < players; j++, at++)
                (own[i], own[j]) = (own[i] - (counts[at] / 2), own[j] - (counts[at] / 2));
        }
    }
}
