using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;
using TypedExplain.Analyzers.Origins;

namespace TypedExplain.Analyzers.Models;

/// <summary>TEX0314: the file of one record's model is loaded for another record, past the contract that its class is held to.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FileOfAnotherRecord() : UsageAnalyzer(UsageDescriptors.FileOfAnotherRecord)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library) =>
        context.RegisterOperationAction(operation => Check(operation, library), OperationKind.Invocation);

    private void Check(OperationAnalysisContext context, Library library)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is not { Name: "Load", IsStatic: true, ContainingType: { } loaded } method || !library.Owns(loaded)
            || loaded.TypeArguments.Concat(method.TypeArguments).FirstOrDefault() is not { TypeKind: not TypeKind.TypeParameter } own)
        {
            return;
        }

        foreach (IArgumentOperation argument in call.Arguments.Where(argument => argument.Syntax is ArgumentSyntax))
        {
            if (ModelFile.In(argument.Value, context.CancellationToken) is { Field.ContainingType: var named } file && KnownOutputs.RecordOf(named, library) is { } record
                && !Symbols.Same(record, own) && !ExpectedToThrow.Contains(call))
            {
                SyntaxNode place = ((ArgumentSyntax)argument.Syntax).Expression;
                context.ReportDiagnostic(At(place, Text.Of(file.Syntax), record.Shown(), own.Shown(), named.Shown()));
            }
        }
    }
}
