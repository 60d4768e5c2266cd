using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers;

/// <summary>Calls, as they are written.</summary>
internal static class Calls
{
    /// <summary>The name of the method in a call: a short place to point at.</summary>
    public static SyntaxNode NameOf(IInvocationOperation call) => call.Syntax is InvocationExpressionSyntax { Expression: var method }
        ? method switch
        {
            MemberAccessExpressionSyntax member => member.Name,
            MemberBindingExpressionSyntax member => member.Name,
            _ => method,
        }
        : call.Syntax;

    /// <summary>The nearest operation around that is neither a conversion that the compiler added nor a bracket.</summary>
    public static IOperation? User(IOperation operation)
    {
        IOperation? parent = operation.Parent;
        while (parent is IConversionOperation { IsImplicit: true } or IParenthesizedOperation)
            parent = parent.Parent;
        return parent;
    }

    /// <summary>The operation inside conversions that the compiler added.</summary>
    public static IOperation Bare(IOperation operation)
    {
        while (operation is IConversionOperation { IsImplicit: true } conversion)
            operation = conversion.Operand;
        return operation;
    }

    /// <summary>The values that an expression may be: its branches where it chooses one of them, or itself.</summary>
    public static IEnumerable<IOperation> Possible(IOperation value) => Bare(value) switch
    {
        { ConstantValue.HasValue: true } constant => [constant],
        IParenthesizedOperation { Operand: var inner } => Possible(inner),
        IConditionalOperation { WhenFalse: { } other } choice => Possible(choice.WhenTrue).Concat(Possible(other)),
        ISwitchExpressionOperation choice => choice.Arms.SelectMany(arm => Possible(arm.Value)),
        ICoalesceOperation choice => Possible(choice.WhenNull).Prepend(choice.Value),
        var bare => [bare],
    };

    /// <summary>The whole member that an operation stands in.</summary>
    public static IOperation Root(IOperation operation)
    {
        while (operation.Parent is { } parent)
            operation = parent;
        return operation;
    }
}
