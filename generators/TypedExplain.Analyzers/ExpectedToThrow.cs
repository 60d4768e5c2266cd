using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers;

/// <summary>Code that a test hands over to see it throw.</summary>
internal static class ExpectedToThrow
{
    /// <summary>Whether an operation stands in a lambda given to such as <c>Assert.Throws</c> or <c>Record.Exception</c>.</summary>
    public static bool Contains(IOperation operation)
    {
        for (IOperation? at = operation; at is not null; at = at.Parent)
        {
            if (at is IAnonymousFunctionOperation && Receiver(at) is { } method && IsTest(method.Name))
                return true;
        }

        return false;
    }

    /// <summary>The method that a lambda is given to, directly.</summary>
    private static IMethodSymbol? Receiver(IOperation lambda)
    {
        IOperation? at = lambda.Parent;
        while (at is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
            at = at.Parent;
        return at is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } ? method : null;
    }

    private static bool IsTest(string method) =>
        method.IndexOf("Throw", StringComparison.Ordinal) >= 0 || method is "Exception" or "ExceptionAsync" or "Catch" or "CatchAsync";
}
