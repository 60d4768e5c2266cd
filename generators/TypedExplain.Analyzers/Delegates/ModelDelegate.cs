using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Delegates;

/// <summary>A function that is made a model: a lambda, a local function or a method of the same file.</summary>
/// <param name="Maker">The method that makes the model, such as From.</param>
/// <param name="Record">The record that the model is of.</param>
/// <param name="Body">What the function does.</param>
internal sealed record ModelDelegate(IMethodSymbol Maker, ITypeSymbol Record, IOperation Body)
{
    /// <summary>What is in the body, functions inside it too.</summary>
    public IEnumerable<IOperation> Parts => Body.DescendantsAndSelf();

    /// <summary>The values that the function returns.</summary>
    public IEnumerable<IOperation> Answers => Returns(Body).Select(answer => Calls.Bare(answer.ReturnedValue!));

    /// <summary>The function of a call that makes a model; null where there is none to look into, or an earlier call has the same one.</summary>
    public static ModelDelegate? Of(IInvocationOperation call, INamedTypeSymbol models, CancellationToken cancellation)
    {
        if (!Symbols.Same(call.TargetMethod.ContainingType, models) || call.TargetMethod is not { Name: "From" or "FromBatch" or "FromRows", TypeArguments: { Length: > 0 } types })
            return null;
        IOperation? target = call.Arguments.Select(argument => Calls.Bare(argument.Value)).OfType<IDelegateCreationOperation>().FirstOrDefault()?.Target;
        IOperation? body = target switch
        {
            IAnonymousFunctionOperation lambda => lambda.Body,
            IMethodReferenceOperation { Method: var method } => IsMadeBefore(method, call, cancellation) ? null : BodyOf(method, call, cancellation),
            _ => null,
        };
        return body is null ? null : new(call.TargetMethod, types[0], body);
    }

    /// <summary>Whether a symbol is declared inside the function, or a parameter of it or of a function inside.</summary>
    public bool Owns(ISymbol symbol) => symbol.DeclaringSyntaxReferences.Any(part =>
        part.SyntaxTree == Body.Syntax.SyntaxTree && (Body.Syntax.Parent ?? Body.Syntax).FullSpan.Contains(part.Span));

    /// <summary>Whether an earlier call of the file is given the same method, so that what is wrong with it is told there.</summary>
    private static bool IsMadeBefore(IMethodSymbol method, IOperation call, CancellationToken cancellation) => call.Syntax.SyntaxTree.GetRoot(cancellation)
        .DescendantNodes(node => node.SpanStart < call.Syntax.SpanStart)
        .OfType<ArgumentSyntax>()
        .Where(argument => argument.SpanStart < call.Syntax.SpanStart && argument is { Expression: IdentifierNameSyntax { Identifier.ValueText: var name }, Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "From" or "FromBatch" or "FromRows" } } } && name == method.Name)
        .Any(argument => Symbols.Same(call.SemanticModel!.GetSymbolInfo(argument.Expression, cancellation).Symbol, method));

    private static IOperation? BodyOf(IMethodSymbol method, IOperation call, CancellationToken cancellation)
    {
        if (method.MethodKind == MethodKind.LocalFunction)
            return Calls.Root(call).DescendantsAndSelf().OfType<ILocalFunctionOperation>().FirstOrDefault(function => Symbols.Same(function.Symbol, method))?.Body;
        SyntaxReference? part = method.DeclaringSyntaxReferences.FirstOrDefault(reference => reference.SyntaxTree == call.Syntax.SyntaxTree);
        return part is null ? null : call.SemanticModel?.GetOperation(part.GetSyntax(cancellation), cancellation) switch
        {
            IMethodBodyOperation whole => (IOperation?)whole.BlockBody ?? whole.ExpressionBody,
            _ => null,
        };
    }

    /// <summary>The returns of this function, not of functions inside it.</summary>
    private static IEnumerable<IReturnOperation> Returns(IOperation operation) => operation switch
    {
        IAnonymousFunctionOperation or ILocalFunctionOperation => [],
        IReturnOperation { ReturnedValue: not null } answer => [answer],
        _ => operation.ChildOperations.SelectMany(Returns),
    };
}
