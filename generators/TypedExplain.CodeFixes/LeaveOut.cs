using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0002, TEX0010, TEX0011, TEX0012 and TEX0018: says of a member that no column carries that it is not a feature.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeaveOut))]
[Shared]
public sealed class LeaveOut : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0002", "TEX0010", "TEX0011", "TEX0012", "TEX0018"];

    private protected override string Title(DocumentPlaces places)
    {
        SyntaxToken name = Declarations(places).First() switch
        {
            ParameterSyntax parameter => parameter.Identifier,
            PropertyDeclarationSyntax property => property.Identifier,
            var field => ((FieldDeclarationSyntax)field).Declaration.Variables[0].Identifier,
        };
        return $"Leave '{name.ValueText}' out of the features";
    }

    private protected override IEnumerable<TextChange> Change(DocumentPlaces places) =>
        Declarations(places).SelectMany(declaration => Annotation.AddNotAFeature(declaration, places));

    private static IEnumerable<SyntaxNode> Declarations(DocumentPlaces places) =>
        places.Around<SyntaxNode>(node => node is PropertyDeclarationSyntax or FieldDeclarationSyntax or ParameterSyntax);
}
