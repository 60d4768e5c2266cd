using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Results;

/// <summary>TEX0202: a statement computes a result that says how good it is, or a changed copy, and nobody gets it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class LostResult() : UsageAnalyzer(UsageDescriptors.LostResult)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        ResultTypes results = new(library);
        context.RegisterOperationAction(operation => Check(operation, results), OperationKind.ExpressionStatement);
    }

    private void Check(OperationAnalysisContext context, ResultTypes results)
    {
        var statement = (IExpressionStatementOperation)context.Operation;
        if (Call(statement.Operation) is { } call && results.WordsFor(call) is { } words && !IsDeferred(statement))
            context.ReportDiagnostic(At(Calls.NameOf(call), call.TargetMethod.Name, words));
    }

    /// <summary>The call whose result a statement throws away, where it is one.</summary>
    private static IInvocationOperation? Call(IOperation value) => value switch
    {
        IInvocationOperation call => call,
        IConditionalAccessOperation access => Call(access.WhenNotNull),
        IAwaitOperation { Operation: IInvocationOperation { TargetMethod.Name: "ConfigureAwait", Instance: IInvocationOperation task } } => task,
        IAwaitOperation { Operation: IInvocationOperation task } => task,
        _ => null,
    };

    /// <summary>
    /// A lambda without parameters that does nothing else is handed to somebody who wants its time or its exception; one
    /// for a test that wants an exception may prepare something first.
    /// </summary>
    private static bool IsDeferred(IExpressionStatementOperation statement) =>
        ExpectedToThrow.Contains(statement) || statement.Parent is IBlockOperation { Parent: IAnonymousFunctionOperation { Symbol.Parameters.IsEmpty: true } lambda } block
            && block.Operations.Count(operation => !operation.IsImplicit) <= 1
            && !IsRunByThread(lambda);

    /// <summary>Whether a thread runs a lambda, which nobody asks for its time or its exception.</summary>
    private static bool IsRunByThread(IOperation lambda)
    {
        IOperation? at = lambda.Parent;
        while (at is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            at = at.Parent;
        return at is IArgumentOperation { Parent: IObjectCreationOperation { Type: { Name: "Thread" or "Timer" } type } } && type.ContainingNamespace.ToDisplayString() == "System.Threading";
    }
}
