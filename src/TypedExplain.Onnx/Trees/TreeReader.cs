using TypedExplain.Forests;

namespace TypedExplain.Onnx;

/// <summary>Puts trees of a file into the core's form: numbered from the root, the right child after the left one.</summary>
/// <param name="nodes">The trees as they were stored.</param>
/// <param name="columns">How many columns a row has.</param>
/// <param name="rounds">Whether the model rounds its inputs to single precision.</param>
internal sealed class TreeReader(TreeNodes nodes, int columns, bool rounds)
{
    private readonly Dictionary<(long Tree, long Node), int> _places = Places(nodes);
    private readonly ILookup<(long Tree, long Node), int> _answers = Enumerable.Range(0, nodes.LeafWeights.Count).ToLookup(i => (nodes.LeafTrees[i], nodes.LeafNodes[i]));

    /// <summary>The trees, whose mean is what the model adds up, with the base values.</summary>
    /// <param name="background">Rows that tell how many came to each node.</param>
    /// <param name="count">How many rows those are.</param>
    public DecisionTree[] Read(ReadOnlySpan<double> background, int count)
    {
        HashSet<long> inner = [];
        foreach (int child in Enumerable.Range(0, nodes.Trees.Count).Where(node => !nodes.IsLeaf(node)).SelectMany(node => Children(node)))
        {
            if (!inner.Add(child))
                throw new InvalidModelException($"Node {nodes.Ids[child]} of tree {nodes.Trees[child]} has two parents; the model is damaged.");
        }

        int[] roots = [.. Enumerable.Range(0, nodes.Trees.Count).Where(node => !inner.Contains(node))];
        if (roots.Length == 0 || roots.Select(root => nodes.Trees[root]).Distinct().Count() != roots.Length)
            throw new InvalidModelException("A tree of the model does not have exactly one root; the model is damaged.");
        DecisionTree[] trees = new DecisionTree[roots.Length];
        for (int i = 0; i < trees.Length; i++)
            trees[i] = Tree(roots[i], roots.Length, background, count);
        if (trees.Sum(tree => tree.NodeCount) != nodes.Trees.Count)
            throw new InvalidModelException("Nodes of the model go round in a circle that no root leads to; the model is damaged.");
        return trees;
    }

    private DecisionTree Tree(int root, int trees, ReadOnlySpan<double> background, int count)
    {
        // In the order of their numbers; a node's children are put at the end, side by side.
        List<int> order = [root];
        List<TreeStep> steps = [];
        for (int i = 0; i < order.Count; i++)
        {
            int own = order[i];
            if (nodes.IsLeaf(own))
            {
                steps.Add(TreeStep.Leaf(i));
                continue;
            }

            if (nodes.Columns[own] < 0 || nodes.Columns[own] >= columns)
                throw new InvalidModelException($"Node {nodes.Ids[own]} of tree {nodes.Trees[own]} asks about column {nodes.Columns[own]}, and an encoded row has {columns}.");
            steps.Add(new(Thresholds.Of(nodes.Thresholds[own], nodes.Modes[own] == "BRANCH_LT", rounds), (int)nodes.Columns[own], order.Count));
            order.AddRange(Children(own));
        }

        int outputs = nodes.Outputs.Length;
        double[] values = new double[order.Count * outputs];
        for (int i = 0; i < order.Count; i++)
            Answer(order[i], trees, values.AsSpan(i * outputs, outputs));
        int[] visits = Visits(steps, background, count);
        return new([.. steps], new double[steps.Count], visits, Draws(steps, visits), values);
    }

    private void Answer(int node, int trees, Span<double> values)
    {
        if (!nodes.IsLeaf(node))
            return;
        for (int i = 0; i < values.Length; i++)
            values[i] = nodes.BaseValues.Count == 0 ? 0 : nodes.BaseValues[nodes.BaseValues.Count == values.Length ? i : ^1];
        foreach (int answer in _answers[(nodes.Trees[node], nodes.Ids[node])])
        {
            int target = nodes.IsBinary ? 0 : (int)nodes.LeafTargets[answer];
            if ((uint)target >= (uint)values.Length)
                throw new InvalidModelException($"A leaf of tree {nodes.Trees[node]} answers for output {target}, and the model has {values.Length}.");
            values[target] += nodes.LeafWeights[answer] * (nodes.IsMean ? 1 : trees);
        }
    }

    private int[] Children(int node) => [Place(node, nodes.True[node]), Place(node, nodes.False[node])];

    private int Place(int parent, long node) => _places.TryGetValue((nodes.Trees[parent], node), out int place)
        ? place
        : throw new InvalidModelException($"Node {nodes.Ids[parent]} of tree {nodes.Trees[parent]} goes on to node {node}, which is not there; the model is damaged.");

    private int[] Visits(List<TreeStep> steps, ReadOnlySpan<double> background, int count)
    {
        int[] visits = new int[steps.Count];
        for (int row = 0; row < count; row++)
        {
            ReadOnlySpan<double> own = background.Slice(row * columns, columns);
            int node = 0;
            visits[0]++;
            while (!steps[node].IsLeaf(node))
            {
                node = steps[node].Left + (own[steps[node].Column] > steps[node].Threshold ? 1 : 0);
                visits[node]++;
            }
        }

        return visits;
    }

    /// <summary>
    /// Visits as the shares of a node's children are taken of them: where no row came to a leaf it counts as a millionth of
    /// one, since shares must be above 0.
    /// </summary>
    private static int[] Draws(List<TreeStep> steps, int[] visits)
    {
        const int Fraction = 1_000_000;
        if (!visits.Contains(0))
            return visits;
        int perVisit = Math.Clamp(int.MaxValue / 2 / visits[0], 1, Fraction);
        int[] draws = new int[visits.Length];
        for (int node = draws.Length - 1; node >= 0; node--)
        {
            int left = steps[node].Left;
            draws[node] = steps[node].IsLeaf(node) ? Math.Max(1, visits[node] * perVisit) : draws[left] + draws[left + 1];
        }

        return draws;
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
