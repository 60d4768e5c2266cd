using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0205: a fixed seed for one that changes, unless something of the user's own goes into it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FixSeed))]
[Shared]
public sealed class FixSeed : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0205"];

    private protected override string Title(DocumentPlaces places) => "Use the seed 0";

    private protected override IEnumerable<TextChange> Change(DocumentPlaces places) =>
        from value in places.Around<SyntaxNode>()
        where !value.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(name => IsOwn(name, places))
        select new TextChange(value.Span, "0");

    private static bool IsOwn(SimpleNameSyntax name, DocumentPlaces places) =>
        places.Model.GetSymbolInfo(name, places.Cancellation).Symbol is { IsImplicitlyDeclared: false, DeclaringSyntaxReferences.IsEmpty: false };
}
