using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Models;

/// <summary>TEX0315: an output of a model in an ONNX file is named by a text, beside the constant that the generator wrote for it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OutputAsText() : UsageAnalyzer(UsageDescriptors.OutputAsText)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library) =>
        context.RegisterOperationAction(operation => Check(operation, library), OperationKind.Invocation);

    private void Check(OperationAnalysisContext context, Library library)
    {
        foreach (OutputName named in OutputName.In((IInvocationOperation)context.Operation, library, context.CancellationToken))
        {
            if (named.Outputs.Constants is { } constants && named.Place.IsKind(SyntaxKind.StringLiteralExpression)
                && constants.GetMembers().OfType<IFieldSymbol>().FirstOrDefault(field => named.Name.Equals(field.ConstantValue)) is { } constant)
            {
                string name = $"{constants.ContainingType.ToMinimalDisplayString(context.Operation.SemanticModel!, named.Place.SpanStart)}.Outputs.{constant.Name}";
                context.ReportDiagnostic(At(named.Place.GetLocation(), ImmutableDictionary<string, string?>.Empty.Add("Constant", name), Text.Of(named.Place), name));
            }
        }
    }
}
