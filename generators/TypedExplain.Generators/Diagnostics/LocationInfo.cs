using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.Generators.Diagnostics;

/// <summary>A place in a file that, unlike a <see cref="Location"/>, equals the same place and holds no syntax tree.</summary>
internal sealed record LocationInfo(string Path, TextSpan Span, LinePositionSpan Lines)
{
    public static LocationInfo Of(SyntaxNode node) => Of(node.GetLocation());

    public static LocationInfo Of(SyntaxToken token) => Of(token.GetLocation());

    public static LocationInfo Of(Location location)
    {
        FileLinePositionSpan lines = location.GetLineSpan();
        return new(lines.Path, location.SourceSpan, lines.Span);
    }

    public Location ToLocation() => Location.Create(Path, Span, Lines);
}
