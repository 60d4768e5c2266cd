using TypedExplain.Onnx.Export;
using TypedExplain.Onnx.Files;

namespace TypedExplain.Onnx.Tests.Support;

/// <summary>A valid node of trees with everything drawn that ONNX lets an author choose.</summary>
internal sealed class RandomEnsemble
{
    private static readonly string[] s_modes = ["BRANCH_LEQ", "BRANCH_LT", "BRANCH_GTE", "BRANCH_GT", "BRANCH_EQ", "BRANCH_NEQ"];

    private readonly Random _random;
    private readonly double[] _thresholds;
    private readonly List<(long Tree, long Node, long Column, long True, long False, string Mode, long Tracks, double Threshold)> _nodes = [];
    private readonly List<(long Tree, long Node, long Target, double Weight)> _leaves = [];
    private readonly int _outputs;
    private readonly int _spoken;
    private readonly bool _speaksOfAll;

    public RandomEnsemble(int seed, double[] thresholds)
    {
        (_random, _thresholds) = (new(seed), thresholds);
        IsClassifier = _random.Next(3) == 0;
        _outputs = IsClassifier ? _random.Next(2, 5) : _random.Next(1, 5);

        // Targets that no leaf speaks of are there all the same.
        _speaksOfAll = _random.Next(3) > 0;
        _spoken = _speaksOfAll ? _outputs : _random.Next(1, _outputs + 1);
        int trees = _random.Next(1, 6);
        for (int tree = 0; tree < trees; tree++)
            Grow(tree, _random.Next(0, 4));
        Description = $"seed {seed}: {(IsClassifier ? "classifier" : "regressor")} of {_outputs} outputs, {_spoken} of them in leaves, {trees} trees";
    }

    /// <summary>Whether the node chooses a class.</summary>
    public bool IsClassifier { get; }

    /// <summary>What was drawn, for the message of a test that fails.</summary>
    public string Description { get; private set; }

    /// <summary>The model: an input "x" of two numbers, and an output "scores".</summary>
    public byte[] ToArray()
    {
        string leaf = IsClassifier ? "class" : "target";
        List<ProtoWriter> attributes =
        [
            Attributes.Integers("nodes_treeids", [.. _nodes.Select(node => node.Tree)]),
            Attributes.Integers("nodes_nodeids", [.. _nodes.Select(node => node.Node)]),
            Attributes.Integers("nodes_featureids", [.. _nodes.Select(node => node.Column)]),
            Attributes.Integers("nodes_truenodeids", [.. _nodes.Select(node => node.True)]),
            Attributes.Integers("nodes_falsenodeids", [.. _nodes.Select(node => node.False)]),
            Attributes.Texts("nodes_modes", _nodes.Select(node => node.Mode)),
            ForestFile.Singles("nodes_values", _nodes.Select(node => node.Threshold)),
            Attributes.Integers(leaf + "_treeids", [.. _leaves.Select(own => own.Tree)]),
            Attributes.Integers(leaf + "_nodeids", [.. _leaves.Select(own => own.Node)]),
            Attributes.Integers(leaf + "_ids", [.. _leaves.Select(own => own.Target)]),
            ForestFile.Singles(leaf + "_weights", _leaves.Select(own => own.Weight)),
        ];
        if (_random.Next(2) == 0)
            attributes.Add(Attributes.Integers("nodes_missing_value_tracks_true", [.. _nodes.Select(node => node.Tracks)]));
        AddEnd(attributes);

        GraphWriter graph = new();
        string x = graph.Input("x", OnnxTensor.SingleType, 2);
        if (IsClassifier)
        {
            graph.Trees("TreeEnsembleClassifier", x, ["label", "scores"], [.. attributes]);
            graph.Output("label", OnnxTensor.LongType, 0);
        }
        else
        {
            graph.Trees("TreeEnsembleRegressor", x, ["scores"], [.. attributes]);
        }

        graph.Output("scores", OnnxTensor.SingleType, _outputs);
        return graph.ToArray();
    }

    private void AddEnd(List<ProtoWriter> attributes)
    {
        if (IsClassifier)
        {
            attributes.Add(Attributes.Integers("classlabels_int64s", [.. Enumerable.Range(0, _outputs).Select(i => (long)i)]));
            string transform = _random.Next(3) switch { 0 => "NONE", 1 => "LOGISTIC", _ => _outputs > 2 ? "SOFTMAX" : "NONE" };
            attributes.Add(Attributes.Text("post_transform", transform));
            Describe(transform);
        }
        else
        {
            attributes.Add(Attributes.Integer("n_targets", _outputs));
            string aggregate = _random.Next(2) == 0 ? "SUM" : "AVERAGE", transform = _random.Next(4) == 0 ? "LOGISTIC" : "NONE";
            if (aggregate == "AVERAGE" || _random.Next(2) == 0)
                attributes.Add(Attributes.Text("aggregate_function", aggregate));
            attributes.Add(Attributes.Text("post_transform", transform));
            Describe(aggregate + " " + transform);
        }

        // As many as there are outputs, or none: with two classes one, since ONNX does not say what becomes of a second.
        int bases = _random.Next(2) == 0 ? 0 : IsClassifier && _outputs == 2 ? 1 : _outputs;
        if (bases > 0)
            attributes.Add(ForestFile.Singles("base_values", Enumerable.Range(0, bases).Select(_ => Weight())));
        Describe($"{bases} base values");
    }

    private void Describe(string more) => Description += ", " + more;

    /// <summary>Adds a node with all below it; gives its number.</summary>
    private long Grow(int tree, int depth)
    {
        int place = _nodes.Count;
        long node = _nodes.Count(own => own.Tree == tree);
        _nodes.Add((tree, node, 0, 0, 0, "LEAF", 0, 0));
        if (depth == 0)
        {
            // A leaf speaks of one output or of several.
            int first = _random.Next(_spoken), answers = _speaksOfAll ? _outputs : _random.Next(1, _spoken + 1);
            for (int i = 0; i < answers; i++)
                _leaves.Add((tree, node, (first + i) % _spoken, Weight()));
            return node;
        }

        long yes = Grow(tree, _random.Next(depth)), no = Grow(tree, depth - 1);
        _nodes[place] = (tree, node, _random.Next(2), yes, no, s_modes[_random.Next(s_modes.Length)], _random.Next(2), _thresholds[_random.Next(_thresholds.Length)]);
        return node;
    }

    private double Weight() => Math.Round((_random.NextDouble() * 4) - (_outputs % 2 == 0 ? 0 : 2), 3);
}
