using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedExplain.Tests.Structure;

/// <summary>The library is generic over the seam and looks at no type at run time.</summary>
public class NoReflectionTests
{
    /// <summary>Words of code that only reflection, late binding or code made at run time have a use for.</summary>
    private static readonly string[] s_words =
    [
        "Reflection", "dynamic", "Activator", "MakeGenericType", "MakeGenericMethod", "Expressions", "GetType",
        "GetMethod", "GetMethods", "GetProperty", "GetProperties", "GetField", "GetFields", "GetConstructors", "GetCustomAttribute",
    ];

    [Fact]
    public void TheLibraryUsesNone()
    {
        IEnumerable<string> found =
            from tree in Source.Trees
            from token in tree.GetRoot().DescendantTokens()
            where token.IsKind(SyntaxKind.IdentifierToken) && s_words.Contains(token.ValueText)
            select $"{tree.FilePath}:{token.GetLocation().GetLineSpan().StartLinePosition.Line + 1} {token.ValueText}";
        Assert.Empty(found);
    }
}
