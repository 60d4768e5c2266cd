using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers;

/// <summary>What happens to a local variable in the member that declares it.</summary>
internal static class Locals
{
    /// <summary>Every place where the local is named, in lambdas too.</summary>
    public static IEnumerable<ILocalReferenceOperation> ReferencesTo(ILocalSymbol local, IOperation root) =>
        root.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Where(reference => Symbols.Same(reference.Local, local));

    /// <summary>Whether a place gives the local a new value and does not read it.</summary>
    public static bool IsWritten(ILocalReferenceOperation reference) =>
        reference.Parent is ISimpleAssignmentOperation { Parent: IExpressionStatementOperation } assignment && assignment.Target == reference;

    /// <summary>The value that a local is declared with, where it never gets another.</summary>
    public static IOperation? OnlyValueOf(ILocalSymbol local, IOperation root)
    {
        return ReferencesTo(local, root).Any(IsChanged) ? null : root.DescendantsAndSelf().OfType<IVariableDeclaratorOperation>()
            .FirstOrDefault(declarator => Symbols.Same(declarator.Symbol, local))?.GetVariableInitializer()?.Value;
    }

    /// <summary>Whether a place may give what it names a new value.</summary>
    public static bool IsChanged(IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IArgumentOperation argument => argument.Parameter is { RefKind: RefKind.Ref or RefKind.Out },
        IIncrementOrDecrementOperation or ITupleOperation or IAddressOfOperation or IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } => true,
        _ => false,
    };
}
