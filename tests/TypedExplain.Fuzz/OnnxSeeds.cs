using TypedExplain.Onnx.Export;
using TypedExplain.Onnx.Files;

namespace TypedExplain.Fuzz;

/// <summary>ONNX models with what may stand before and behind trees.</summary>
internal static class OnnxSeeds
{
    public static byte[][] All() =>
    [
        Regressor((_, x) => x, (_, y) => y),
        Regressor((graph, x) => graph.Node("Cast", [x], Attributes.Integer("to", OnnxTensor.DoubleType)), (graph, y) => graph.Node("Mul", [y, graph.Numbers([0.5], 1)])),
        Regressor((graph, x) => graph.Node("Gather", [x, graph.Integers([1, 0])], Attributes.Integer("axis", 1)), (graph, y) => graph.Node("Sigmoid", [y])),
        Regressor((graph, x) => graph.Node("Concat", [x, x], Attributes.Integer("axis", 1)), (graph, y) => graph.Node("Sum", [y, y])),
        Classifier(),
    ];

    /// <summary>A chain of operations, with outputs that stand behind all of it.</summary>
    public static byte[] Chain(int length)
    {
        GraphWriter graph = new();
        string value = graph.Input("x", OnnxTensor.SingleType, 2);
        for (int i = 0; i < length; i++)
            value = graph.Node("Identity", [value]);
        for (int i = 0; i < Math.Min(length, 1000); i++)
        {
            graph.Rename(value, $"y{i}");
            graph.Output($"y{i}", OnnxTensor.SingleType, 2);
        }

        return graph.ToArray();
    }

    private static byte[] Regressor(Func<GraphWriter, string, string> before, Func<GraphWriter, string, string> behind)
    {
        GraphWriter graph = new();
        string x = before(graph, graph.Input("x", OnnxTensor.SingleType, 2));
        graph.Trees("TreeEnsembleRegressor", x, ["trees"], [.. Structure("target"), Attributes.Integer("n_targets", 2), Singles("base_values", [0.5f, 0]), Attributes.Text("aggregate_function", "AVERAGE")]);
        graph.Rename(behind(graph, "trees"), "y");
        graph.Output("y", OnnxTensor.SingleType, 2);
        return graph.ToArray(("columns", "a, b"));
    }

    private static byte[] Classifier()
    {
        GraphWriter graph = new();
        graph.Trees("TreeEnsembleClassifier", graph.Input("x", OnnxTensor.SingleType, 2), ["label", "scores"], [.. Structure("class"), Attributes.Texts("classlabels_strings", ["no", "yes"]), Attributes.Text("post_transform", "NONE")]);
        graph.Output("label", OnnxTensor.TextType, 0);
        graph.Output("scores", OnnxTensor.SingleType, 2);
        return graph.ToArray();
    }

    private static ProtoWriter[] Structure(string leaf) =>
    [
        Attributes.Integers("nodes_treeids", [0, 0, 0, 0, 0, 1]), Attributes.Integers("nodes_nodeids", [0, 1, 2, 3, 4, 0]), Attributes.Integers("nodes_featureids", [0, 1, 0, 0, 0, 0]),
        Attributes.Integers("nodes_truenodeids", [1, 3, 0, 0, 0, 0]), Attributes.Integers("nodes_falsenodeids", [2, 4, 0, 0, 0, 0]),
        Attributes.Texts("nodes_modes", ["BRANCH_LEQ", "BRANCH_EQ", "LEAF", "LEAF", "LEAF", "LEAF"]), Singles("nodes_values", [0.5f, 1, 0, 0, 0, 0]),
        Attributes.Integers("nodes_missing_value_tracks_true", [1, 0, 0, 0, 0, 0]), Attributes.Integers(leaf + "_treeids", [0, 0, 0, 0, 0, 0, 1, 1]),
        Attributes.Integers(leaf + "_nodeids", [2, 2, 3, 3, 4, 4, 0, 0]), Attributes.Integers(leaf + "_ids", [0, 1, 0, 1, 0, 1, 0, 1]), Singles(leaf + "_weights", [0.1f, 0.9f, 0.2f, 0.8f, 0.5f, 0.5f, 1, 0]),
    ];

    private static ProtoWriter Singles(string name, float[] values) => new ProtoWriter().Text(1, name).Integer(20, 6).Singles(7, values);
}
