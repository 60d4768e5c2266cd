using System.Collections.Immutable;
using TypedExplain.Files;

namespace TypedExplain.Models.Forests;

/// <summary>The SHA-256 of a forest: all that its answers depend on.</summary>
internal static class ForestDigest
{
    public static string Of(string schema, ImmutableArray<string> outputs, OutputKind kind, ImmutableArray<DecisionTree> trees, DerivedColumns? derived = null) => ContentDigest.OfValues(writer =>
    {
        writer.Write(schema);
        writer.Write(outputs.Length);
        foreach (string output in outputs)
            writer.Write(output);
        writer.Write(kind.ToString()!);
        writer.Write(trees.Length);
        foreach (DecisionTree tree in trees)
        {
            writer.Write(tree.NodeCount);
            for (int node = 0; node < tree.NodeCount; node++)
            {
                TreeNode own = tree[node];
                writer.Write(own.Column);
                writer.Write(own.Threshold);
                writer.Write(own.Left);
                writer.Write(own.Right);
                writer.Write(own.Draws);
                if (tree.HasCovers)
                    writer.Write(tree.Cover(node));
                foreach (double value in tree.Values(node))
                    writer.Write(value);
            }
        }

        for (int i = 0; i < derived?.Count; i++)
            writer.Write(derived.Describe(i));
    });
}
