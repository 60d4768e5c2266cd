using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;
using TypedExplain.Analyzers.Origins;

namespace TypedExplain.Analyzers.Records;

/// <summary>TEX0216: the stored schema of one record is compared with the schema of another one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SchemaOfAnotherRecord() : UsageAnalyzer(UsageDescriptors.SchemaOfAnotherRecord)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        if (library.Type("FeatureSchema`1") is { } schema)
            context.RegisterOperationAction(operation => Check(operation, schema), OperationKind.Invocation);
    }

    private void Check(OperationAnalysisContext context, INamedTypeSymbol schema)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod.Name == "CheckJson" && call.TargetMethod.ContainingType.RecordOf(schema) is { } own && call.Arguments.FirstOrDefault() is { Syntax: ArgumentSyntax argument, Value: var json }
            && Origin.Of(json, context.CancellationToken) is IInvocationOperation { TargetMethod.Name: "ToJson", Instance.Type: { } stored } && stored.RecordOf(schema) is { } other
            && !Symbols.Same(own, other) && !ExpectedToThrow.Contains(call))
        {
            context.ReportDiagnostic(At(argument.Expression, Text.Of(argument.Expression), other.Shown(), own.Shown()));
        }
    }
}
