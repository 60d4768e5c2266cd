using System.Collections.Immutable;
using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Trees.Tracing;

namespace TypedExplain.Onnx.Trees;

/// <summary>
/// Walks the trees of a node of a file, question by question of the form x ≤ t about columns of encoded rows. A question that the
/// answers above it decide is passed over, so a missing value, an equality or a node with several parents only repeats what
/// differs.
/// </summary>
/// <param name="nodes">The trees as they were stored.</param>
/// <param name="columns">The columns that they ask about.</param>
/// <param name="length">How many bytes the model has.</param>
internal sealed class TreeWalk(TreeNodes nodes, ImmutableArray<TreeColumn> columns, long length)
{
    private const double Half = 0.5;

    private readonly Dictionary<(long Tree, long Node), int> _places = Places(nodes);
    private long _steps;

    /// <summary>The root of every tree.</summary>
    public int[] Roots()
    {
        HashSet<int> inner = [.. Enumerable.Range(0, nodes.Trees.Count).Where(node => !nodes.IsLeaf(node)).SelectMany(node => new[] { Child(node, true), Child(node, false) })];
        int[] roots = [.. Enumerable.Range(0, nodes.Trees.Count).Where(node => !inner.Contains(node))];
        if (roots.Length == 0 || roots.Select(root => nodes.Trees[root]).Distinct().Count() != roots.Length || roots.Length != nodes.Trees.Distinct().Count())
            throw new InvalidModelException($"A tree of {nodes.Node} of the model does not have exactly one root; the model is damaged.");
        RefuseCircles(roots);
        return roots;
    }

    /// <summary>Goes on from a node to the next question that what is known does not decide, or to a leaf.</summary>
    /// <param name="node">Where to begin; then where the walk stands.</param>
    /// <param name="known">What the answers above tell.</param>
    /// <returns>The column and the threshold; null at a leaf.</returns>
    public (int Column, double Threshold)? Next(ref int node, Interval? known)
    {
        while (!nodes.IsLeaf(node))
        {
            TreeColumn column = ColumnOf(node);
            (string mode, double threshold) = (nodes.Modes[node], nodes.Thresholds[node]);
            bool isMissing = false;
            foreach (int flag in column.Flags)
            {
                (double low, double high) = Known(known, flag);
                isMissing |= low >= Half;
                if (low < Half && high > Half)
                    return (flag, Half);
                if (isMissing)
                    break;
            }

            if (isMissing)
            {
                node = Child(node, column.AnswersMissing(mode, threshold, nodes.MissingTracksTrue(node)));
                continue;
            }

            Branch branch = column.Ask(mode, threshold);
            (double lowest, double highest) = Known(known, column.Column);
            if (branch.Low > lowest && branch.Low < highest)
                return (column.Column, branch.Low);
            if (branch.High > lowest && branch.High < highest)
                return (column.Column, branch.High);
            node = Child(node, (branch.Low <= lowest && branch.High >= highest) == branch.Inside);
        }

        return null;
    }

    /// <summary>What the answers above tell of a column. All steps are counted, since questions that they decide are passed over once for every way to them.</summary>
    private (double Low, double High) Known(Interval? known, int column)
    {
        (double Low, double High) found = Interval.Of(known, column, ref _steps);
        return _steps <= OnnxLimits.StepsPerPart * OnnxLimits.Parts(length)
            ? found
            : throw new InvalidModelException($"The trees of {nodes.Node} of the model ask questions that the answers above them decide, too many times for a file of {length} bytes; TreeSHAP does not read them. Use KernelShap.");
    }

    private TreeColumn ColumnOf(int node) => nodes.Columns[node] >= 0 && nodes.Columns[node] < columns.Length
        ? columns[(int)nodes.Columns[node]]
        : throw new InvalidModelException($"Node {nodes.Ids[node]} of tree {nodes.Trees[node]} asks about column {nodes.Columns[node]}, and a row of the trees has {columns.Length}.");

    private int Child(int node, bool answer)
    {
        long child = answer ? nodes.True[node] : nodes.False[node];
        return _places.TryGetValue((nodes.Trees[node], child), out int place)
            ? place
            : throw new InvalidModelException($"Node {nodes.Ids[node]} of tree {nodes.Trees[node]} goes on to node {child}, which is not there; the model is damaged.");
    }

    /// <summary>Goes through every node once; a node that is met again below itself closes a circle. Trees that are too deep are refused too.</summary>
    private void RefuseCircles(int[] roots)
    {
        // 0 not seen, 1 above the node that is looked at, 2 done.
        byte[] seen = new byte[nodes.Trees.Count];
        int[] heights = new int[nodes.Trees.Count];
        Stack<int> open = new(roots);
        while (open.TryPop(out int node))
        {
            if (seen[node] != 0)
            {
                // A child that was put on the stack twice is done when it is met again.
                if (seen[node] == 1 && !nodes.IsLeaf(node))
                    heights[node] = 1 + Math.Max(heights[Child(node, true)], heights[Child(node, false)]);
                if (heights[node] > OnnxLimits.DeepestTree)
                    throw new InvalidModelException($"Tree {nodes.Trees[node]} of {nodes.Node} of the model is more than {OnnxLimits.DeepestTree} questions deep; TreeSHAP does not read it. Use KernelShap.");
                seen[node] = 2;
                continue;
            }

            seen[node] = 1;
            open.Push(node);
            foreach (bool answer in nodes.IsLeaf(node) ? (ReadOnlySpan<bool>)[] : [true, false])
            {
                int child = Child(node, answer);
                if (seen[child] == 1)
                    throw new InvalidModelException($"Node {nodes.Ids[child]} of tree {nodes.Trees[child]} is below itself: the tree goes round in a circle, and the model is damaged.");
                if (seen[child] == 0)
                    open.Push(child);
            }
        }

        if (seen.Contains((byte)0))
            throw new InvalidModelException($"Nodes of {nodes.Node} of the model go round in a circle that no root leads to; the model is damaged.");
    }

    private static Dictionary<(long Tree, long Node), int> Places(TreeNodes nodes)
    {
        Dictionary<(long Tree, long Node), int> places = new(nodes.Trees.Count);
        for (int i = 0; i < nodes.Trees.Count; i++)
        {
            if (!places.TryAdd((nodes.Trees[i], nodes.Ids[i]), i))
                throw new InvalidModelException($"Tree {nodes.Trees[i]} has two nodes {nodes.Ids[i]}; the model is damaged.");
        }

        return places;
    }
}
