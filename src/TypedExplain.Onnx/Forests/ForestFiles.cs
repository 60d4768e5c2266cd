using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Models.Forests;
using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Outputs;
using TypedExplain.Onnx.Runtime;
using TypedExplain.Onnx.Trees;
using TypedExplain.Onnx.Trees.Tracing;

namespace TypedExplain.Onnx.Forests;

/// <summary>Reads forests out of files, without the runtime.</summary>
internal static class ForestFiles
{
    /// <summary>Reads the trees of a model.</summary>
    /// <param name="model">The bytes of the file.</param>
    /// <param name="background">The rows that tell how many come to each node.</param>
    /// <param name="options">How inputs are bound, and which output is explained.</param>
    /// <exception cref="InvalidModelException">It is not such a model, it does not fit the record, or it is damaged.</exception>
    public static ReadForest<T> Read<T>(byte[] model, Dataset<T> background, OnnxOptions<T> options)
        where T : IFeatureRecord<T>
    {
        OnnxGraph graph = OnnxGraph.Read(model);
        string value = ForestOutput.Choose(graph, options.Output);
        TracedAnswer answer = new AnswerTrace(graph).Follow(value);
        ImmutableArray<TreeSum> sums = answer.IsBinary ? [answer.Columns[1]] : answer.Columns;
        ImmutableArray<string> names = Names(answer, sums.Length, options, StoredWith.Read<T>(graph.Metadata));
        ForestBinding<T> binding = ForestBinding<T>.Of(graph, value, options);
        DecisionTree[] trees = new TreeReader(sums, binding.Columns, T.Schema.Columns, model.Length).Read(background.Encoded.Values, background.Count);
        OutputKind kind = answer.Transform switch
        {
            AnswerTransform.None => OutputKinds.Of(graph, value),
            AnswerTransform.Logistic => OutputKind.LogOdds,
            _ => OutputKind.Score,
        };
        Forest<T> forest = new(new TreeEnsemble([.. trees], T.Schema.Columns, sums.Length), names, kind);
        return new(forest, answer.Transform, graph, value);
    }

    private static ImmutableArray<string> Names<T>(TracedAnswer answer, int width, OnnxOptions<T> options, ImmutableArray<string> stored)
        where T : IFeatureRecord<T>
    {
        ImmutableArray<string> given = options.Classes.IsDefaultOrEmpty ? stored.Length == width ? stored : answer.Classes : options.Classes;
        if (answer.IsBinary && given.Length == 2)
            given = [given[1]];
        if (!options.Classes.IsDefaultOrEmpty && given.Length != width)
            throw new InvalidModelException($"Classes names {options.Classes.Length} outputs ({string.Join(", ", options.Classes)}), and the trees of the model make {width} numbers per row.");
        if (given.Length != width)
            given = width == 1 ? ["prediction"] : [.. Enumerable.Range(0, width).Select(i => i.ToString(CultureInfo.InvariantCulture))];
        string form = answer.Transform switch
        {
            AnswerTransform.Logistic => "log-odds of ",
            AnswerTransform.Exponential => "log of ",
            AnswerTransform.Softmax => "sum below softmax of ",
            _ => "",
        };
        return [.. given.Select(name => form + name)];
    }
}
