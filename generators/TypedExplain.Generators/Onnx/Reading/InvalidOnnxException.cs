namespace TypedExplain.Generators.Onnx.Reading;

/// <summary>The bytes are no ONNX model, or one that is too large to be compared with a record.</summary>
/// <param name="words">Why, as the end of a sentence about the file: "is empty".</param>
internal sealed class InvalidOnnxException(string words) : Exception(words)
{
    /// <summary>Whether it may be a model, with more in it than is read.</summary>
    public bool IsTooLarge { get; init; }
}
