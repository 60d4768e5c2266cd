using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TypedExplain.CodeFixes;

/// <summary>TEX0209: effects per standard deviation for those per unit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseStandardized))]
[Shared]
public sealed class UseStandardized : TextFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds => ["TEX0209"];

    private protected override string Title(DocumentPlaces places) => "Compare 'Standardized' effects";

    private protected override IEnumerable<TextChange> Change(DocumentPlaces places) =>
        from place in places.Around<ExpressionSyntax>(at => at is BinaryExpressionSyntax or InvocationExpressionSyntax)
        from access in Own(place).OfType<MemberAccessExpressionSyntax>()
        where access.Name.Identifier.ValueText == "Attribution" && IsOfExplanation(access, places)
        select new TextChange(access.Name.Span, "Standardized");

    /// <summary>What is compared: the operands, or the arguments of a call but not what it is called on.</summary>
    private static IEnumerable<SyntaxNode> Own(ExpressionSyntax place) =>
        (place is InvocationExpressionSyntax call ? call.ArgumentList : (SyntaxNode)place).DescendantNodes();

    private static bool IsOfExplanation(MemberAccessExpressionSyntax access, DocumentPlaces places) =>
        places.Model.GetTypeInfo(access.Expression, places.Cancellation).Type is { Name: "Explanation", ContainingNamespace.Name: "TypedExplain" };
}
