namespace TypedExplain.Numerics;

/// <summary>Draws positions with given weights, each draw from one uniform number in constant time (Walker's aliases).</summary>
internal sealed class AliasTable
{
    private readonly double[] _share;
    private readonly int[] _alias;

    /// <param name="weights">Weights of 0 or more, one of them above 0.</param>
    public AliasTable(ReadOnlySpan<double> weights)
    {
        int count = weights.Length;
        double sum = 0;
        foreach (double weight in weights)
            sum += weight;
        _share = new double[count];
        _alias = new int[count];
        Stack<int> small = new(), large = new();
        for (int i = count - 1; i >= 0; i--)
        {
            _alias[i] = i;
            _share[i] = weights[i] / sum * count;
            (_share[i] < 1 ? small : large).Push(i);
        }

        while (small.Count > 0 && large.Count > 0)
        {
            int low = small.Pop(), high = large.Pop();
            _alias[low] = high;
            _share[high] -= 1 - _share[low];
            (_share[high] < 1 ? small : large).Push(high);
        }

        // What is left over differs from 1 by rounding only.
        foreach (int i in small.Concat(large))
            _share[i] = 1;
    }

    /// <summary>The position that a uniform number in [0, 1) stands for.</summary>
    public int At(double uniform)
    {
        double place = uniform * _share.Length;
        int i = (int)place;
        return place - i < _share[i] ? i : _alias[i];
    }
}
