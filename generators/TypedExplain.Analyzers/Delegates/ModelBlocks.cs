using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Delegates;

/// <summary>TEX0228: a model of single records waits for a task at every one of them.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelBlocks() : ModelDelegateAnalyzer(UsageDescriptors.ModelBlocks)
{
    private protected override void Check(CallsOfMember calls, ModelDelegate function, Library library)
    {
        if (function.Maker.Name != "From")
            return;
        foreach (IOperation part in function.Parts.Where(IsWaiting))
            calls.Tell(At(part.Syntax, Text.Of(part.Syntax)));
    }

    private static bool IsWaiting(IOperation part) => part switch
    {
        IPropertyReferenceOperation { Property: { Name: "Result" } property } => IsTask(property.ContainingType),
        IInvocationOperation { TargetMethod: { Name: "Wait" or "WaitAll" or "WaitAny" } method } => IsTask(method.ContainingType),
        IInvocationOperation { TargetMethod: { Name: "GetResult" } method } => method.ContainingType.ContainingNamespace.ToDisplayString() == "System.Runtime.CompilerServices",
        _ => false,
    };

    private static bool IsTask(INamedTypeSymbol type) =>
        type is { Name: "Task" or "ValueTask" } && type.ContainingNamespace.ToDisplayString() == "System.Threading.Tasks";
}
