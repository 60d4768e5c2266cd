using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Onnx.Reading;

/// <summary>What a caller of a model must know of it.</summary>
/// <param name="Inputs">The inputs that a caller fills, in their order.</param>
/// <param name="Outputs">The outputs, in their order.</param>
/// <param name="Columns">The names of a single input's columns; none where the model does not tell.</param>
internal sealed record OnnxSignature(EquatableArray<OnnxValue> Inputs, EquatableArray<OnnxValue> Outputs, EquatableArray<string> Columns)
{
    /// <summary>Whether the file holds the schema of its record, as those do that the runtime writes.</summary>
    public bool HasSchema { get; init; }
}
