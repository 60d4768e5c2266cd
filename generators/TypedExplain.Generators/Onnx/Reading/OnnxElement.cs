namespace TypedExplain.Generators.Onnx.Reading;

/// <summary>The type of a tensor's elements; names and numbers are those of ONNX's <c>TensorProto.DataType</c>.</summary>
internal enum OnnxElement
{
    Undefined,
    Float,
    UInt8,
    Int8,
    UInt16,
    Int16,
    Int32,
    Int64,
    String,
    Bool,
    Float16,
    Double,
    UInt32,
    UInt64,
    Complex64,
    Complex128,
    BFloat16,
}

/// <summary>What types of elements have in common.</summary>
internal static class OnnxElements
{
    /// <summary>The type as ONNX writes it.</summary>
    public static string Words(this OnnxElement element) => element.ToString().ToLowerInvariant();

    /// <summary>Whether it holds numbers with a fraction.</summary>
    public static bool IsReal(this OnnxElement element) =>
        element is OnnxElement.Float or OnnxElement.Float16 or OnnxElement.BFloat16 or OnnxElement.Double;

    /// <summary>Whether it holds whole numbers only.</summary>
    public static bool IsWhole(this OnnxElement element) =>
        element is (>= OnnxElement.UInt8 and <= OnnxElement.Int64) or OnnxElement.UInt32 or OnnxElement.UInt64;
}
