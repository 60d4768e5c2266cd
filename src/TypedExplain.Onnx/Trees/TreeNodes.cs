using System.Collections.Immutable;
using System.Globalization;

namespace TypedExplain.Onnx;

/// <summary>The trees of a TreeEnsembleClassifier or TreeEnsembleRegressor, as its node holds them.</summary>
internal sealed class TreeNodes
{
    private const string Leaf = "LEAF";

    private readonly OnnxNode _node;
    private readonly bool _isClassifier;

    public TreeNodes(OnnxNode node)
    {
        _node = node;
        _isClassifier = node.Operator == "TreeEnsembleClassifier";
        Classes = ClassLabels.Of(node);
        Trees = node.Integers("nodes_treeids");
        Ids = node.Integers("nodes_nodeids");
        Columns = node.Integers("nodes_featureids");
        True = node.Integers("nodes_truenodeids");
        False = node.Integers("nodes_falsenodeids");
        Modes = node.Texts("nodes_modes");
        Thresholds = node.Numbers("nodes_values");
        string leaves = _isClassifier ? "class" : "target";
        LeafTrees = node.Integers(leaves + "_treeids");
        LeafNodes = node.Integers(leaves + "_nodeids");
        LeafTargets = node.Integers(leaves + "_ids");
        LeafWeights = node.Numbers(leaves + "_weights");
        BaseValues = node.Numbers("base_values");
        Check();
        Transform = node.Text("post_transform") ?? "NONE";
        IsMean = node.Text("aggregate_function") == "AVERAGE";
        (Outputs, IsBinary) = Named();
    }

    public IReadOnlyList<long> Trees { get; }

    public IReadOnlyList<long> Ids { get; }

    public IReadOnlyList<long> Columns { get; }

    public IReadOnlyList<long> True { get; }

    public IReadOnlyList<long> False { get; }

    public IReadOnlyList<string> Modes { get; }

    public IReadOnlyList<double> Thresholds { get; }

    public IReadOnlyList<long> LeafTrees { get; }

    public IReadOnlyList<long> LeafNodes { get; }

    public IReadOnlyList<long> LeafTargets { get; }

    public IReadOnlyList<double> LeafWeights { get; }

    public IReadOnlyList<double> BaseValues { get; }

    public ImmutableArray<string> Classes { get; }

    /// <summary>What is done to the sums at the end; it is left out here.</summary>
    public string Transform { get; }

    /// <summary>Whether the trees' answers are averaged, and not added.</summary>
    public bool IsMean { get; }

    /// <summary>Whether all leaves speak of one of two classes, whose score tells the other's.</summary>
    public bool IsBinary { get; }

    /// <summary>The names of the sums.</summary>
    public ImmutableArray<string> Outputs { get; }

    /// <summary>Whether rows stop at a node.</summary>
    public bool IsLeaf(int node) => Modes[node] == Leaf;

    private (ImmutableArray<string> Outputs, bool IsBinary) Named()
    {
        if (!_isClassifier)
        {
            int targets = (int)(_node.Integers("n_targets") is { Count: > 0 } stated ? stated[0] : LeafTargets.DefaultIfEmpty().Max() + 1);
            return (targets == 1 ? ["prediction"] : [.. Enumerable.Range(0, targets).Select(target => target.ToString(CultureInfo.InvariantCulture))], false);
        }

        bool isBinary = Classes.Length == 2 && LeafTargets.Distinct().Count() == 1;
        IEnumerable<string> names = isBinary ? [Classes[1]] : Classes;
        return ([.. names.Select(name => Transform == "LOGISTIC" ? $"log-odds of {name}" : name)], isBinary);
    }

    private void Check()
    {
        int nodes = Trees.Count;
        if (nodes == 0 || LeafWeights.Count == 0)
            throw new InvalidModelException($"The {_node.Operator} of the model holds {nodes} nodes and {LeafWeights.Count} answers of leaves; there is nothing to explain.");
        if (new[] { Ids.Count, Columns.Count, True.Count, False.Count, Modes.Count, Thresholds.Count }.Any(count => count != nodes)
            || new[] { LeafTrees.Count, LeafNodes.Count, LeafTargets.Count }.Any(count => count != LeafWeights.Count))
            throw new InvalidModelException($"The lists of the {_node.Operator} of the model do not have the same length, {nodes} for nodes and {LeafWeights.Count} for leaves; it is damaged.");
        if (Modes.FirstOrDefault(mode => mode is not (Leaf or "BRANCH_LEQ" or "BRANCH_LT")) is { } unknown)
            throw new InvalidModelException($"A node of the {_node.Operator} of the model has the mode {unknown}; TreeSHAP reads BRANCH_LEQ and BRANCH_LT.");
        if (_node.Text("post_transform") is { } transform and not ("" or "NONE" or "LOGISTIC"))
            throw new InvalidModelException($"The {_node.Operator} of the model has the post transform {transform}; TreeSHAP explains what is below NONE and LOGISTIC.");
        if (_node.Text("aggregate_function") is { } aggregate and not ("" or "SUM" or "AVERAGE"))
            throw new InvalidModelException($"The {_node.Operator} of the model takes the {aggregate} of its trees; TreeSHAP explains SUM and AVERAGE.");
    }
}
