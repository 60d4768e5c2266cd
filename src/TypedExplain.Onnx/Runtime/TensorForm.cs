using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Microsoft.ML.OnnxRuntime.Tensors;

namespace TypedExplain.Onnx.Runtime;

/// <summary>What a model says of a tensor.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">The type of its elements.</param>
/// <param name="Shape">Its dimensions; −1 where one is open.</param>
internal sealed record TensorForm(string Name, TensorElementType Type, int[] Shape)
{
    /// <summary>How many dimensions it has.</summary>
    public int Rank => Shape.Length;

    /// <summary>Numbers per row, where it says so; −1 where not. A tensor of one dimension has one.</summary>
    public int Width => Rank == 1 ? 1 : Shape[1];

    /// <summary>Whether it takes one row at a time.</summary>
    public bool IsOneRow => Rank > 0 && Shape[0] == 1;

    /// <summary>Reads the form of a tensor; null where it is none.</summary>
    public static TensorForm? Of(string name, NodeMetadata metadata) =>
        metadata.OnnxValueType == OnnxValueType.ONNX_TYPE_TENSOR ? new(name, metadata.ElementDataType, metadata.Dimensions) : null;

    /// <summary>A shape as a person reads it.</summary>
    public static string Text(IEnumerable<int> shape) => Text(shape.Select(dimension => (long)dimension));

    /// <inheritdoc cref="Text(IEnumerable{int})"/>
    public static string Text(IEnumerable<long> shape) =>
        $"[{string.Join(", ", shape.Select(dimension => dimension < 0 ? "n" : dimension.ToString(CultureInfo.InvariantCulture)))}]";

    /// <summary>The name of an element type as ONNX has it.</summary>
    public static string Text(TensorElementType type) => type.ToString().ToLowerInvariant();

    /// <summary>Name, type and shape.</summary>
    public override string ToString() => $"{Name} ({Text(Type)} {Text(Shape)})";
}
