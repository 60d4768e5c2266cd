using System.Collections.Immutable;
using TypedExplain.Onnx.Files;

namespace TypedExplain.Onnx.Trees.Tracing;

/// <summary>Follows a value of a graph back to trees, through all that keeps it a sum of their answers.</summary>
internal sealed class AnswerTrace(OnnxGraph graph)
{
    private const int DeepestGraph = 500;

    private readonly Dictionary<string, TracedAnswer> _known = [];
    private readonly Dictionary<OnnxNode, TreeNodes> _trees = [];
    private long _parts;

    /// <summary>What a value is.</summary>
    /// <exception cref="InvalidModelException">It is not a sum of trees; the message names the node that stands between.</exception>
    public TracedAnswer Follow(string value) => Follow(value, 0);

    private TracedAnswer Follow(string value, int depth)
    {
        if (_known.TryGetValue(value, out TracedAnswer? known))
            return known;
        if (depth > DeepestGraph)
            throw new InvalidModelException($"Between '{value}' and the trees of the model there are more than {DeepestGraph} nodes, or they go round in a circle.");
        OnnxNode node = graph.Maker(value) ?? throw new InvalidModelException($"'{value}' of the model is not made by trees.");
        TracedAnswer answer = node.Operator switch
        {
            "TreeEnsembleRegressor" or "TreeEnsembleClassifier" => OfTrees(node, value),
            "Identity" or "ZipMap" or "Flatten" or "Cast" or "Reshape" or "Squeeze" or "Unsqueeze" or "Max" or "Min" => Unchanged(node, depth),
            "Add" or "Sub" or "Sum" => Added(node, depth),
            "Div" when IsSoftmax(node) => Follow(node.Inputs[0], depth + 1) with { Transform = AnswerTransform.Softmax },
            "Mul" or "Div" => Scaled(node, depth),
            "Neg" => Linear(node, node.Inputs.FirstOrDefault(""), depth) is { } own ? own with { Columns = [.. own.Columns.Select(column => column.Times(-1))], IsBinary = false } : throw Refused(node),
            "Concat" => Joined(node, depth),
            "Sigmoid" => Transformed(node, AnswerTransform.Logistic, depth),
            "Softmax" => Transformed(node, AnswerTransform.Softmax, depth),
            "Exp" => Transformed(node, AnswerTransform.Exponential, depth),
            _ => throw Refused(node),
        };
        Count(answer.Columns.Sum(column => 1L + column.Terms.Length));
        return _known[value] = answer;
    }

    private void Count(long parts)
    {
        if ((_parts += parts) > OnnxLimits.Parts(graph.Length))
            throw new InvalidModelException($"What stands behind the trees of the model makes more than {OnnxLimits.Parts(graph.Length)} terms in all, too many for a file of {graph.Length} bytes. Name a value below it in {nameof(OnnxOptions<>.Output)}, or use KernelShap.");
    }

    private TracedAnswer OfTrees(OnnxNode node, string value)
    {
        if (!_trees.TryGetValue(node, out TreeNodes? trees))
            _trees[node] = trees = new(node);
        if (trees.IsClassifier && node.Outputs.IndexOf(value) == 0)
            throw new InvalidModelException($"'{value}' of the model is the label that {node} chooses; name the scores in Output.");
        ImmutableArray<TreeSum> columns = [.. Enumerable.Range(0, trees.Outputs).Select(target => new TreeSum([new(trees, target, 1)], 0))];
        if (trees.IsBinary)
            columns = [trees.IsShare ? new([new(trees, 0, -1)], 1) : columns[0].Times(-1), columns[0]];
        return new(columns, trees.Transform) { Classes = trees.Classes, IsBinary = trees.IsBinary };
    }

    /// <summary>What only moves numbers, or keeps their values.</summary>
    private TracedAnswer Unchanged(OnnxNode node, int depth)
    {
        TracedAnswer own = Follow(node.Inputs.FirstOrDefault(""), depth + 1);
        bool isUnchanged = node.Operator switch
        {
            "Cast" => node.Integer("to") is OnnxTensor.SingleType or OnnxTensor.DoubleType,
            "Max" or "Min" => node.Inputs.Count == 1,
            "Squeeze" or "Unsqueeze" => own.Columns.Length == 1,
            "Flatten" => node.Integer("axis") is null or 1,
            "Reshape" => graph.Constant(node.Inputs[^1]) is { } shape && Keeps(OnnxTensor.ReadIntegers(shape), own.Columns.Length),
            _ => true,
        };
        return isUnchanged ? own : throw Refused(node);
    }

    private static bool Keeps(long[] shape, int columns) => shape is [-1 or 0, var width] ? width == columns : shape is [-1] && columns == 1;

    private TracedAnswer Added(OnnxNode node, int depth)
    {
        TracedAnswer? sum = null;
        foreach ((string input, int i) in node.Inputs.Select((input, i) => (input, i)))
        {
            double sign = node.Operator == "Sub" && i > 0 ? -1 : 1;
            TracedAnswer own = graph.Constant(input) is { } constant
                ? new([.. Numbers(node, constant).Select(number => new TreeSum([], number))], AnswerTransform.None)
                : Linear(node, input, depth);
            own = own with { Columns = [.. own.Columns.Select(column => column.Times(sign))] };
            sum = sum is null ? own : Together(node, sum, own);
            Count(sum.Columns.Sum(column => 1L + column.Terms.Length));
        }

        return sum is null || sum.Columns.All(column => column.Terms.IsEmpty) ? throw Refused(node) : sum;
    }

    private TracedAnswer Scaled(OnnxNode node, int depth)
    {
        bool isSecond = node.Inputs.Count == 2 && graph.Constant(node.Inputs[1]) is not null;
        if (node.Inputs.Count != 2 || (node.Operator == "Div" && !isSecond) || graph.Constant(node.Inputs[isSecond ? 1 : 0]) is not { } constant)
            throw Refused(node);
        double[] factors = Numbers(node, constant);
        TracedAnswer own = Linear(node, node.Inputs[isSecond ? 0 : 1], depth);
        if (factors.Length != 1 && factors.Length != own.Columns.Length && own.Columns.Length != 1)
            throw Refused(node);
        int width = Math.Max(factors.Length, own.Columns.Length);
        ImmutableArray<TreeSum> columns = [.. Enumerable.Range(0, width).Select(i => Of(own.Columns, i).Times(node.Operator == "Div" ? 1 / Of(factors, i) : Of(factors, i)))];
        return columns.All(column => column.Terms.All(term => double.IsFinite(term.Factor))) ? own with { Columns = columns, IsBinary = own.IsBinary && width == own.Columns.Length } : throw Refused(node);
    }

    private TracedAnswer Joined(OnnxNode node, int depth)
    {
        if (node.Integer("axis") is not (1 or -1))
            throw Refused(node);
        TracedAnswer[] parts = [.. node.Inputs.Select(input => Linear(node, input, depth))];
        return parts.Length == 1 ? parts[0] : new([.. parts.SelectMany(part => part.Columns)], AnswerTransform.None);
    }

    private TracedAnswer Transformed(OnnxNode node, AnswerTransform transform, int depth)
    {
        TracedAnswer own = Linear(node, node.Inputs.FirstOrDefault(""), depth);
        return transform == AnswerTransform.Softmax && (own.IsBinary || node.Integer("axis") is not (null or 1 or -1)) ? throw Refused(node) : own with { Transform = transform };
    }

    /// <summary>Whether exponentials are divided by their sum over a row, as ML.NET writes a softmax.</summary>
    public bool IsSoftmax(OnnxNode node) =>
        node.Inputs is [var numerator, var denominator]
            && graph.Maker(numerator) is { Operator: "Exp" }
            && graph.Maker(denominator) is { Operator: "ReduceSum" } sum
            && sum.Inputs.FirstOrDefault("") == numerator
            && sum.Integer("keepdims") is null or 1
            && (sum.Inputs.Count == 2 && graph.Constant(sum.Inputs[1]) is { } axes ? OnnxTensor.ReadIntegers(axes) : [.. sum.Integers("axes")]) is [1 or -1];

    /// <summary>An input of a node that must still be a sum.</summary>
    private TracedAnswer Linear(OnnxNode node, string input, int depth) =>
        Follow(input, depth + 1) is { Transform: AnswerTransform.None } own ? own : throw Refused(node);

    private static TracedAnswer Together(OnnxNode node, TracedAnswer first, TracedAnswer second)
    {
        int width = Math.Max(first.Columns.Length, second.Columns.Length);
        if (new[] { first, second }.Any(own => own.Columns.Length != 1 && own.Columns.Length != width))
            throw Refused(node);
        ImmutableArray<TreeSum> columns = [.. Enumerable.Range(0, width).Select(i => Of(first.Columns, i).Plus(Of(second.Columns, i)))];
        return new(columns, AnswerTransform.None) { Classes = first.Classes.IsEmpty ? second.Classes : first.Classes, IsBinary = first.IsBinary || second.IsBinary };
    }

    private static TItem Of<TItem>(IReadOnlyList<TItem> items, int i) => items[items.Count == 1 ? 0 : i];

    private static double[] Numbers(OnnxNode node, byte[] constant) =>
        OnnxTensor.Read(constant) is { Length: > 0 } numbers && Array.TrueForAll(numbers, double.IsFinite) ? numbers : throw Refused(node);

    private static InvalidModelException Refused(OnnxNode node) =>
        new($"Behind the trees of the model stands {node}, which does not leave their answers a sum; TreeSHAP cannot see through it. Name a value below it in {nameof(OnnxOptions<>.Output)}, or use KernelShap.");
}
