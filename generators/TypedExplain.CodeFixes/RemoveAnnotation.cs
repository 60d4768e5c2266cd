using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0103 and TEX0104: removes the annotation that does not fit the feature or contradicts another one.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAnnotation))]
[Shared]
public sealed class RemoveAnnotation : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0103", "TEX0104"];

    private protected override string Title(DocumentPlaces places) =>
        $"Remove [{string.Join(", ", places.Around<AttributeSyntax>().Select(annotation => annotation.Name))}]";

    private protected override IEnumerable<TextChange> Change(DocumentPlaces places) => places.Around<AttributeSyntax>()
        .GroupBy(annotation => (AttributeListSyntax)annotation.Parent!)
        .SelectMany(group => AttributeRemoval.Spans(group.Key, [.. group], places.Text))
        .Select(span => new TextChange(span, ""));
}
