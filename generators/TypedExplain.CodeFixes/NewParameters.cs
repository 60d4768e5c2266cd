using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>Parameters added to a record, after those that have no default value, laid out as the list is.</summary>
internal static class NewParameters
{
    public static IEnumerable<TextChange> In(ParameterListSyntax list, IReadOnlyList<ParameterSyntax> added, DocumentPlaces places)
    {
        SeparatedSyntaxList<ParameterSyntax> own = list.Parameters;
        string? indentation = own.Count > 0 && Layout.IsFirstOnLine(own[0].SpanStart, places.Text) ? Layout.IndentationOf(own[0].SpanStart, places.Text) : null;
        string gap = indentation is null ? " " : places.LineEnd + indentation;
        string written = string.Join("," + gap, added.Select(parameter => parameter.ToString()));
        int index = own.IndexOf(parameter => parameter.Default is not null);

        if (own.Count == 0)
            return [new(new(list.OpenParenToken.Span.End, 0), written)];
        if (index >= 0)
            return [Before(own[index], written, places)];

        // A comment behind the last parameter stays behind it.
        int end = own[own.Count - 1].Span.End;
        SyntaxTriviaList behind = own[own.Count - 1].GetTrailingTrivia();
        if (!behind.Any(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia) || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)))
            return [new(new(end, 0), "," + gap + written)];
        TextLine line = places.Text.Lines.GetLineFromPosition(behind.Span.End - (behind.Last().IsKind(SyntaxKind.EndOfLineTrivia) ? 1 : 0));
        int after = behind.Last().IsKind(SyntaxKind.EndOfLineTrivia) ? line.End : behind.Span.End;
        return [new(new(end, 0), ","), new(new(after, 0), gap + written)];
    }

    /// <summary>Before a parameter and its comments.</summary>
    private static TextChange Before(ParameterSyntax parameter, string written, DocumentPlaces places)
    {
        int start = parameter.GetFirstToken().GetPreviousToken().FullSpan.End;
        return Layout.IsFirstOnLine(start, places.Text)
            ? new(new(start, 0), Layout.IndentationOf(parameter.SpanStart, places.Text) + written + "," + places.LineEnd)
            : new(new(start, 0), written + ", ");
    }
}
