using System.Globalization;
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

    /// <summary>A name made of any text: what no name may hold becomes an underscore.</summary>
    public static string Of(string text)
    {
        string name = string.Concat(text.Select(letter => SyntaxFacts.IsIdentifierPartCharacter(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format ? letter : '_'));
        return name.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(name[0]) && name != "value__" ? name : "_" + name;
    }
}
