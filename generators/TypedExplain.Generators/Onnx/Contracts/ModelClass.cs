using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Onnx.Contracts;

/// <summary>A class with <c>[OnnxModel]</c>, as its author wrote it.</summary>
/// <param name="HintName">The name of the generated file.</param>
/// <param name="Namespace">The namespace as code writes it; empty for the global one.</param>
/// <param name="Path">The declarations to open, from the outermost containing type to the class itself.</param>
/// <param name="Record">The record that the model scores.</param>
/// <param name="File">The ONNX file, as the author names it.</param>
/// <param name="Output">The output that holds the scores, or null.</param>
/// <param name="Classes">The names of the scores; none where the model is to tell them.</param>
internal sealed record ModelClass(
    string HintName,
    string Namespace,
    EquatableArray<TypeDeclaration> Path,
    RecordName Record,
    string File,
    string? Output,
    EquatableArray<string> Classes)
{
    /// <summary>The properties that the model does not look at.</summary>
    public EquatableArray<string> Unused { get; init; }

    /// <summary>The names of the columns of the model's only input, where the author states them.</summary>
    public EquatableArray<string> Columns { get; init; }

    /// <summary>The name of the class.</summary>
    public string Name => Path[Path.Count - 1].Name;
}
