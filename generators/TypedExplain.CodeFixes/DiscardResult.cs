using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0202: says that a result is not wanted, where no variable has the name _.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DiscardResult))]
[Shared]
public sealed class DiscardResult : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0202"];

    private protected override string Title(DocumentPlaces places) => "Discard the result with '_ ='";

    private protected override IEnumerable<TextChange> Change(DocumentPlaces places) =>
        from value in places.Around<ExpressionSyntax>(IsWhole)
        where places.Model.LookupSymbols(value.SpanStart, name: "_").IsEmpty
        select new TextChange(new(value.SpanStart, 0), "_ = ");

    /// <summary>The expression is all of a statement, or of a method or lambda that returns nothing.</summary>
    private static bool IsWhole(ExpressionSyntax value) => value.Parent switch
    {
        ExpressionStatementSyntax or ArrowExpressionClauseSyntax => true,
        LambdaExpressionSyntax lambda => lambda.Body == value,
        _ => false,
    };
}
