using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>
/// TEX0103, TEX0104, TEX0120, TEX0122 and TEX0129: removes the annotation that does not fit the feature, contradicts another one or is blank; of an annotation with
/// one wrong argument only that, and nothing where the annotation is what the author means and the type is wrong.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveAnnotation))]
[Shared]
public sealed class RemoveAnnotation : TextFix
{
    // The generator's AnnotationReader says what stands under it: the one argument that is wrong, or nothing.
    private const string Key = "Argument";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0103", "TEX0104", "TEX0120", "TEX0122", "TEX0129"];

    private protected override string Title(DocumentPlaces places) => Arguments(places).Select(argument => $"Remove '{argument.NameEquals!.Name}'").FirstOrDefault()
        ?? $"Remove [{string.Join(", ", Whole(places).Select(annotation => annotation.Name))}]";

    private protected override IEnumerable<TextChange> Change(DocumentPlaces places) => Whole(places)
        .GroupBy(annotation => (AttributeListSyntax)annotation.Parent!)
        .SelectMany(group => AttributeRemoval.Spans(group.Key, [.. group], places.Text))
        .Concat(Arguments(places).Select(AttributeRemoval.Span))
        .Select(span => new TextChange(span, ""));

    private static IEnumerable<AttributeSyntax> Whole(DocumentPlaces places) => places.Found
        .Where(found => !found.Diagnostic.Properties.ContainsKey(Key))
        .Select(found => found.Node.FirstAncestorOrSelf<AttributeSyntax>())
        .OfType<AttributeSyntax>()
        .Distinct();

    private static IEnumerable<AttributeArgumentSyntax> Arguments(DocumentPlaces places) =>
        from found in places.Found
        where found.Diagnostic.Properties.ContainsKey(Key)
        from argument in found.Node.FirstAncestorOrSelf<AttributeSyntax>()?.ArgumentList?.Arguments ?? default
        where argument.NameEquals?.Name.Identifier.ValueText == found.Diagnostic.Properties[Key]
        select argument;
}
