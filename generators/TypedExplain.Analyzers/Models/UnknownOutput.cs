using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Models;

/// <summary>TEX0215: an output is named that the model is known not to have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnknownOutput() : UsageAnalyzer(UsageDescriptors.UnknownOutputName)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library) =>
        context.RegisterOperationAction(operation => Check(operation, library), OperationKind.Invocation);

    private void Check(OperationAnalysisContext context, Library library)
    {
        var call = (IInvocationOperation)context.Operation;
        foreach (OutputName named in OutputName.In(call, library, context.CancellationToken))
        {
            if (!named.Outputs.Names.Contains(named.Name) && !ExpectedToThrow.Contains(call))
                context.ReportDiagnostic(At(named.Place, Text.Of(named.Place), string.Join(", ", named.Outputs.Names.Take(9).Select(name => $"'{name}'")) + (named.Outputs.Names.Length > 9 ? ", …" : "")));
        }
    }
}
