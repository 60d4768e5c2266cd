using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Tokens;

/// <summary>TEX0208: a call that could be canceled is not given the token that its method was given. Who wants that writes <c>CancellationToken.None</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TokenNotPassed() : UsageAnalyzer(UsageDescriptors.TokenNotPassed)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        if (library.Framework("System.Threading.CancellationToken") is not { } token)
            return;
        context.RegisterOperationAction(operation => Check(operation, library, token), OperationKind.Invocation);
    }

    private void Check(OperationAnalysisContext context, Library library, INamedTypeSymbol token)
    {
        var call = (IInvocationOperation)context.Operation;
        if (library.Owns(call.TargetMethod)
            && call.Arguments.FirstOrDefault(argument => argument is { ArgumentKind: ArgumentKind.DefaultValue, Parameter: { } parameter } && parameter.Type.Is(token)) is { } left
            && TokensInScope.At(call, context.ContainingSymbol, token) is { } atHand)
        {
            context.ReportDiagnostic(At(Calls.NameOf(call), call.TargetMethod.Name, atHand.Name, left.Parameter!.Name));
        }
    }
}
