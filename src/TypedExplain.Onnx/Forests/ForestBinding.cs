using System.Collections.Immutable;
using Microsoft.ML.OnnxRuntime.Tensors;
using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Inputs;
using TypedExplain.Onnx.Runtime;
using TypedExplain.Onnx.Trees;
using TypedExplain.Onnx.Trees.Tracing;

namespace TypedExplain.Onnx.Forests;

/// <summary>Finds the columns of encoded rows that the trees of a model ask about.</summary>
internal sealed class ForestBinding<T>
    where T : IFeatureRecord<T>
{
    private readonly ColumnTrace _trace;
    private readonly Dictionary<string, BoundInput<T>> _inputs;

    private ForestBinding(ColumnTrace trace, IEnumerable<BoundInput<T>> inputs)
    {
        _trace = trace;
        _inputs = inputs.ToDictionary(input => input.Form.Name);
    }

    /// <summary>Binds the inputs that a value of a model depends on.</summary>
    /// <exception cref="InvalidModelException">Features and inputs do not fit together; the message says which.</exception>
    /// <exception cref="InvalidSchemaException">The model was stored for another schema.</exception>
    public static ForestBinding<T> Of(OnnxGraph graph, string output, OnnxOptions<T> options)
    {
        StoredWith.Read<T>(graph.Metadata);
        TensorForm[] inputs = [.. graph.Inputs.Select(input => new TensorForm(input.Name, (TensorElementType)input.Type, input.Shape ?? [-1, -1]))];
        BoundInput<T>[] bound = InputBinding<T>.Of(inputs, GraphNeeds.Inputs(graph, output), ColumnOrder.Stored(graph.Metadata), options);

        // Shapes and types are those that the runtime takes.
        foreach (BoundInput<T> input in bound.Where(input => input.IsNeeded))
            _ = InputSources.Of(input.Form, input.Features, input.MarksMissing);
        return new(new(graph, T.Schema.Columns), bound);
    }

    /// <summary>The columns that a node of trees asks about.</summary>
    public ImmutableArray<TreeColumn> Columns(TreeNodes trees) => [.. _trace.Follow(trees.Node.Inputs.FirstOrDefault("")).Select(source => Column(trees, source))];

    private TreeColumn Column(TreeNodes trees, ColumnSource source)
    {
        BoundInput<T> input = _inputs[source.Input.Name];
        ImmutableArray<int> types = source.Types[^1] switch
        {
            OnnxTensor.SingleType or OnnxTensor.DoubleType => source.Types,

            // Whole numbers are compared with thresholds in single precision.
            OnnxTensor.LongType or OnnxTensor.IntType => [.. source.Types, OnnxTensor.SingleType],
            var type => throw new InvalidModelException($"{trees.Node} of the model asks about elements of ONNX's type {type}, which ONNX Runtime does not compare."),
        };
        if (source.Category is { } category)
            return OfCategory(trees, input, source.Index, category, types);

        int index = source.Index;
        foreach (Feature<T> feature in input.Features)
        {
            if (index < feature.ColumnCount)
                return Column(trees, feature, feature.Column + index, types, input.MarksMissing);
            index -= feature.ColumnCount;
        }

        // Beyond what the record fills, where the file leaves the width open.
        return new(-1, 0, types, []);
    }

    private static TreeColumn Column(TreeNodes trees, Feature<T> feature, int column, ImmutableArray<int> types, bool marksMissing)
    {
        bool mayMiss = marksMissing && T.Schema.IsNullable(feature);
        if (mayMiss && types.IndexOf(OnnxTensor.BoolType) is var truth && (truth < 0 ? types : types[..truth]).Any(type => type is OnnxTensor.LongType or OnnxTensor.IntType))
            throw new InvalidModelException($"{trees.Node} of the model casts {T.Schema.Name}.{feature} to whole numbers, and none stands for a missing value. Use KernelShap, or a property that is always there.");
        double least = feature.IsNumeric ? feature.Limits.Minimum : feature.Encoding == CategoryEncoding.Given ? double.NegativeInfinity : 0;
        return new(column, least, types, mayMiss ? [.. T.Schema.MissingColumns(feature)] : []);
    }

    private static TreeColumn OfCategory(TreeNodes trees, BoundInput<T> input, int index, string category, ImmutableArray<int> types)
    {
        Feature<T> feature = input.Features[index];
        if (feature.Kind != FeatureKind.Category || feature.Encoding != CategoryEncoding.OneHot)
            throw new InvalidModelException($"{trees.Node} of the model asks whether {T.Schema.Name}.{feature} is '{category}', and an encoded row does not hold that as a number. Encode the property one-hot, or use KernelShap.");
        int place = feature.Categories.IndexOf(category);
        return new(place < 0 ? -1 : feature.Column + place, 0, types, []);
    }
}
