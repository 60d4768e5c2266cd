namespace TypedExplain.Models.Forests.Growing;

/// <summary>
/// MAPLE's score of a column: the impurity of the roots that ask about it. (The method that it stems from credits what
/// the split takes off the impurity; the published code credits all of it, and so do we.)
/// </summary>
internal static class RootImpurity
{
    /// <summary>The scores of the columns; a tree of a single leaf adds nothing.</summary>
    /// <param name="roots">The first node of every tree.</param>
    /// <param name="columns">How many columns there are.</param>
    public static double[] Scores(IEnumerable<TreeNode> roots, int columns)
    {
        double[] scores = new double[columns];
        foreach (TreeNode root in roots)
        {
            if (!root.IsLeaf)
                scores[root.Column] += root.Impurity;
        }

        return scores;
    }
}
