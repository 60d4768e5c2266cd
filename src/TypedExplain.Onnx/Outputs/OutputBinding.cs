using System.Collections.Immutable;
using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;
using TypedExplain.Errors;
using TypedExplain.Onnx.Files;
using TypedExplain.Onnx.Runtime;

namespace TypedExplain.Onnx.Outputs;

/// <summary>Chooses the output that is explained, and learns from an answer how it is to be read.</summary>
internal static class OutputBinding
{
    private const int HighestRank = 2;

    /// <summary>The output that the options name, or else the one that can only be meant.</summary>
    /// <exception cref="InvalidModelException">There is none, or several.</exception>
    public static string Choose(InferenceSession session, string? named, OnnxGraph? graph)
    {
        if (named is not null)
            return session.OutputMetadata.ContainsKey(named) ? named : throw new InvalidModelException($"The model has no output {named}; it has {All(session)}.");
        string[] scores = [.. session.OutputNames.Where(name => HoldsScores(session.OutputMetadata[name]))];
        if (scores.Length > 1 && graph is not null)
            scores = [.. scores.Where(GraphNeeds.Made(graph).Contains)];
        if (scores.Length > 1 && scores.Where(name => name.Contains("prob", StringComparison.OrdinalIgnoreCase)).ToArray() is [string only])
            return only;
        return scores.Length switch
        {
            1 => scores[0],
            0 => throw new InvalidModelException($"No output of the model holds scores, float or double numbers or maps of them; it has {All(session)}. Name one of whole numbers in Output if it is meant."),
            _ => throw new InvalidModelException($"Several outputs of the model hold scores: {All(session)}. Name the one to explain in Output."),
        };
    }

    /// <summary>How to read an output.</summary>
    /// <param name="name">The output.</param>
    /// <param name="answer">An answer of the model.</param>
    /// <param name="rows">For how many rows.</param>
    /// <param name="given">The names of the classes that the options give, or none.</param>
    /// <param name="told">Those that the model's file tells, or none.</param>
    public static OutputReader Read(string name, OrtValue answer, int rows, ImmutableArray<string> given, ImmutableArray<string> told)
    {
        if (answer.OnnxType == OnnxValueType.ONNX_TYPE_SEQUENCE)
        {
            CheckMaps(name, answer);
            ImmutableArray<string> keys = MapReader.KeysOf(answer);
            return new MapReader(name, keys, Named(name, keys.Length, given, keys));
        }

        if (answer.OnnxType != OnnxValueType.ONNX_TYPE_TENSOR)
            throw new InvalidModelException($"Output {name} of the model is a {answer.OnnxType}; tensors and sequences of maps are understood.");
        OrtTensorTypeAndShapeInfo info = answer.GetTensorTypeAndShape();
        long[] shape = info.Shape;
        string text = TensorForm.Text(shape);
        if (shape.Length is 0 or > HighestRank)
            throw new InvalidModelException($"Output {name} of the model has the shape {text} for {rows} rows; [n], [n, 1] or [n, k] is expected.");
        if (shape[0] != rows)
            throw new InvalidModelException($"Output {name} of the model has the shape {text} for {rows} rows; its first dimension must be the rows'.");
        long stated = shape.Length == 1 ? 1 : shape[1];
        if (stated > OnnxLimits.MostScores)
            throw new InvalidModelException($"Output {name} of the model has the shape {text} for {rows} rows; at most {OnnxLimits.MostScores} scores per row are read.");
        int width = (int)stated;
        if (width == 0)
            throw new InvalidModelException($"Output {name} of the model has the shape {text} for {rows} rows; it holds no score.");
        ImmutableArray<string> classes = Named(name, width, given, told);
        return info.ElementDataType switch
        {
            TensorElementType.Float => new TensorReader<float>(name, classes, shape.Length),
            TensorElementType.Double => new TensorReader<double>(name, classes, shape.Length),
            TensorElementType.Int64 => new TensorReader<long>(name, classes, shape.Length),
            TensorElementType.Int32 => new TensorReader<int>(name, classes, shape.Length),
            _ => throw new InvalidModelException($"Output {name} of the model holds elements of type {TensorForm.Text(info.ElementDataType)}; float, double, int64 or int32 is expected."),
        };
    }

    private static void CheckMaps(string name, OrtValue answer)
    {
        using OrtValue first = answer.GetValue(0, OrtAllocator.DefaultInstance);
        if (first.OnnxType != OnnxValueType.ONNX_TYPE_MAP)
            throw new InvalidModelException($"Output {name} of the model is a sequence of {first.OnnxType}; maps from class to float are expected.");
        using OrtValue keys = first.GetValue(0, OrtAllocator.DefaultInstance), values = first.GetValue(1, OrtAllocator.DefaultInstance);
        TensorElementType key = keys.GetTensorTypeAndShape().ElementDataType, value = values.GetTensorTypeAndShape().ElementDataType;
        if (key is not (TensorElementType.String or TensorElementType.Int64) || value != TensorElementType.Float)
            throw new InvalidModelException($"Output {name} of the model holds maps from {TensorForm.Text(key)} to {TensorForm.Text(value)}; maps from string or int64 to float are expected.");
    }

    private static ImmutableArray<string> Named(string name, int width, ImmutableArray<string> given, ImmutableArray<string> told)
    {
        if (!given.IsDefaultOrEmpty)
        {
            return given.Length == width && given.Distinct().Count() == width
                ? given
                : throw new InvalidModelException($"Classes names {given.Distinct().Count()} different outputs ({NameList.Names(given)}), and output {name} of the model holds {width} numbers per row.");
        }

        if (told.Length == width)
            return told;
        return width == 1 ? [name] : [.. Enumerable.Range(0, width).Select(i => string.Create(CultureInfo.InvariantCulture, $"{name}[{i}]"))];
    }

    private static bool HoldsScores(NodeMetadata output) => output.OnnxValueType switch
    {
        OnnxValueType.ONNX_TYPE_TENSOR => output.ElementDataType is TensorElementType.Float or TensorElementType.Double,
        OnnxValueType.ONNX_TYPE_SEQUENCE => true,
        _ => false,
    };

    private static string All(InferenceSession session) => NameList.Names(session.OutputNames, name =>
        TensorForm.Of(name, session.OutputMetadata[name])?.ToString() ?? $"{name} ({session.OutputMetadata[name].OnnxValueType})");
}
