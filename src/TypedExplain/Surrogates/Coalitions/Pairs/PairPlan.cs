using System.Globalization;

namespace TypedExplain.Surrogates.Coalitions.Pairs;

/// <summary>
/// How many pairs of a coalition and its complement are taken of each size. A pair of size s is taken with probability
/// min(1, c/C(M,s)), its leverage in the additive fit (Musco and Witter, 2025), so that every size has c pairs, or all that it has.
/// </summary>
/// <remarks>
/// The number of each size is fixed, not drawn: the budget is spent to the pair, no size is left without one, and how many there
/// happen to be of a size adds no noise. The weight of a pair needs only how many were taken of its size, so C(M,s) may be beyond a double.
/// </remarks>
internal sealed class PairPlan
{
    private readonly int[] _taken;
    private readonly double[] _counts;

    /// <summary>Plans.</summary>
    /// <param name="players">M, at least 2.</param>
    /// <param name="pairs">How many pairs, at least one per size.</param>
    public PairPlan(int players, int pairs)
    {
        Players = players;
        int sizes = players / 2;
        (_taken, _counts) = (new int[sizes], new double[sizes]);
        double count = 1;
        for (int size = 1; size <= sizes; size++)
        {
            count = Math.Round(count * (players - size + 1) / size);
            _counts[size - 1] = IsMiddle(size) ? count / 2 : count;
        }

        double low = 0, high = pairs;
        while (Expected(high) < pairs && Expected(high) < Expected(double.MaxValue))
            high *= 2;
        for (int step = 0; step < 100; step++)
        {
            double middle = (low + high) / 2;
            (low, high) = Expected(middle) < pairs ? (middle, high) : (low, middle);
        }

        for (int size = 1; size <= sizes; size++)
            Pairs += _taken[size - 1] = (int)Math.Min(_counts[size - 1], Math.Max(1, Math.Floor(low * Share(size))));

        // What rounding left over goes to the sizes in turn.
        for (int before = -1; Pairs < pairs && before != Pairs;)
        {
            before = Pairs;
            for (int size = 1; size <= sizes && Pairs < pairs; size++)
            {
                if (_taken[size - 1] < _counts[size - 1])
                    (_taken[size - 1], Pairs) = (_taken[size - 1] + 1, Pairs + 1);
            }
        }

        for (int size = 1; size <= sizes; size++)
            Drawn += IsComplete(size) ? 0 : _taken[size - 1];
    }

    /// <summary>M.</summary>
    public int Players { get; }

    /// <summary>How many sizes there are, the complement's not counted apart.</summary>
    public int Sizes => _taken.Length;

    /// <summary>How many pairs are taken.</summary>
    public int Pairs { get; }

    /// <summary>How many of them are of sizes that are not taken completely.</summary>
    public int Drawn { get; }

    /// <summary>Whether every pair is taken.</summary>
    public bool AllTaken => Drawn == 0;

    /// <summary>How many pairs of a size are taken.</summary>
    public int Taken(int size) => _taken[size - 1];

    /// <summary>How many pairs of a size there are; infinity where a double cannot count them.</summary>
    public double Count(int size) => _counts[size - 1];

    /// <summary>Whether all pairs of a size are taken.</summary>
    public bool IsComplete(int size) => _taken[size - 1] >= _counts[size - 1];

    /// <summary>The share of the pairs of a size that is taken, π.</summary>
    public double Inclusion(int size) => IsComplete(size) ? 1 : _taken[size - 1] / _counts[size - 1];

    /// <summary>The weight of a pair: its kernel weight over π. Those of all pairs of size s sum to 1/(s(M−s)), of the middle size to half of that.</summary>
    public double Weight(int size) => Share(size) / ((double)size * (Players - size) * _taken[size - 1]);

    /// <summary>What is taken.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Players} players, {Pairs} pairs, {Drawn} drawn");

    // The complement of a coalition of the middle size has that size, so there are half as many pairs.
    private bool IsMiddle(int size) => 2 * size == Players;

    private double Share(int size) => IsMiddle(size) ? 0.5 : 1;

    private double Expected(double each)
    {
        double sum = 0;
        for (int size = 1; size <= Sizes; size++)
            sum += Math.Min(_counts[size - 1], each * Share(size));
        return sum;
    }
}
