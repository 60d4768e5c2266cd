using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.Generators.Diagnostics;

/// <summary>A place in a file that, unlike a <see cref="Location"/>, equals the same place and holds no syntax tree.</summary>
/// <param name="File">The path of the syntax tree, whatever a <c>#line</c> says.</param>
/// <param name="Span">The characters.</param>
/// <param name="Path">The file as a person sees it, after any <c>#line</c>.</param>
/// <param name="Lines">The lines there.</param>
internal sealed record LocationInfo(string File, TextSpan Span, string Path, LinePositionSpan Lines)
{
    public static LocationInfo Of(SyntaxNode node) => Of(node.GetLocation());

    public static LocationInfo Of(SyntaxToken token) => Of(token.GetLocation());

    public static LocationInfo Of(Location location)
    {
        FileLinePositionSpan lines = location.GetMappedLineSpan();
        return new(location.SourceTree?.FilePath ?? lines.Path, location.SourceSpan, lines.Path, lines.Span);
    }

    /// <summary>The syntax tree that the place is in; null if the project has it no more.</summary>
    public SyntaxTree? TreeIn(Compilation compilation) =>
        compilation.SyntaxTrees.FirstOrDefault(tree => tree.FilePath == File && Span.End <= tree.Length && IsIn(tree));

    /// <summary>
    /// The place in its tree. The compiler applies <c>#pragma warning</c> and <c>.editorconfig</c> to places in trees only, not
    /// to those that are told by a path.
    /// </summary>
    public Location ToLocation(SyntaxTree? tree) => tree is null ? Location.Create(Path, Span, Lines) : Location.Create(tree, Span);

    // Trees of one path are told apart by their lines.
    private bool IsIn(SyntaxTree tree)
    {
        FileLinePositionSpan own = tree.GetMappedLineSpan(Span);
        return own.Path == Path && own.Span == Lines;
    }
}
