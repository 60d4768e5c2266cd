using System.Collections.Immutable;
using TypedExplain.Onnx.Files;

namespace TypedExplain.Onnx.Trees.Tracing;

/// <summary>The trees of a TreeEnsembleClassifier or TreeEnsembleRegressor, as its node holds them.</summary>
internal sealed class TreeNodes
{
    private const string Leaf = "LEAF";
    private const int MostOutputs = 1 << 16;

    private readonly IReadOnlyList<long> _missingTracksTrue;
    private readonly IReadOnlyList<double> _baseValues;

    public TreeNodes(OnnxNode node)
    {
        Node = node;
        IsClassifier = node.Operator == "TreeEnsembleClassifier";
        Classes = IsClassifier ? ClassLabels.Of(node) : [];
        Trees = node.Integers("nodes_treeids");
        Ids = node.Integers("nodes_nodeids");
        Columns = node.Integers("nodes_featureids");
        True = node.Integers("nodes_truenodeids");
        False = node.Integers("nodes_falsenodeids");
        Modes = node.Texts("nodes_modes");
        Thresholds = node.Numbers("nodes_values");
        _missingTracksTrue = node.Integers("nodes_missing_value_tracks_true");
        string leaves = IsClassifier ? "class" : "target";
        LeafTrees = node.Integers(leaves + "_treeids");
        LeafNodes = node.Integers(leaves + "_nodeids");
        LeafTargets = node.Integers(leaves + "_ids");
        LeafWeights = node.Numbers(leaves + "_weights");
        _baseValues = node.Numbers("base_values");
        Check();
        IsMean = node.Text("aggregate_function") == "AVERAGE";
        IsBinary = IsClassifier && Classes.Length == 2 && LeafTargets.Distinct().Count() == 1;
        Outputs = IsBinary ? 1 : IsClassifier ? Classes.Length : (int)Math.Clamp(node.Integer("n_targets") ?? LeafTargets.Max() + 1, int.MinValue, int.MaxValue);

        // ONNX Runtime adds up one number per row without a transform, whatever the node says.
        Transform = IsClassifier || Outputs > 1 ? TransformOf(node) : AnswerTransform.None;
        CheckOutputs();
    }

    /// <summary>The node that holds them.</summary>
    public OnnxNode Node { get; }

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

    /// <summary>The names of the classes; none of a regressor.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>Whether the node chooses a class.</summary>
    public bool IsClassifier { get; }

    /// <summary>What the node does to the sums at the end.</summary>
    public AnswerTransform Transform { get; }

    /// <summary>Whether the trees' answers are averaged, and not added.</summary>
    public bool IsMean { get; }

    /// <summary>Whether all leaves speak of one of two classes, whose score tells the other's.</summary>
    public bool IsBinary { get; }

    /// <summary>Whether the scores of two classes add up to 1: where the leaves of the one are shares.</summary>
    public bool IsShare => IsBinary && Transform == AnswerTransform.None && LeafWeights.All(weight => weight >= 0);

    /// <summary>How many sums there are.</summary>
    public int Outputs { get; }

    /// <summary>Whether rows stop at a node.</summary>
    public bool IsLeaf(int node) => Modes[node] == Leaf;

    /// <summary>Whether a missing value goes the way of true; by default it does not.</summary>
    public bool MissingTracksTrue(int node) => _missingTracksTrue.Count > 0 && _missingTracksTrue[node] != 0;

    /// <summary>
    /// What a sum begins with. ONNX Runtime gives a regressor its base values only if there is one per target, and a classifier
    /// those that there are, the first class first; where all leaves speak of the second of two, none.
    /// </summary>
    public double BaseValue(int output) =>
        (IsClassifier || _baseValues.Count == Outputs) && output < _baseValues.Count ? IsBinary && LeafTargets[0] != 0 ? 0 : _baseValues[IsBinary ? ^1 : output] : 0;

    /// <summary>What a node says of its transform.</summary>
    private static AnswerTransform TransformOf(OnnxNode node) => node.Text("post_transform") switch
    {
        "LOGISTIC" => AnswerTransform.Logistic,
        "SOFTMAX" => AnswerTransform.Softmax,
        _ => AnswerTransform.None,
    };

    private void Check()
    {
        int nodes = Trees.Count;
        if (nodes == 0 || LeafWeights.Count == 0)
            throw new InvalidModelException($"{Node} of the model holds {nodes} nodes and {LeafWeights.Count} answers of leaves; there is nothing to explain.");
        if (new[] { Ids.Count, Columns.Count, True.Count, False.Count, Modes.Count, Thresholds.Count }.Any(count => count != nodes)
            || new[] { LeafTrees.Count, LeafNodes.Count, LeafTargets.Count }.Any(count => count != LeafWeights.Count)
            || (_missingTracksTrue.Count > 0 && _missingTracksTrue.Count != nodes))
            throw new InvalidModelException($"The lists of {Node} of the model do not have the same length, {nodes} for nodes and {LeafWeights.Count} for leaves; it is damaged.");
        if (Modes.FirstOrDefault(mode => mode != Leaf && !Branch.IsMode(mode)) is { } unknown)
            throw new InvalidModelException($"A node of {Node} of the model has the mode {unknown}; TreeSHAP reads BRANCH_LEQ, BRANCH_LT, BRANCH_GTE, BRANCH_GT, BRANCH_EQ and BRANCH_NEQ.");
        if (Node.Text("post_transform") is { } transform and not ("" or "NONE" or "LOGISTIC" or "SOFTMAX"))
            throw new InvalidModelException($"{Node} of the model has the post transform {transform}; TreeSHAP explains what is below NONE, LOGISTIC and SOFTMAX.");
        if (Node.Text("aggregate_function") is { } aggregate and not ("" or "SUM" or "AVERAGE"))
            throw new InvalidModelException($"{Node} of the model takes the {aggregate} of its trees; TreeSHAP explains SUM and AVERAGE.");
        if (!LeafWeights.Concat(_baseValues).All(double.IsFinite) || Enumerable.Range(0, nodes).Any(node => !IsLeaf(node) && double.IsNaN(Thresholds[node])))
            throw new InvalidModelException($"{Node} of the model holds a threshold, an answer or a base value that is not a finite number.");
    }

    private void CheckOutputs()
    {
        if (Outputs is < 1 or > MostOutputs)
            throw new InvalidModelException($"{Node} of the model has {(IsClassifier ? "the classes" : "n_targets")} {Outputs}; there must be 1 to {MostOutputs}.");
        int targets = IsBinary ? 2 : Outputs;
        if (LeafTargets.Any(target => target < 0 || target >= targets))
            throw new InvalidModelException($"A leaf of {Node} of the model answers for output {LeafTargets.First(target => target < 0 || target >= targets)}, and there are {targets}, from 0.");
        HashSet<(long, long, long)> answers = [];
        for (int i = 0; i < LeafWeights.Count; i++)
        {
            if (!answers.Add((LeafTrees[i], LeafNodes[i], LeafTargets[i])))
                throw new InvalidModelException($"Node {LeafNodes[i]} of tree {LeafTrees[i]} of {Node} of the model answers twice for output {LeafTargets[i]}; ONNX does not say what becomes of the second answer, so TreeSHAP does not either.");
        }

        RefuseSilentLeaves();
        if (IsClassifier && _baseValues.Count > Classes.Length)
            throw new InvalidModelException($"{Node} of the model has {_baseValues.Count} base values for {Classes.Length} classes.");
        if (Classes.Length == 2 && _baseValues.Count == 2)
            throw new InvalidModelException($"{Node} of the model has two classes and two base values; ONNX does not say what becomes of the second, so TreeSHAP does not either. Export it with one.");
        if (Transform == AnswerTransform.Softmax && (IsBinary || Outputs == 1))
            throw new InvalidModelException($"{Node} of the model takes SOFTMAX of one score; its answer does not tell the score.");
    }
    /// <summary>
    /// Refuses outputs that some rows get no answer for where that makes their scores no sum: ONNX Runtime adds a base value to
    /// such a row if it scores that row by itself, and leaves it out of a batch; of two classes it takes the other one for the negative.
    /// </summary>
    private void RefuseSilentLeaves()
    {
        bool areTwo = IsClassifier && Classes.Length == 2 && !IsBinary;
        bool hasBase = !IsClassifier && Outputs > 1 && _baseValues.Count == Outputs;
        if (!areTwo && !hasBase)
            return;
        Dictionary<long, int> leaves = Enumerable.Range(0, Trees.Count).Where(IsLeaf).GroupBy(node => Trees[node]).ToDictionary(tree => tree.Key, tree => tree.Count());
        HashSet<long> always = [.. Enumerable.Range(0, LeafWeights.Count)
            .GroupBy(answer => (Tree: LeafTrees[answer], Target: LeafTargets[answer]))
            .Where(answers => answers.Count() == leaves.GetValueOrDefault(answers.Key.Tree))
            .Select(answers => answers.Key.Target)];
        if (Enumerable.Range(0, Outputs).FirstOrDefault(output => !always.Contains(output) && (areTwo || (output < _baseValues.Count && _baseValues[output] != 0)), -1) is >= 0 and int some)
            throw new InvalidModelException($"{Node} of the model has {(areTwo ? "two classes" : $"a base value for output {some}")}, and no tree of which every leaf answers for {(areTwo ? $"class {some}" : "it")}; what ONNX Runtime answers is not the sum of the trees then. Export the model with an answer at every leaf.");
    }
}
