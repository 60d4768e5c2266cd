using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0315: names an output by its constant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseConstant))]
[Shared]
public sealed class UseConstant : TextFix
{
    // The analyzer's OutputAsText says what stands under it.
    private const string Key = "Constant";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0315"];

    private protected override string Title(DocumentPlaces places) => $"Write '{places.Found[0].Diagnostic.Properties[Key]}'";

    private protected override IEnumerable<TextChange> Change(DocumentPlaces places) =>
        from found in places.Found
        let constant = found.Diagnostic.Properties.TryGetValue(Key, out string? name) ? name : null
        let text = found.Node.DescendantNodesAndSelf().OfType<LiteralExpressionSyntax>().FirstOrDefault()
        where constant is not null && text is not null
        select new TextChange(text.Span, constant);
}
