using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExplain.Generators.Parsing;

/// <summary>
/// What a file declares: its tokens, directives and documentation without methods, bodies and the values that fields and
/// properties begin with, in one hash. No model can change while the surfaces of all files, the references and the options
/// stay: parsing must read nothing else but places, which diagnostics alone have.
/// </summary>
internal static class Surface
{
    public static string Of(CompilationUnitSyntax root)
    {
        StringBuilder text = new();
        foreach (SyntaxNodeOrToken part in root.DescendantNodesAndTokens(node => !IsLeftOut(node)))
        {
            if (part.IsToken)
                Write(part.AsToken(), text);
            else if (part.AsNode() is { } node && IsLeftOut(node))
                WriteLeftOut(node, text);
        }

        return Hash(text.ToString());
    }

    /// <summary>A text of fixed length that no other text has.</summary>
    public static string Hash(string text)
    {
        using SHA256 hash = SHA256.Create();
        return Convert.ToBase64String(hash.ComputeHash(Encoding.Unicode.GetBytes(text)));
    }

    private static bool IsLeftOut(SyntaxNode node) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax => !IsBackingField(node),
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent.Parent.Parent: FieldDeclarationSyntax field } => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        MethodDeclarationSyntax or OperatorDeclarationSyntax or ConversionOperatorDeclarationSyntax or DestructorDeclarationSyntax => true,
        ConstructorInitializerSyntax or GlobalStatementSyntax => true,
        _ => false,
    };

    /// <summary>Whether the body is of a property and may, by naming <c>field</c>, make it hold state.</summary>
    private static bool IsBackingField(SyntaxNode body) =>
        body.Parent is AccessorDeclarationSyntax or BasePropertyDeclarationSyntax && body.ToString().Contains("field");

    private static void Write(SyntaxToken token, StringBuilder text)
    {
        if (token.HasLeadingTrivia)
        {
            foreach (SyntaxTrivia trivia in token.LeadingTrivia)
            {
                if (trivia.IsDirective || trivia.ToFullString().Contains("///"))
                    text.Append(trivia.ToFullString()).Append('\n');
            }
        }

        text.Append(token.Text).Append('\n');
    }

    /// <summary>
    /// That there is a body or a value; of a method nothing, but a name that a generated type could have. And directives, which
    /// may hold beyond the part.
    /// </summary>
    private static void WriteLeftOut(SyntaxNode part, StringBuilder text)
    {
        if (part is MethodDeclarationSyntax { Identifier.ValueText: var name })
            text.Append(GeneratedNames.MayBe(name) ? name + "\n" : "");
        else if (part is not BaseMethodDeclarationSyntax)
            text.Append(part is EqualsValueClauseSyntax ? "=\n" : "{}\n");
        if (!part.ContainsDirectives)
            return;
        foreach (SyntaxTrivia trivia in part.DescendantTrivia().Where(trivia => trivia.IsDirective))
            text.Append(trivia.ToFullString()).Append('\n');
    }
}
