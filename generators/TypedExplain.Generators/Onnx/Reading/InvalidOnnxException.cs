namespace TypedExplain.Generators.Onnx.Reading;

/// <summary>The bytes are no ONNX model.</summary>
/// <param name="words">Why, as the end of a sentence about the file: "is empty".</param>
internal sealed class InvalidOnnxException(string words) : Exception(words);
