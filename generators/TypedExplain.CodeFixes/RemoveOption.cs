using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0204: removes an option that has no effect.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemoveOption))]
[Shared]
public sealed class RemoveOption : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0204"];

    private protected override string Title(DocumentPlaces places) => $"Remove '{Options(places).First().Left}'";

    private protected override IEnumerable<TextChange> Change(DocumentPlaces places) => Options(places)
        .GroupBy(option => (InitializerExpressionSyntax)option.Parent!)
        .SelectMany(group => OptionRemoval.Changes(group.Key, [.. group], places.Text));

    private static IEnumerable<AssignmentExpressionSyntax> Options(DocumentPlaces places) =>
        places.Around<AssignmentExpressionSyntax>(option => option.Parent is InitializerExpressionSyntax);
}
