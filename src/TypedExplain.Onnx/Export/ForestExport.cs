using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Runtime;

namespace TypedExplain.Onnx.Export;

/// <summary>Writes a forest as one node of trees. Thresholds and answers keep double precision.</summary>
internal sealed class ForestExport<T>(Forest<T> forest)
    where T : IFeatureRecord<T>
{
    private readonly List<long> _trees = [];
    private readonly List<long> _ids = [];
    private readonly List<long> _columns = [];
    private readonly List<long> _true = [];
    private readonly List<long> _false = [];
    private readonly List<string> _modes = [];
    private readonly List<double> _thresholds = [];
    private readonly List<long> _leafTrees = [];
    private readonly List<long> _leafNodes = [];
    private readonly List<long> _leafTargets = [];
    private readonly List<double> _leafWeights = [];

    public byte[] Write(bool isClassifier)
    {
        for (int tree = 0; tree < forest.TreeCount; tree++)
            Add(tree, forest.Trees[tree]);
        string leaves = isClassifier ? "class" : "target";
        ProtoWriter[] nodes =
        [
            Attributes.Integers("nodes_treeids", [.. _trees]),
            Attributes.Integers("nodes_nodeids", [.. _ids]),
            Attributes.Integers("nodes_featureids", [.. _columns]),
            Attributes.Integers("nodes_truenodeids", [.. _true]),
            Attributes.Integers("nodes_falsenodeids", [.. _false]),
            Attributes.Texts("nodes_modes", _modes),
            Attributes.Numbers("nodes_values_as_tensor", [.. _thresholds]),
            Attributes.Integers(leaves + "_treeids", [.. _leafTrees]),
            Attributes.Integers(leaves + "_nodeids", [.. _leafNodes]),
            Attributes.Integers(leaves + "_ids", [.. _leafTargets]),
            Attributes.Numbers(leaves + "_weights_as_tensor", [.. _leafWeights]),
            Attributes.Text("post_transform", "NONE"),
        ];

        GraphWriter graph = new();
        string input = graph.Input("columns", OnnxTensor.DoubleType, T.Schema.Columns);
        if (isClassifier)
        {
            graph.Trees("TreeEnsembleClassifier", input, ["label", "probabilities"], [.. nodes, Attributes.Texts("classlabels_strings", forest.Outputs)]);
            graph.Output("label", OnnxTensor.TextType, 0);
            graph.Output("probabilities", OnnxTensor.SingleType, forest.Outputs.Length);
        }
        else
        {
            graph.Trees("TreeEnsembleRegressor", input, ["prediction"], [.. nodes, Attributes.Integer("n_targets", 1)]);
            graph.Output("prediction", OnnxTensor.SingleType, 1);
        }

        return graph.ToArray(StoredWith.Of<T>(forest.Outputs));
    }

    private void Add(int tree, DecisionTree own)
    {
        for (int i = 0; i < own.NodeCount; i++)
        {
            TreeNode node = own[i];
            _trees.Add(tree);
            _ids.Add(i);
            _columns.Add(node.IsLeaf ? 0 : node.Column);
            _true.Add(node.IsLeaf ? 0 : node.Left);
            _false.Add(node.IsLeaf ? 0 : node.Right);
            _modes.Add(node.IsLeaf ? "LEAF" : "BRANCH_LEQ");
            _thresholds.Add(node.IsLeaf ? 0 : node.Threshold);
            for (int output = 0; node.IsLeaf && output < forest.Outputs.Length; output++)
            {
                _leafTrees.Add(tree);
                _leafNodes.Add(i);
                _leafTargets.Add(output);
                _leafWeights.Add(own.Values(i)[output] / forest.TreeCount);
            }
        }
    }
}
