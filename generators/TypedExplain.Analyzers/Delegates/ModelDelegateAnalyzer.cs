using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Delegates;

/// <summary>An analyzer of functions that are made models. They are asked about the same row from several threads, in any order, and must answer alike.</summary>
public abstract class ModelDelegateAnalyzer : UsageAnalyzer
{
    private protected ModelDelegateAnalyzer(DiagnosticDescriptor descriptor)
        : base(descriptor)
    {
    }

    private protected sealed override void Start(CompilationStartAnalysisContext context, Library library)
    {
        if (library.Type("Model") is not { } models)
            return;
        context.RegisterOperationBlockAction(block =>
        {
            CallsOfMember calls = new(block);
            foreach (IInvocationOperation call in calls.All)
            {
                if (ModelDelegate.Of(call, models, block.CancellationToken) is { } function)
                    Check(calls, function, library);
            }
        });
    }

    private protected abstract void Check(CallsOfMember calls, ModelDelegate function, Library library);
}
