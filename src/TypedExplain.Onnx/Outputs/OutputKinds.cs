using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Trees;
using TypedExplain.Onnx.Trees.Tracing;

namespace TypedExplain.Onnx.Outputs;

/// <summary>Finds out what an output is from the nodes that make it.</summary>
/// <param name="graph">The graph.</param>
internal sealed class OutputKinds(OnnxGraph graph)
{
    // Between a probability and the output stand a few nodes that rename or order it.
    private const int DeepestGraph = 50;

    private readonly Dictionary<string, OutputKind?> _known = [];

    /// <summary>What an output is: a probability where the graph ends in what makes one, else a score.</summary>
    /// <param name="graph">The graph; null where it was not read.</param>
    /// <param name="output">The output.</param>
    public static OutputKind Of(OnnxGraph? graph, string output) =>
        graph is null ? OutputKind.Score : new OutputKinds(graph).Probability(output, 0) ?? OutputKind.Score;

    /// <summary>The kind of a value that is a probability; null for any other.</summary>
    private OutputKind? Probability(string value, int depth)
    {
        if (depth > DeepestGraph || graph.Maker(value) is not { } node)
            return null;

        // Each value once: those that join values could otherwise be followed along every way through them.
        if (_known.TryGetValue(value, out OutputKind? known))
            return known;
        _known[value] = null;
        return _known[value] = Of(node, value, depth);
    }

    private OutputKind? Of(OnnxNode node, string value, int depth)
    {
        return node.Operator switch
        {
            "Sigmoid" or "Softmax" => OutputKind.Probability,
            "TreeEnsembleClassifier" or "LinearClassifier" or "SVMClassifier" => OfClassifier(node, value),
            "TreeEnsembleRegressor" when node.Integer("n_targets") is null or 1 => null,
            "TreeEnsembleRegressor" or "LinearRegressor" => node.Text("post_transform") == "LOGISTIC" ? OutputKind.Probability : null,
            "Identity" or "Cast" or "Reshape" or "Flatten" or "Squeeze" or "Unsqueeze" or "ZipMap" or "Slice" or "Gather" or "ArrayFeatureExtractor" or "Transpose" or "Clip" or "Dropout" =>
                Probability(node.Inputs.FirstOrDefault(""), depth + 1),
            "Normalizer" => node.Text("norm") == "L1" ? Probability(node.Inputs.FirstOrDefault(""), depth + 1) : null,
            "Concat" => All(node, depth),
            "Sub" => node.Inputs is [var one, var other] && IsOne(one) ? Probability(other, depth + 1) : null,
            "Max" or "Min" when node.Inputs.Count == 1 => Probability(node.Inputs[0], depth + 1),
            "Div" => new AnswerTrace(graph).IsSoftmax(node) ? OutputKind.Probability : node.Inputs is [var part, var sum] && IsSum(sum, part, depth) ? Probability(part, depth + 1) : null,
            _ => null,
        };
    }

    /// <summary>
    /// Whether a value is the sum of probabilities of which a part is one, as one-versus-all classifiers divide by it; ML.NET adds
    /// 1 to a sum of 0.
    /// </summary>
    private bool IsSum(string value, string part, int depth) => graph.Maker(value) switch
    {
        { Operator: "ReduceSum" } over => over.Inputs.FirstOrDefault("") == part,
        { Operator: "Sum" or "Add" } sum when sum.Inputs.Contains(part) => All(sum, depth) is not null,
        { Operator: "Sum", Inputs: [var own, _] } => depth < DeepestGraph && IsSum(own, part, depth + 1),
        _ => false,
    };

    private OutputKind? All(OnnxNode node, int depth)
    {
        OutputKind? first = null;
        foreach (string input in node.Inputs)
        {
            if (Probability(input, depth + 1) is not { } own)
                return null;
            first ??= own;
        }

        return first;
    }

    private static OutputKind? OfClassifier(OnnxNode node, string value)
    {
        if (node.Outputs.IndexOf(value) != 1)
            return null;
        return node.Text("post_transform") switch
        {
            "LOGISTIC" or "SOFTMAX" or "SOFTMAX_ZERO" => OutputKind.Probability,
            "PROBIT" => null,
            _ when node.Operator == "TreeEnsembleClassifier" => TreeShares.Of(node) is { } trees ? OutputKind.Votes(trees) : null,
            _ => node.Numbers("prob_a").Count > 0 ? OutputKind.Probability : null,
        };
    }

    private bool IsOne(string value) => graph.Constant(value) is { } constant && OnnxTensor.ElementType(constant) is OnnxTensor.SingleType or OnnxTensor.DoubleType && OnnxTensor.Read(constant) is [1];
}
