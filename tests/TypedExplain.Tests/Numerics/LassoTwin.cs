using MathNet.Numerics.LinearAlgebra;

namespace TypedExplain.Tests.Numerics;

/// <summary>
/// The lasso by coordinate descent over a fine grid of penalties, min ½‖y − Xβ‖² + λ‖β‖₁: which columns are in use
/// between one knot of the path and the next.
/// </summary>
internal sealed class LassoTwin
{
    private const int Grid = 400;
    private readonly double[,] _gram;
    private readonly double[] _cross;
    private readonly double[] _slopes;

    public LassoTwin(Design design)
    {
        Matrix<double> x = design.Scaled();
        _gram = x.TransposeThisAndMultiply(x).ToArray();
        _cross = x.TransposeThisAndMultiply(design.ScaledResponse).ToArray();
        _slopes = new double[_cross.Length];
        double largest = _cross.Max(Math.Abs);
        uint set = 0;
        for (int step = 1; step <= Grid; step++)
            set = Walk(set, largest * (Grid - step + 1) / Grid, largest * (Grid - step) / Grid);
    }

    /// <summary>The columns in use between knots, as bits, in the order of falling penalties.</summary>
    public List<uint> Sets { get; } = [];

    /// <summary>Whether a column leaves the path.</summary>
    public bool Drops => Sets.Zip(Sets.Skip(1)).Any(pair => (pair.First & ~pair.Second) != 0);

    /// <summary>
    /// The columns of the last knot with no more than a number of them. At a knot a column that enters or leaves is 0,
    /// so in use are those that are so on both sides.
    /// </summary>
    public int[] Select(int features)
    {
        IEnumerable<uint> knots = Sets.Zip(Sets.Skip(1), (above, below) => above & below).Append(Sets[^1]);
        uint last = knots.Last(knot => knot != 0 && uint.PopCount(knot) <= features);
        return [.. Enumerable.Range(0, _cross.Length).Where(j => (last >> j & 1) == 1)];
    }

    /// <summary>Goes from one penalty to a smaller one, in steps so small that no two columns change in the same.</summary>
    private uint Walk(uint set, double from, double to)
    {
        double[] before = [.. _slopes];
        uint next = Solve(to);
        if (uint.PopCount(set ^ next) > 1 && from - to > 1e-9 * from)
        {
            before.CopyTo(_slopes, 0);
            double middle = (from + to) / 2;
            return Walk(Walk(set, from, middle), middle, to);
        }

        if (next != set)
            Sets.Add(next);
        return next;
    }

    private uint Solve(double penalty)
    {
        uint set = 0;
        for (double largest = 1; largest > 1e-13;)
        {
            largest = 0;
            set = 0;
            for (int j = 0; j < _slopes.Length; j++)
            {
                double gap = _cross[j];
                for (int l = 0; l < _slopes.Length; l++)
                    gap -= l == j ? 0 : _gram[j, l] * _slopes[l];
                double next = Math.Sign(gap) * Math.Max(0, Math.Abs(gap) - penalty) / _gram[j, j];
                largest = Math.Max(largest, Math.Abs(next - _slopes[j]));
                _slopes[j] = next;
                set |= next != 0 ? 1u << j : 0;
            }
        }

        return set;
    }
}
