using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0001: makes the type partial, and every type around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddPartial))]
[Shared]
public sealed class AddPartial : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0001"];

    private protected override string Title(DocumentPlaces places) =>
        $"Make {string.Join(" and ", Whole(places).Select(type => $"'{type.Identifier.ValueText}'").Distinct())} partial";

    /// <summary>The modifier stands last, right before the word class, record, struct or interface.</summary>
    private protected override IEnumerable<TextChange> Change(DocumentPlaces places) =>
        Whole(places).Select(type => new TextChange(new(type.Keyword.SpanStart, 0), "partial "));

    /// <summary>The declarations in this document that lack the modifier, the outermost first.</summary>
    private static IEnumerable<TypeDeclarationSyntax> Whole(DocumentPlaces places) =>
        from place in places.Around<TypeDeclarationSyntax>()
        from type in place.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Reverse()
        from part in places.Model.GetDeclaredSymbol(type, places.Cancellation)!.DeclaringSyntaxReferences
        where part.SyntaxTree == places.Model.SyntaxTree
        let declaration = (TypeDeclarationSyntax)part.GetSyntax(places.Cancellation)
        where !declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
        select declaration;
}
