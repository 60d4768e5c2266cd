using TypedExplain.Models.Forests;

namespace TypedExplain.Explainers.Shap;

/// <summary>
/// Shapley values of trees whose unknown features take the values of a background row. On the way to a leaf a feature
/// must be known (its answers are the instance's only), must be unknown (the background row's only) or does not
/// matter (both). With a features of the first kind and n of the second, each of the first gets
/// v·(a−1)!·n!/(a+n)! and each of the second −v·a!·(n−1)!/(a+n)!.
/// </summary>
/// <remarks>
/// For one row after the other, where it lacks values or the tree is very deep; others go in blocks (<see cref="BlockWalk"/>). Values that are
/// missing are as in KernelSHAP: see <see cref="MissingPlayers{T}"/>.
/// </remarks>
internal ref struct InterventionalShap<T>
    where T : IFeatureRecord<T>
{
    private readonly Dataset<T> _background;
    private readonly int _output;
    private readonly ReadOnlySpan<double> _instance;
    private readonly Span<double> _shapley;
    private readonly int[] _owners;
    private readonly bool[] _lacks;
    private readonly Side[] _sides;
    private readonly ShapleyShares _shares;
    private TreePaths _paths = null!;
    private ReadOnlySpan<double> _other;
    private int _row;
    private double _weight;

    /// <summary>Prepares for forests.</summary>
    /// <param name="background">The background.</param>
    /// <param name="shares">What a known and an unknown feature get.</param>
    /// <param name="output">The output of the forest.</param>
    /// <param name="instance">The columns of the encoded instance.</param>
    /// <param name="shapley">One number per feature, to which the values are added.</param>
    public InterventionalShap(Dataset<T> background, ShapleyShares shares, int output, ReadOnlySpan<double> instance, Span<double> shapley)
    {
        (_background, _shares, _output) = (background, shares, output);
        _instance = instance;
        _shapley = shapley;
        _owners = MissingValues<T>.Owners(instance);
        _lacks = [.. Enumerable.Range(0, background.Count).Select(row => MissingValues<T>.Lacks(background.Encoded[row]))];
        _sides = new Side[shapley.Length];
    }

    private enum Side : byte
    {
        Both,
        Known,
        Unknown,
    }

    /// <summary>Adds the Shapley values of one tree's answer against one background row, times a weight.</summary>
    public void Add(TreePaths paths, int row, double weight)
    {
        (_paths, _row, _weight) = (paths, row, weight);
        _other = _background.Encoded[row];
        Walk(0, 0, 0);
    }

    /// <summary>The sums over the leaves below a node of what a known and an unknown feature further up get.</summary>
    /// <remarks>It calls itself once per feature of a path at most, however deep the tree.</remarks>
    private (double Known, double Unknown) Walk(int node, int known, int unknown)
    {
        while (!_paths.IsLeaf(node))
        {
            int feature = _owners[_paths.Asked(node)];
            ReadOnlySpan<double> source = _other;
            bool isKnowable = true;
            if (_lacks[_row] && Undecided(feature, ref source, ref isKnowable) is >= 0 and int missing)
                return Fork(missing, node, node, known, unknown);
            int own = isKnowable ? _paths.Next(node, _instance) : _paths.Next(node, source), other = _paths.Next(node, source);
            Side side = _sides[feature];
            if (side == Side.Both && own != other)
                return Fork(feature, own, other, known, unknown);
            node = side == Side.Unknown ? other : own;
        }

        double answer = _weight * _paths.Tree.Values(node)[_output];
        return (answer * _shares.Known(known, unknown), answer * _shares.Unknown(known, unknown));
    }

    /// <summary>Goes on from one node with a feature known and from another with it unknown.</summary>
    private (double Known, double Unknown) Fork(int feature, int own, int other, int known, int unknown)
    {
        _sides[feature] = Side.Known;
        (double Known, double Unknown) with = Walk(own, known + 1, unknown);
        _sides[feature] = Side.Unknown;
        (double Known, double Unknown) without = Walk(other, known, unknown + 1);
        _sides[feature] = Side.Both;
        _shapley[feature] += with.Known - without.Unknown;
        return (with.Known + without.Known, with.Unknown + without.Unknown);
    }

    /// <summary>
    /// Finds where an unknown feature's value comes from if the row has none: from the next row that has one if it is
    /// known that there is one, and there is nothing to know of it if that is unknown.
    /// </summary>
    /// <param name="feature">The feature.</param>
    /// <param name="source">The row; becomes the one that the value comes from.</param>
    /// <param name="isKnowable">Becomes false where there is no value, so that the instance's has no part.</param>
    /// <returns>The feature that says whether there is a value, if it is yet to be known or not; else −1.</returns>
    private readonly int Undecided(int feature, ref ReadOnlySpan<double> source, ref bool isKnowable)
    {
        // From the outside in: a record that may be missing comes after its features.
        for (int i = T.Schema.Features.Length - 1; i > feature; i--)
        {
            Feature<T> missing = T.Schema.Features[i];
            if (missing.Covers < i - feature || !MissingValues<T>.IsMissing(missing, _other))
                continue;
            if (_sides[i] == Side.Both)
                return i;
            if (_sides[i] == Side.Known)
            {
                source = MissingValues<T>.Donor(_background, missing, _row, _instance);
            }
            else if (source[missing.Column] == 1)
            {
                isKnowable = false;
                return -1;
            }
        }

        return -1;
    }
}
