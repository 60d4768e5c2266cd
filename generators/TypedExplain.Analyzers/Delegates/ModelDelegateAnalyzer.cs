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
        if (library.Type("Model") is { } models)
            context.RegisterOperationAction(operation => Check(operation, models, library), OperationKind.Invocation);
    }

    private protected abstract void Check(OperationAnalysisContext context, ModelDelegate function, Library library);

    private void Check(OperationAnalysisContext context, INamedTypeSymbol models, Library library)
    {
        if (ModelDelegate.Of((IInvocationOperation)context.Operation, models, context.CancellationToken) is { } function)
            Check(context, function, library);
    }
}
