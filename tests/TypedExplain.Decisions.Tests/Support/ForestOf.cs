using TypedExplain.Models.Forests;
using TypedExplain.Models.Forests.Trees;

namespace TypedExplain.Decisions.Tests.Support;

/// <summary>Forests of trees that are stated and not grown.</summary>
internal static class ForestOf
{
    /// <summary>A node: a leaf where it has no left side.</summary>
    public sealed record Node(double Value, int Column = 0, double Threshold = 0, Node? Left = null, Node? Right = null);

    /// <summary>A forest; it answers with the mean of its trees.</summary>
    public static Forest<T> Trees<T>(params IEnumerable<Node> roots)
        where T : IFeatureRecord<T> => new(new TreeEnsemble([.. roots.Select(Tree)], FeatureSchema.Of<T>().Columns, 1), []);

    private static DecisionTree Tree(Node root)
    {
        List<Node> nodes = [root];
        List<TreeStep> steps = [];
        for (int i = 0; i < nodes.Count; i++)
        {
            Node node = nodes[i];
            if (node.Left is null)
            {
                steps.Add(TreeStep.Leaf(i));
                continue;
            }

            steps.Add(new(node.Threshold, node.Column, nodes.Count));
            nodes.Add(node.Left);
            nodes.Add(node.Right!);
        }

        int[] ones = [.. nodes.Select(_ => 1)];
        return new([.. steps], new double[nodes.Count], ones, ones, [.. nodes.Select(node => node.Value)]);
    }
}
