using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0002, TEX0010, TEX0011 and TEX0012: leaves a property that no column can carry out of the schema.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LeaveOut))]
[Shared]
public sealed class LeaveOut : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0002", "TEX0010", "TEX0011", "TEX0012"];

    private protected override string Title(DocumentPlaces places)
    {
        SyntaxNode declaration = Declarations(places).First();
        SyntaxToken name = declaration is ParameterSyntax parameter ? parameter.Identifier : ((PropertyDeclarationSyntax)declaration).Identifier;
        return $"Leave '{name.ValueText}' out of the features";
    }

    private protected override IEnumerable<TextChange> Change(DocumentPlaces places) =>
        Declarations(places).SelectMany(declaration => Annotation.AddNotAFeature(declaration, places));

    private static IEnumerable<SyntaxNode> Declarations(DocumentPlaces places) =>
        places.Around<SyntaxNode>(node => node is PropertyDeclarationSyntax or ParameterSyntax);
}
