using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Decisions;

/// <summary>TEX0231: actions are searched on a record of which a number may change by any amount, so that the search has no end.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RecourseWithoutSteps() : UsageAnalyzer(UsageDescriptors.RecourseWithoutSteps)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        if (library.Framework("TypedExplain.Decisions.Recourse`1") is not { } recourse)
            return;
        OpenNumbers open = new(library);
        context.RegisterOperationAction(operation => Check(operation, recourse, open), OperationKind.ObjectCreation);
    }

    private void Check(OperationAnalysisContext context, INamedTypeSymbol recourse, OpenNumbers open)
    {
        var made = (IObjectCreationOperation)context.Operation;
        if (made.Type.RecordOf(recourse) is not INamedTypeSymbol record || made.Syntax is not BaseObjectCreationExpressionSyntax syntax)
            return;
        string[] lacks = [.. open.Of(record)];
        if (lacks.Length == 0)
            return;

        int end = (syntax as ObjectCreationExpressionSyntax)?.Type.Span.End ?? syntax.NewKeyword.Span.End;
        context.ReportDiagnostic(At(Location.Create(syntax.SyntaxTree, TextSpan.FromBounds(syntax.SpanStart, end)), record.Shown(), string.Join(", ", lacks)));
    }
}
