using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0121: says of a feature that states no reason at all that it can be none. Why is blank, which is an error until the author states it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(AddNoReason))]
[Shared]
public sealed class AddNoReason : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0121"];

    private protected override string Title(DocumentPlaces places) => "Add [NoReason]";

    private protected override IEnumerable<TextChange> Change(DocumentPlaces places) => places
        .Around<SyntaxNode>(node => node is ParameterSyntax or PropertyDeclarationSyntax)
        .Where(declaration => Annotation.Find(declaration, "Reason") is null && places.Found.Any(found => declaration.Span.Contains(found.Node.Span) && found.Diagnostic.Properties.ContainsKey("Reason")))
        .Select(declaration => Annotation.Add(declaration, "[NoReason(\"\")]", places));
}
