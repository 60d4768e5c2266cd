using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>What of a document goes with an attribute: a comma or the brackets, and the space that would be left over.</summary>
internal static class AttributeRemoval
{
    public static IEnumerable<TextSpan> Spans(AttributeListSyntax list, ICollection<AttributeSyntax> removed, SourceText text)
    {
        SeparatedSyntaxList<AttributeSyntax> all = list.Attributes;
        int lastKept = all.LastIndexOf(attribute => !removed.Contains(attribute));
        if (lastKept < 0)
            return [Whole(list, text)];

        return removed.SelectMany(attribute =>
        {
            int index = all.IndexOf(attribute);
            return index < lastKept ? Before(attribute, all.GetSeparator(index), text) : After(all.GetSeparator(index - 1), attribute, text);
        });
    }

    /// <summary>What goes with one argument of an attribute: a comma before or behind it, or the brackets.</summary>
    public static TextSpan Span(AttributeArgumentSyntax argument)
    {
        var list = (AttributeArgumentListSyntax)argument.Parent!;
        int index = list.Arguments.IndexOf(argument);
        if (list.Arguments.Count == 1)
            return list.Span;
        return index > 0
            ? TextSpan.FromBounds(list.Arguments.GetSeparator(index - 1).SpanStart, argument.Span.End)
            : TextSpan.FromBounds(argument.SpanStart, list.Arguments[1].SpanStart);
    }

    /// <summary>An attribute before one that stays, and its comma; a comment between the two stays.</summary>
    private static IEnumerable<TextSpan> Before(AttributeSyntax attribute, SyntaxToken comma, SourceText text)
    {
        int end = Layout.EndOfWhiteSpace(attribute.Span.End, text);
        return end >= comma.SpanStart
            ? [TextSpan.FromBounds(attribute.SpanStart, Layout.EndOfWhiteSpace(comma.Span.End, text))]
            : [TextSpan.FromBounds(attribute.SpanStart, end), TextSpan.FromBounds(Layout.StartOfBlanks(comma.SpanStart, text), comma.Span.End)];
    }

    /// <summary>A comma and an attribute that nothing follows; a comment between the two stays.</summary>
    private static IEnumerable<TextSpan> After(SyntaxToken comma, AttributeSyntax attribute, SourceText text) =>
        Layout.EndOfWhiteSpace(comma.Span.End, text) >= attribute.SpanStart
            ? [TextSpan.FromBounds(comma.SpanStart, attribute.Span.End)]
            : [comma.Span, TextSpan.FromBounds(Layout.StartOfBlanks(attribute.SpanStart, text), attribute.Span.End)];

    /// <summary>The list with the space behind it, or, where it ends a line that something else begins, before it.</summary>
    private static TextSpan Whole(AttributeListSyntax list, SourceText text)
    {
        TextSpan span = list.Span;
        return Layout.IsLastOnLine(span.End, text) && !Layout.IsFirstOnLine(span.Start, text)
            ? TextSpan.FromBounds(Layout.StartOfWhiteSpace(span.Start, text), span.End)
            : TextSpan.FromBounds(span.Start, Layout.EndOfWhiteSpace(span.End, text));
    }
}
