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

        return removed.Select(attribute =>
        {
            int index = all.IndexOf(attribute);
            return index < lastKept
                ? TextSpan.FromBounds(attribute.SpanStart, Layout.EndOfWhiteSpace(all.GetSeparator(index).Span.End, text))
                : TextSpan.FromBounds(all.GetSeparator(index - 1).SpanStart, attribute.Span.End);
        });
    }

    /// <summary>The list with the space behind it, or, where it ends a line that something else begins, before it.</summary>
    private static TextSpan Whole(AttributeListSyntax list, SourceText text)
    {
        TextSpan span = list.Span;
        return Layout.IsLastOnLine(span.End, text) && !Layout.IsFirstOnLine(span.Start, text)
            ? TextSpan.FromBounds(Layout.StartOfWhiteSpace(span.Start, text), span.End)
            : TextSpan.FromBounds(span.Start, Layout.EndOfWhiteSpace(span.End, text));
    }
}
