namespace TypedExplain.Onnx.Inputs;

/// <summary>Names of features as inputs are named after them.</summary>
internal static class InputNames
{
    /// <summary>The name of the property that a feature is a part of: "Address" of "Address.Income", "Prices" of "Prices[3]".</summary>
    public static string Root(string name)
    {
        int end = name.AsSpan().IndexOfAny('.', '[');
        return end < 0 ? name : name[..end];
    }
}
