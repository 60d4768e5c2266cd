using TypedExplain.Onnx.Export;
using TypedExplain.Onnx.Files;

namespace TypedExplain.Onnx.Tests.Support;

/// <summary>One question of a tree and its two answers.</summary>
internal sealed record Stump(int Column, double Threshold, double True, double False, string Mode = "BRANCH_LEQ", bool TracksMissing = false, int Target = 0);

/// <summary>Writes models of stumps, with whatever stands before and behind them.</summary>
internal static class ForestFile
{
    /// <summary>A model with one input "x" and one output "y".</summary>
    /// <param name="width">The input's width; 0 leaves it open.</param>
    /// <param name="before">What happens to the input before the trees.</param>
    /// <param name="behind">What happens to their answer.</param>
    /// <param name="stumps">The trees.</param>
    public static byte[] Regressor(int width, Func<GraphWriter, string, string> before, Func<GraphWriter, string, string> behind, params Stump[] stumps)
    {
        GraphWriter graph = new();
        graph.Rename(behind(graph, Trees(graph, before(graph, graph.Input("x", OnnxTensor.SingleType, width)), [], stumps)), "y");
        graph.Output("y", OnnxTensor.SingleType, 1);
        return graph.ToArray();
    }

    /// <summary>A model of trees and nothing else.</summary>
    public static byte[] Regressor(int width, params Stump[] stumps) => Regressor(width, (_, x) => x, (_, y) => y, stumps);

    /// <summary>A node of trees; gives the name of their answer.</summary>
    public static string Trees(GraphWriter graph, string input, double[] baseValues, params Stump[] stumps)
    {
        string name = graph.Node("Identity", [input]) + "_trees";
        int targets = stumps.Max(stump => stump.Target) + 1;
        graph.Trees("TreeEnsembleRegressor", input, [name], [.. Structure(stumps, "target"), Attributes.Integer("n_targets", targets), .. Base(baseValues)]);
        return name;
    }

    /// <summary>A classifier of int64 labels with outputs "label" and "scores".</summary>
    public static byte[] Classifier(int classes, string transform, double[] baseValues, params Stump[] stumps)
    {
        GraphWriter graph = new();
        string x = graph.Input("x", OnnxTensor.SingleType, 2);
        graph.Trees("TreeEnsembleClassifier", x, ["label", "scores"], [.. Structure(stumps, "class"), Attributes.Integers("classlabels_int64s", [.. Enumerable.Range(0, classes).Select(i => (long)i)]), Attributes.Text("post_transform", transform), .. Base(baseValues)]);
        graph.Output("label", OnnxTensor.LongType, 0);
        graph.Output("scores", OnnxTensor.SingleType, classes);
        return graph.ToArray();
    }

    /// <summary>A setting of single precision.</summary>
    public static ProtoWriter Singles(string name, IEnumerable<double> values) =>
        new ProtoWriter().Text(1, name).Integer(20, 6).Singles(7, [.. values.Select(value => (float)value)]);

    private static ProtoWriter[] Base(double[] values) => values.Length == 0 ? [] : [Singles("base_values", values)];

    private static ProtoWriter[] Structure(Stump[] stumps, string leaves)
    {
        // Trees of one column, threshold and mode are one tree that answers for several targets.
        Stump[][] trees = [.. stumps.GroupBy(stump => (stump.Column, stump.Threshold, stump.Mode)).Select(same => same.ToArray())];
        return
        [
            Attributes.Integers("nodes_treeids", [.. trees.SelectMany((_, tree) => new long[] { tree, tree, tree })]),
            Attributes.Integers("nodes_nodeids", [.. trees.SelectMany(_ => new long[] { 0, 1, 2 })]),
            Attributes.Integers("nodes_featureids", [.. trees.SelectMany(tree => new long[] { tree[0].Column, 0, 0 })]),
            Attributes.Integers("nodes_truenodeids", [.. trees.SelectMany(_ => new long[] { 1, 0, 0 })]),
            Attributes.Integers("nodes_falsenodeids", [.. trees.SelectMany(_ => new long[] { 2, 0, 0 })]),
            Attributes.Texts("nodes_modes", trees.SelectMany(tree => new[] { tree[0].Mode, "LEAF", "LEAF" })),
            Attributes.Integers("nodes_missing_value_tracks_true", [.. trees.SelectMany(tree => new long[] { tree[0].TracksMissing ? 1 : 0, 0, 0 })]),
            Singles("nodes_values", trees.SelectMany(tree => new[] { tree[0].Threshold, 0, 0 })),
            Attributes.Integers(leaves + "_treeids", [.. trees.SelectMany((tree, i) => tree.SelectMany(_ => new long[] { i, i }))]),
            Attributes.Integers(leaves + "_nodeids", [.. trees.SelectMany(tree => tree.SelectMany(_ => new long[] { 1, 2 }))]),
            Attributes.Integers(leaves + "_ids", [.. trees.SelectMany(tree => tree.SelectMany(stump => new long[] { stump.Target, stump.Target }))]),
            Singles(leaves + "_weights", trees.SelectMany(tree => tree.SelectMany(stump => new[] { stump.True, stump.False }))),
        ];
    }
}

/// <summary>Two numbers.</summary>
[FeatureRecord]
public sealed partial record Two(double A, double B);

/// <summary>The same the other way round.</summary>
[FeatureRecord]
public sealed partial record Swapped(double B, double A);

/// <summary>A number that may be missing.</summary>
[FeatureRecord]
public sealed partial record OneMissing(double? A);

/// <summary>Numbers that may be missing, one of them in a record that may be missing itself.</summary>
[FeatureRecord]
public sealed partial record Missing(double? A, OneMissing? Inner, int? Whole);
