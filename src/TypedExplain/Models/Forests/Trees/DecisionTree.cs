using TypedExplain.Models.Forests.Trees;

namespace TypedExplain;

/// <summary>One tree of a forest, as data: its nodes are numbered from the root, 0, and a parent comes before its children.</summary>
public sealed class DecisionTree
{
    private readonly TreeStep[] _steps;
    private readonly double[] _impurities;
    private readonly int[] _rows;
    private readonly int[] _draws;
    private readonly double[] _values;
    private readonly double[]? _covers;
    private readonly int _outputs;

    internal DecisionTree(TreeStep[] steps, double[] impurities, int[] rows, int[] draws, double[] values, double[]? covers = null)
    {
        (_steps, _impurities, _rows, _draws, _values, _covers) = (steps, impurities, rows, draws, values, covers);
        _outputs = values.Length / steps.Length;
    }

    /// <summary>How many nodes the tree has, leaves included.</summary>
    public int NodeCount => _steps.Length;

    /// <summary>The nodes as walks see them.</summary>
    internal ReadOnlySpan<TreeStep> Steps => _steps;

    /// <summary>The first node.</summary>
    public TreeNode Root => this[0];

    /// <summary>One node.</summary>
    /// <param name="node">Its number, from 0.</param>
    public TreeNode this[int node]
    {
        get
        {
            TreeStep step = _steps[node];
            bool isLeaf = step.IsLeaf(node);
            return new()
            {
                Column = isLeaf ? -1 : step.Column,
                Threshold = step.Threshold,
                Left = isLeaf ? -1 : step.Left,
                Right = isLeaf ? -1 : step.Left + 1,
                Impurity = _impurities[node],
                Rows = _rows[node],
                Draws = _draws[node],
            };
        }
    }

    /// <summary>What a node answers by its own training rows: the share of each class, or the mean of the numbers.</summary>
    /// <param name="node">Its number, from 0.</param>
    public ReadOnlySpan<double> Values(int node) => _values.AsSpan(node * _outputs, _outputs);

    /// <summary>How much of what a tree was grown on came to a node: draws, or where a file holds another weight of the node, that; above 0.</summary>
    internal double Cover(int node) => _covers is null ? _draws[node] : _covers[node];

    /// <summary>Whether covers are another weight than draws.</summary>
    internal bool HasCovers => _covers is not null;

    /// <summary>The number of the leaf in which a row ends.</summary>
    /// <param name="row">The columns of an encoded row.</param>
    public int Leaf(ReadOnlySpan<double> row)
    {
        ReadOnlySpan<TreeStep> steps = _steps;
        int node = 0;
        while (true)
        {
            int next = Next(in steps[node], row);
            if (next == node)
                return node;
            node = next;
        }
    }

    /// <summary>The leaves in which rows end.</summary>
    /// <param name="rows">The rows, one after the other.</param>
    /// <param name="columns">Numbers in a row.</param>
    /// <param name="leaves">Where the numbers of the leaves go, one per row.</param>
    internal void Leaves(ReadOnlySpan<double> rows, int columns, Span<int> leaves)
    {
        ReadOnlySpan<TreeStep> steps = _steps;
        int row = 0;

        // Four rows walk side by side: each step waits for memory, and the waits overlap.
        for (; row + 4 <= leaves.Length; row += 4)
        {
            ReadOnlySpan<double> four = rows.Slice(row * columns, 4 * columns);
            ReadOnlySpan<double> first = four[..columns], second = four.Slice(columns, columns);
            ReadOnlySpan<double> third = four.Slice(2 * columns, columns), fourth = four.Slice(3 * columns, columns);
            int a = 0, b = 0, c = 0, d = 0, moved;
            do
            {
                int nextA = Next(in steps[a], first), nextB = Next(in steps[b], second);
                int nextC = Next(in steps[c], third), nextD = Next(in steps[d], fourth);
                moved = (nextA ^ a) | (nextB ^ b) | (nextC ^ c) | (nextD ^ d);
                (a, b, c, d) = (nextA, nextB, nextC, nextD);
            }
            while (moved != 0);

            (leaves[row], leaves[row + 1], leaves[row + 2], leaves[row + 3]) = (a, b, c, d);
        }

        for (; row < leaves.Length; row++)
            leaves[row] = Leaf(rows.Slice(row * columns, columns));
    }

    // Without a branch that would be guessed wrong half of the time.
    private static int Next(in TreeStep step, ReadOnlySpan<double> row) =>
        step.Left + (row[step.Column] > step.Threshold ? 1 : 0);
}
