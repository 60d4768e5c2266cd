using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers;

/// <summary>What a user wrote, as a message shows it.</summary>
internal static class Text
{
    private const int Longest = 80;

    /// <summary>The code on one line, cut where it is long.</summary>
    public static string Of(SyntaxNode node)
    {
        string text = node.WithoutTrivia().NormalizeWhitespace(indentation: "", eol: " ").ToString();
        return text.Length <= Longest ? text : text.Substring(0, Longest) + "…";
    }
}
