using System.Collections.Immutable;
using TypedExplain.Onnx.Files;

namespace TypedExplain.Onnx.Trees.Tracing;

/// <summary>Follows the matrix that trees ask about back to the inputs of a model.</summary>
/// <param name="graph">The model.</param>
/// <param name="openWidth">How many numbers a row of an input has where the file does not tell.</param>
internal sealed class ColumnTrace(OnnxGraph graph, int openWidth)
{
    private const int DeepestGraph = 500;
    private const int MostColumns = 1 << 16;

    private readonly Dictionary<string, ImmutableArray<ColumnSource>> _known = [];
    private long _parts;

    /// <summary>The columns of a value.</summary>
    /// <exception cref="InvalidModelException">They are not elements of inputs; the message names the node that stands between.</exception>
    public ImmutableArray<ColumnSource> Follow(string value) => Follow(value, 0);

    private ImmutableArray<ColumnSource> Follow(string value, int depth)
    {
        if (_known.TryGetValue(value, out ImmutableArray<ColumnSource> known))
            return known;
        if (depth > DeepestGraph)
            throw new InvalidModelException($"Before the trees of the model there are more than {DeepestGraph} nodes, or they go round in a circle.");
        ImmutableArray<ColumnSource> columns = graph.Maker(value) is { } node ? Through(node, depth) : OfInput(value);
        if ((_parts += columns.Length) > OnnxLimits.Parts(graph.Length))
            throw new InvalidModelException($"What stands before the trees of the model makes more than {OnnxLimits.Parts(graph.Length)} columns in all, too many for a file of {graph.Length} bytes.");
        return columns.Length <= MostColumns ? _known[value] = columns : throw new InvalidModelException($"'{value}' of the model has {columns.Length} columns; at most {MostColumns} are read.");
    }

    private ImmutableArray<ColumnSource> OfInput(string value)
    {
        OnnxValue input = graph.Inputs.Find(own => own.Name == value) ?? throw new InvalidModelException($"The trees of the model ask about '{value}', which is not an input of it.");
        int width = input.Shape switch
        {
            null => openWidth,
            [_] => 1,
            [_, < 0] => openWidth,
            [_, var stated] => Math.Min(stated, MostColumns + 1),
            _ => throw new InvalidModelException($"Input '{value}' of the model has {input.Shape.Length} dimensions; trees are read that ask about rows of numbers."),
        };
        return [.. Enumerable.Range(0, width).Select(i => new ColumnSource(input, i, [(int)input.Type]))];
    }

    private ImmutableArray<ColumnSource> Through(OnnxNode node, int depth)
    {
        ImmutableArray<ColumnSource> first = Follow(node.Inputs.FirstOrDefault(""), depth + 1);
        return node.Operator switch
        {
            "Identity" => first,
            "Flatten" when node.Integer("axis") is null or 1 => first,
            "Reshape" when node.Inputs.Count == 2 && graph.Constant(node.Inputs[1]) is { } shape && OnnxTensor.ReadIntegers(shape) is [-1 or 0, var width] && (width == first.Length || width == -1) => first,
            "Cast" => [.. first.Select(column => Cast(node, column))],
            "FeatureVectorizer" => Joined(node, depth),
            "Concat" when node.Integer("axis") is 1 or -1 => Joined(node, depth),
            "Gather" when node.Integer("axis") is 1 or -1 => Chosen(node, first),
            "ArrayFeatureExtractor" => Chosen(node, first),
            "OneHotEncoder" when first.Length == 1 && first[0].Input.Type == OnnxTensor.TextType && node.Texts("cats_strings") is { Count: > 0 } categories =>
                [.. categories.Select(category => first[0] with { Types = [OnnxTensor.SingleType], Category = category })],
            _ => throw Refused(node),
        };
    }

    private ImmutableArray<ColumnSource> Joined(OnnxNode node, int depth)
    {
        ImmutableArray<ColumnSource>[] parts = [.. node.Inputs.Select(input => Follow(input, depth + 1))];
        IReadOnlyList<long> stated = node.Integers("inputdimensions");
        bool fits = stated.Count == 0 || parts.Select(part => (long)part.Length).SequenceEqual(stated);
        return fits && parts.Sum(part => (long)part.Length) <= MostColumns ? [.. parts.SelectMany(part => part)] : throw Refused(node);
    }

    private ImmutableArray<ColumnSource> Chosen(OnnxNode node, ImmutableArray<ColumnSource> columns)
    {
        long[] indices = node.Inputs.Count == 2 && graph.Constant(node.Inputs[1]) is { } constant ? OnnxTensor.ReadIntegers(constant) : throw Refused(node);
        return Array.TrueForAll(indices, index => index >= 0 && index < columns.Length) ? [.. indices.Select(index => columns[(int)index])] : throw Refused(node);
    }

    private static ColumnSource Cast(OnnxNode node, ColumnSource column)
    {
        int type = node.Integer("to") is >= 0 and <= OnnxTensor.LastType and var to ? (int)to : OnnxTensor.UnknownType;
        if (type == column.Types[^1])
            return column;
        if (column.Types.Length > OnnxLimits.MostCasts)
            throw new InvalidModelException($"Before the trees of the model a number is cast more than {OnnxLimits.MostCasts} times, the last time by {node}.");
        bool isKnown = type is OnnxTensor.SingleType or OnnxTensor.DoubleType or OnnxTensor.LongType or OnnxTensor.IntType or OnnxTensor.BoolType;
        return isKnown && column.Types[^1] != OnnxTensor.TextType ? column with { Types = [.. column.Types, type] } : throw Refused(node);
    }

    private static InvalidModelException Refused(OnnxNode node) =>
        new($"The trees of the model do not ask about the record's columns but about what {node} makes of them; TreeSHAP cannot see through it. Use KernelShap.");
}
