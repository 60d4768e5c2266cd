using System.Globalization;

namespace TypedExplain.Surrogates.Coalitions;

/// <summary>
/// How a budget of coalitions is spent. Sizes come from the outside in, size s together with M − s, for there the
/// kernel (M−1)/(C(M,s)·s·(M−s)) weighs each coalition most: as many sizes as the budget allows are taken completely,
/// and what is left goes to random coalitions of the others.
/// </summary>
internal sealed class CoalitionPlan
{
    // A share that falls short of 1 by rounding alone is enough.
    private const double Enough = 1 - 1e-8;

    /// <summary>Plans.</summary>
    /// <param name="players">M, at least 2.</param>
    /// <param name="budget">How many coalitions, the empty one and that of all aside.</param>
    public CoalitionPlan(int players, int budget)
    {
        Players = players;
        SizeWeights = new double[players / 2];
        double total = 0;
        for (int size = 1; size <= SizeWeights.Length; size++)
        {
            SizeWeights[size - 1] = (players - 1.0) / ((double)size * (players - size)) * (IsPaired(size) ? 2 : 1);
            total += SizeWeights[size - 1];
        }

        for (int i = 0; i < SizeWeights.Length; i++)
            SizeWeights[i] /= total;

        WeightLeft = 1;
        Left = budget;
        while (CompleteSizes < SizeWeights.Length)
        {
            double count = Count(CompleteSizes + 1), weight = SizeWeights[CompleteSizes];
            if (!(Left * (weight / WeightLeft) / count >= Enough))
                break;
            Left -= (int)count;
            WeightLeft -= weight;
            CompleteSizes++;
        }

        // Nothing is left to draw from once the last size is complete, whatever rounding says.
        if (IsComplete)
            (Left, WeightLeft) = (0, 0);
    }

    /// <summary>M.</summary>
    public int Players { get; }

    /// <summary>For size 1, 2, … M/2: the share of the kernel's weight of coalitions of that size and of its complement.</summary>
    public double[] SizeWeights { get; }

    /// <summary>How many sizes are taken completely, from 1 on.</summary>
    public int CompleteSizes { get; }

    /// <summary>How many coalitions are left to draw.</summary>
    public int Left { get; }

    /// <summary>The share of the kernel's weight of the sizes to draw from.</summary>
    public double WeightLeft { get; }

    /// <summary>Whether every coalition is taken.</summary>
    public bool IsComplete => CompleteSizes == SizeWeights.Length;

    /// <summary>How many coalitions have a size or its complement; infinity where a double cannot count them.</summary>
    public double Count(int size)
    {
        double count = 1;
        for (int i = 1; i <= size; i++)
            count = Math.Round(count * (Players - size + i) / i);
        return IsPaired(size) ? 2 * count : count;
    }

    /// <summary>The weight of each coalition of a size that is taken completely.</summary>
    public double WeightEach(int size) => SizeWeights[size - 1] / Count(size);

    /// <summary>Whether the complement of a coalition has another size.</summary>
    public bool IsPaired(int size) => 2 * size != Players;

    /// <summary>What is taken and what is drawn.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Players} players, {CompleteSizes} sizes complete, {Left} to draw");
}
