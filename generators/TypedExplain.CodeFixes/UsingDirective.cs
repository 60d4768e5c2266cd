using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>Adds a using directive where a reader expects it: in alphabetical order, System first.</summary>
internal static class UsingDirective
{
    public static TextChange Add(string space, SyntaxNode place, DocumentPlaces places)
    {
        UsingDirectiveSyntax[] present = [.. UsingsAround(place)];
        string line = $"using {space};", end = places.LineEnd;
        if (present.FirstOrDefault(directive => !StandsBefore(directive, space)) is { } next)
            return Insert(next.SpanStart, line + end + Layout.IndentationOf(next.SpanStart, places.Text));
        if (present.Length == 0)
            return Insert(EndOfHeader(place.SyntaxTree.GetRoot(places.Cancellation)), line + end + end);
        UsingDirectiveSyntax last = present[present.Length - 1];
        SyntaxTriviaList after = last.GetTrailingTrivia();
        return after.Count > 0 && after[after.Count - 1].IsKind(SyntaxKind.EndOfLineTrivia)
            ? Insert(last.FullSpan.End, Layout.IndentationOf(last.SpanStart, places.Text) + line + end)
            : Insert(last.Span.End, " " + line);

        static TextChange Insert(int position, string text) => new(new(position, 0), text);
    }

    /// <summary>The file's directives, or where it has none those of the namespace.</summary>
    private static SyntaxList<UsingDirectiveSyntax> UsingsAround(SyntaxNode place)
    {
        SyntaxList<UsingDirectiveSyntax> ofFile = place.AncestorsAndSelf().OfType<CompilationUnitSyntax>().Single().Usings;
        return ofFile.Any() ? ofFile : place.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>(space => space.Usings.Any())?.Usings ?? default;
    }

    private static bool StandsBefore(UsingDirectiveSyntax directive, string space)
    {
        string name = directive.Name?.ToString() ?? "";
        bool isPlain = directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None);
        return isPlain && (IsSystem(name) || !directive.GlobalKeyword.IsKind(SyntaxKind.None) || string.CompareOrdinal(name, space) < 0);

        static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
    }

    /// <summary>The end of what stands at the top of a file: directives, and comments with an empty line behind them.</summary>
    private static int EndOfHeader(SyntaxNode root)
    {
        int end = 0;
        bool isLineEmpty = true;
        foreach (SyntaxTrivia trivia in root.GetLeadingTrivia())
        {
            bool isLineEnd = trivia.IsKind(SyntaxKind.EndOfLineTrivia);
            if (trivia.IsDirective || (isLineEnd && isLineEmpty))
                end = trivia.FullSpan.End;
            isLineEmpty = isLineEnd || trivia.HasStructure || (isLineEmpty && trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        }

        return end;
    }
}
