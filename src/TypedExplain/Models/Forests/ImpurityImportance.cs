namespace TypedExplain.Models.Forests;

/// <summary>How much each column lowered the impurity (mean decrease in impurity).</summary>
internal static class ImpurityImportance
{
    /// <summary>One share per column, which sum to 1; all 0 where no tree splits.</summary>
    /// <remarks>Each tree that splits counts the same, however impure its root.</remarks>
    public static double[] Of(TreeEnsemble forest, int columns)
    {
        double[] importances = new double[columns];
        double[] own = new double[columns];
        foreach (DecisionTree tree in forest.Trees)
        {
            own.AsSpan().Clear();
            for (int node = 0; node < tree.NodeCount; node++)
            {
                if (tree[node] is { IsLeaf: false } split)
                    own[split.Column] += Weighted(split) - Weighted(tree[split.Left]) - Weighted(tree[split.Right]);
            }

            AddShares(own, importances);
        }

        double[] shares = new double[columns];
        AddShares(importances, shares);
        return shares;

        static double Weighted(TreeNode node) => node.Draws * node.Impurity;
    }

    private static void AddShares(ReadOnlySpan<double> decreases, Span<double> shares)
    {
        double sum = 0;
        foreach (double decrease in decreases)
            sum += decrease;
        for (int column = 0; sum > 0 && column < shares.Length; column++)
            shares[column] += decreases[column] / sum;
    }
}
