using System.Collections.Immutable;

namespace TypedExplain.Models.Forests;

/// <summary>
/// How the paths of a tree hang together when all columns of a feature count as one: for every node the last question
/// about the same feature further up, and how much of the training rows the answers to that feature's questions keep.
/// </summary>
internal sealed class TreePaths
{
    private readonly int[] _parent;
    private readonly int[] _feature;
    private readonly int[] _above;
    private readonly double[] _share;
    private readonly double[] _kept;
    private readonly double[] _threshold;
    private readonly int[] _column;
    private readonly int[] _left;
    private readonly DerivedColumns? _derived;
    private readonly int _columns;

    /// <summary>Follows the paths.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="featureOfColumn">For each column, and behind them for each derived one, the feature that it belongs to.</param>
    /// <param name="derived">The derived columns; null where there are none.</param>
    public TreePaths(DecisionTree tree, ReadOnlySpan<int> featureOfColumn, DerivedColumns? derived = null)
    {
        (Tree, _derived, _columns) = (tree, derived, featureOfColumn.Length - (derived?.Count ?? 0));
        int nodes = tree.NodeCount;
        (_parent, _feature, _above, _column, _left) = (new int[nodes], new int[nodes], new int[nodes], new int[nodes], new int[nodes]);
        (_share, _kept, _threshold) = (new double[nodes], new double[nodes], new double[nodes]);
        _share[0] = 1;
        (int[] features, int[] questions) = (new int[nodes], new int[nodes]);
        (Splits, Leaves) = ([.. Enumerable.Range(0, nodes).Where(node => !tree[node].IsLeaf)], [.. Enumerable.Range(0, nodes).Where(node => tree[node].IsLeaf)]);
        for (int node = 0; node < nodes; node++)
        {
            TreeNode own = tree[node];
            (_column[node], _threshold[node], _left[node]) = (own.Column, own.Threshold, own.Left);
            (MostFeatures, MostQuestions) = (Math.Max(MostFeatures, features[node]), Math.Max(MostQuestions, questions[node]));
            if (own.IsLeaf)
                continue;
            int feature = featureOfColumn[own.Column], above = Above(node, feature);
            foreach (int child in (ReadOnlySpan<int>)[own.Left, own.Right])
            {
                (_parent[child], _feature[child], _above[child]) = (node, feature, above);
                _kept[child] = tree.Cover(child) / tree.Cover(node);
                _share[child] = _share[above] * tree.Cover(child) / tree.Cover(node);
                (features[child], questions[child]) = (features[node] + (above == 0 ? 1 : 0), questions[node] + 1);
            }
        }

        Means = new double[tree.Values(0).Length];
        for (int output = 0; output < Means.Length; output++)
        {
            for (int node = 0; node < nodes; node++)
                Means[output] += IsLeaf(node) ? tree.Values(node)[output] * tree.Cover(node) : 0;
            Means[output] /= tree.Cover(0);
        }
    }

    /// <summary>The tree.</summary>
    public DecisionTree Tree { get; }

    /// <summary>The nodes that ask a question, in order, so that each comes before those below it.</summary>
    public ImmutableArray<int> Splits { get; }

    /// <summary>The nodes where rows stop.</summary>
    public ImmutableArray<int> Leaves { get; }

    /// <summary>The most features that any one path asks about.</summary>
    public int MostFeatures { get; }

    /// <summary>The most questions on any one path.</summary>
    public int MostQuestions { get; }

    /// <summary>The node above one; of the root itself.</summary>
    public int Parent(int node) => _parent[node];

    /// <summary>The feature that the node above asks about.</summary>
    public int Feature(int node) => _feature[node];

    /// <summary>
    /// The next node further up whose parent asks about the same feature; 0, the root, where there is none.
    /// </summary>
    public int Above(int node) => _above[node];

    /// <summary>
    /// The product, over the questions about that feature from the root to a node, of the share of the question's
    /// training rows (by draws) that give the answer on the path; 1 for the root.
    /// </summary>
    public double Share(int node) => _share[node];

    /// <summary>Which share of the rows that came to its parent come to a node.</summary>
    public double Kept(int node) => _kept[node];

    /// <summary>
    /// What a node that is not a leaf asks: whether the number in a column, or behind the columns a derived one, is at most a threshold; if so, rows go on to the first child.
    /// </summary>
    public (int Column, double Threshold) Question(int node) => (_column[node], _threshold[node]);

    /// <summary>The first child of a node that is not a leaf; the second one comes after it.</summary>
    public int Left(int node) => _left[node];

    /// <summary>Per output, the mean of the tree's answer where nothing is known.</summary>
    public double[] Means { get; }

    /// <summary>Whether rows stop here.</summary>
    public bool IsLeaf(int node) => _column[node] < 0;

    /// <summary>The feature that a node itself asks about; it is not a leaf.</summary>
    public int Asked(int node) => _feature[_left[node]];

    /// <summary>Where a row goes on from a node that is not a leaf.</summary>
    public int Next(int node, ReadOnlySpan<double> row)
    {
        int column = _column[node];
        double number = column < _columns ? row[column] : _derived!.Value(column - _columns, row);
        return _left[node] + (number > _threshold[node] ? 1 : 0);
    }

    private int Above(int node, int feature)
    {
        while (node > 0 && _feature[node] != feature)
            node = _parent[node];
        return node;
    }
}
