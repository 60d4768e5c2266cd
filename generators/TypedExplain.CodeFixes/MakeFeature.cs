using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0018: makes a public or internal field, or an internal property, a public property, which is a feature.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeFeature))]
[Shared]
public sealed class MakeFeature : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0018"];

    private protected override string Title(DocumentPlaces places) => Members(places).First() switch
    {
        PropertyDeclarationSyntax property => $"Make '{property.Identifier.ValueText}' public",
        var field => $"Make '{((FieldDeclarationSyntax)field).Declaration.Variables[0].Identifier.ValueText}' a property",
    };

    private protected override IEnumerable<TextChange> Change(DocumentPlaces places)
    {
        foreach (MemberDeclarationSyntax member in Members(places))
        {
            foreach (SyntaxToken modifier in member.Modifiers)
            {
                if (modifier.IsKind(SyntaxKind.InternalKeyword))
                    yield return new(modifier.Span, "public");
                else if (modifier.IsKind(SyntaxKind.ReadOnlyKeyword))
                    yield return new(TextSpan.FromBounds(modifier.SpanStart, Layout.EndOfWhiteSpace(modifier.Span.End, places.Text)), "");
            }

            if (member is not FieldDeclarationSyntax field)
                continue;
            VariableDeclaratorSyntax variable = field.Declaration.Variables[0];
            bool isReadOnly = field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword);
            yield return new(new(variable.Identifier.Span.End, 0), $" {{ get; {(isReadOnly ? "init" : "set")}; }}");
            if (variable.Initializer is null)
                yield return new(field.SemicolonToken.Span, "");
        }
    }

    /// <summary>Fields of their own line, and properties that lack one word.</summary>
    private static IEnumerable<MemberDeclarationSyntax> Members(DocumentPlaces places) => places.Around<MemberDeclarationSyntax>(node =>
        node is FieldDeclarationSyntax { Declaration.Variables.Count: 1 } or PropertyDeclarationSyntax
        && node.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword)
        && !node.Modifiers.Any(modifier => modifier.Kind() is SyntaxKind.ProtectedKeyword or SyntaxKind.PrivateKeyword)
        && (node is FieldDeclarationSyntax || node.Modifiers.Any(SyntaxKind.InternalKeyword)));
}
