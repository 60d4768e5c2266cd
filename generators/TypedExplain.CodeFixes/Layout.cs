using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>How the lines of a document are laid out.</summary>
internal static class Layout
{
    /// <summary>The white space that the line of a position begins with.</summary>
    public static string IndentationOf(int position, SourceText text)
    {
        int start = text.Lines.GetLineFromPosition(position).Start;
        return text.ToString(TextSpan.FromBounds(start, EndOfWhiteSpace(start, text)));
    }

    /// <summary>Whether nothing but white space stands before a position in its line.</summary>
    public static bool IsFirstOnLine(int position, SourceText text) =>
        EndOfWhiteSpace(text.Lines.GetLineFromPosition(position).Start, text) >= position;

    /// <summary>Whether nothing but white space stands behind a position in its line.</summary>
    public static bool IsLastOnLine(int position, SourceText text) =>
        EndOfWhiteSpace(position, text) >= text.Lines.GetLineFromPosition(position).End;

    /// <summary>The first position from here on that is not white space, line ends included.</summary>
    public static int EndOfWhiteSpace(int position, SourceText text)
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
        return position;
    }

    /// <summary>The first position of the white space that ends here, line ends included.</summary>
    public static int StartOfWhiteSpace(int position, SourceText text)
    {
        while (position > 0 && char.IsWhiteSpace(text[position - 1]))
            position--;
        return position;
    }

    /// <summary>The first position of the white space that ends here, in the same line.</summary>
    public static int StartOfBlanks(int position, SourceText text)
    {
        while (position > 0 && text[position - 1] is ' ' or '\t')
            position--;
        return position;
    }
}
