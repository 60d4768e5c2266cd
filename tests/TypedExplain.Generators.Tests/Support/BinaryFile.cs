using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.Generators.Tests.Support;

/// <summary>An additional file that is no text, and must not be read as one.</summary>
internal sealed class BinaryFile(string path) : AdditionalText
{
    public override string Path => path;

    public override SourceText GetText(CancellationToken cancellationToken = default) => throw new InvalidOperationException("An ONNX file is no text.");
}
