using Microsoft.CodeAnalysis.CSharp;

namespace TypedExplain.Generators.Model;

/// <summary>Names as code writes them.</summary>
internal static class Identifier
{
    /// <summary>The name, with <c>@</c> where it is a keyword in any context.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;
}
