using TypedExplain.Forests;

namespace TypedExplain;

/// <summary>
/// Shapley values of trees whose unknown features take the values of a background row. On the way to a leaf a feature
/// must be known (its answers are the instance's only), must be unknown (the background row's only) or does not
/// matter (both). With a features of the first kind and n of the second, each of the first gets
/// v·(a−1)!·n!/(a+n)! and each of the second −v·a!·(n−1)!/(a+n)!.
/// </summary>
internal ref struct InterventionalShap
{
    private readonly Span<double> _shapley;
    private readonly Side[] _sides;
    private readonly double[] _shares;
    private readonly int _most;
    private TreePaths _paths = null!;
    private ReadOnlySpan<double> _instance;
    private ReadOnlySpan<double> _other;
    private double _weight;
    private int _output;

    /// <summary>Prepares for forests.</summary>
    /// <param name="mostFeatures">The most features that any path asks about.</param>
    /// <param name="shapley">One number per feature, to which the values are added.</param>
    public InterventionalShap(int mostFeatures, Span<double> shapley)
    {
        _shapley = shapley;
        _most = mostFeatures + 1;
        _sides = new Side[shapley.Length];

        // (a−1)!·n!/(a+n)! in row a, column n.
        _shares = new double[_most * _most];
        for (int n = 0; n < _most && _most > 1; n++)
        {
            _shares[_most + n] = 1.0 / (n + 1);
            for (int a = 2; a < _most; a++)
                _shares[(a * _most) + n] = _shares[((a - 1) * _most) + n] * (a - 1) / (a + n);
        }
    }

    private enum Side : byte
    {
        Both,
        Known,
        Unknown,
    }

    /// <summary>Adds the Shapley values of one tree's answer against one background row, times a weight.</summary>
    public void Add(TreePaths paths, int output, ReadOnlySpan<double> instance, ReadOnlySpan<double> other, double weight)
    {
        (_paths, _output, _weight) = (paths, output, weight);
        _instance = instance;
        _other = other;
        Walk(0, 0, 0);
    }

    /// <summary>The sums over the leaves below a node of what a known and an unknown feature further up get.</summary>
    /// <remarks>It calls itself once per feature of a path at most, however deep the tree.</remarks>
    private (double Known, double Unknown) Walk(int node, int known, int unknown)
    {
        while (!_paths.IsLeaf(node))
        {
            int feature = _paths.Asked(node);
            int own = _paths.Next(node, _instance), other = _paths.Next(node, _other);
            Side side = _sides[feature];
            if (side == Side.Both && own != other)
            {
                _sides[feature] = Side.Known;
                (double Known, double Unknown) with = Walk(own, known + 1, unknown);
                _sides[feature] = Side.Unknown;
                (double Known, double Unknown) without = Walk(other, known, unknown + 1);
                _sides[feature] = Side.Both;
                _shapley[feature] += with.Known - without.Unknown;
                return (with.Known + without.Known, with.Unknown + without.Unknown);
            }

            node = side == Side.Unknown ? other : own;
        }

        double answer = _weight * _paths.Tree.Values(node)[_output];
        return (answer * _shares[(known * _most) + unknown], answer * _shares[(unknown * _most) + known]);
    }
}
