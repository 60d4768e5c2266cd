namespace TypedExplain.Generators.Onnx.Reading;

/// <summary>What was found in an ONNX file.</summary>
/// <param name="Path">Where it is.</param>
/// <param name="Signature">The model; null where the file holds none.</param>
/// <param name="Fault">What is wrong with the file, as the end of a sentence about it; empty where nothing is.</param>
internal sealed record ReadModel(string Path, OnnxSignature? Signature, string Fault)
{
    /// <summary>Whether the file holds more than is read while a project is compiled.</summary>
    public bool IsTooLarge { get; init; }

    /// <summary>Whether the path ends as a project names it.</summary>
    /// <param name="file">The name.</param>
    /// <param name="comparison">Whether letters' case counts, as it does on many file systems.</param>
    public bool IsNamed(string file, StringComparison comparison = StringComparison.Ordinal)
    {
        string path = Path.Replace('\\', '/'), end = file.Replace('\\', '/');
        while (end.StartsWith("./", StringComparison.Ordinal))
            end = end.Substring(2);
        return end.Length > 0 && (path == end || path.EndsWith("/" + end, comparison));
    }
}
