using TypedExplain.Onnx.Files;

namespace TypedExplain.Onnx.Trees;

/// <summary>Whether the answers of a classifier's trees are shares, as those of a random forest are, rather than sums without bounds.</summary>
internal static class TreeShares
{
    // What sums over many trees in single precision may be off by.
    private const double Rounding = 1e-4;

    /// <summary>How many trees there are where every row's scores are shares of 1; else null.</summary>
    public static int? Of(OnnxNode node)
    {
        IReadOnlyList<long> trees = node.Integers("class_treeids"), nodes = node.Integers("class_nodeids"), classes = node.Integers("class_ids");
        IReadOnlyList<double> weights = node.Numbers("class_weights");
        if (weights.Count == 0 || trees.Count != weights.Count || nodes.Count != weights.Count || classes.Count != weights.Count)
            return null;
        if (node.Numbers("base_values").Count > 0 || weights.Any(weight => !(weight >= 0)))
            return null;

        Dictionary<(long Tree, long Node), double> leaves = [];
        for (int i = 0; i < weights.Count; i++)
            leaves[(trees[i], nodes[i])] = leaves.GetValueOrDefault((trees[i], nodes[i])) + weights[i];
        ILookup<long, double> ofTree = leaves.ToLookup(leaf => leaf.Key.Tree, leaf => leaf.Value);
        double most = ofTree.Sum(tree => tree.Max()), least = ofTree.Sum(tree => tree.Min());

        // Leaves that all speak of one class are the share of that one, and the rest is the other's.
        bool isOfOne = classes.Distinct().Count() == 1 && ClassLabels.Of(node).Length == 2;
        return most <= 1 + Rounding && (isOfOne || least >= 1 - Rounding) ? ofTree.Count : null;
    }
}
