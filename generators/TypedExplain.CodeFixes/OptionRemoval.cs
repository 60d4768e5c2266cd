using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>What of a document goes with an option: a comma, the white space that would be left over, the braces of the last one. Comments stay.</summary>
internal static class OptionRemoval
{
    public static IEnumerable<TextChange> Changes(InitializerExpressionSyntax initializer, ICollection<ExpressionSyntax> removed, SourceText text)
    {
        SeparatedSyntaxList<ExpressionSyntax> all = initializer.Expressions;
        int lastKept = all.LastIndexOf(option => !removed.Contains(option));
        return lastKept < 0 && !HasComments(initializer)
            ? [Braces(initializer, text)]
            : removed.Select(option => all.IndexOf(option))
                .SelectMany(index => index < lastKept ? [Before(all, index, text)] : After(all, index, lastKept, text))
                .Select(span => new TextChange(span, ""));
    }

    /// <summary>Whether something is said between the braces that is not a part of an option.</summary>
    private static bool HasComments(InitializerExpressionSyntax initializer) => initializer.DescendantTrivia()
        .Any(trivia => !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)
            && initializer.Span.Contains(trivia.Span) && !initializer.Expressions.Any(option => option.Span.Contains(trivia.Span)));

    /// <summary>A creation needs brackets where it has no braces.</summary>
    private static TextChange Braces(InitializerExpressionSyntax initializer, SourceText text)
    {
        bool hasBrackets = initializer.Parent is not ObjectCreationExpressionSyntax { ArgumentList: null };
        return new(TextSpan.FromBounds(Layout.StartOfWhiteSpace(initializer.SpanStart, text), initializer.Span.End), hasBrackets ? "" : "()");
    }

    /// <summary>An option before one that stays: what follows takes its place.</summary>
    private static TextSpan Before(SeparatedSyntaxList<ExpressionSyntax> all, int index, SourceText text) =>
        TextSpan.FromBounds(all[index].SpanStart, Layout.EndOfWhiteSpace(all.GetSeparator(index).Span.End, text));

    /// <summary>An option after all that stay: the last of those needs its comma only if the list ends with one.</summary>
    private static IEnumerable<TextSpan> After(SeparatedSyntaxList<ExpressionSyntax> all, int index, int lastKept, SourceText text)
    {
        if (all.SeparatorCount < all.Count && lastKept >= 0)
            yield return all.GetSeparator(lastKept).Span;
        int end = index < all.SeparatorCount ? all.GetSeparator(index).Span.End : all[index].Span.End;
        int start = all[index].SpanStart;
        SyntaxTriviaList before = all[index].GetFirstToken().GetPreviousToken().TrailingTrivia.AddRange(all[index].GetLeadingTrivia());

        // What follows on the line must not become a part of a comment.
        bool isComment = before.Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsDirective) && !Layout.IsLastOnLine(end, text);
        yield return TextSpan.FromBounds(isComment ? Layout.StartOfBlanks(start, text) : Layout.StartOfWhiteSpace(start, text), end);
    }
}
