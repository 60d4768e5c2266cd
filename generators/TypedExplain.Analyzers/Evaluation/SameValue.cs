using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Evaluation;

/// <summary>Whether two expressions name the same value.</summary>
internal static class SameValue
{
    /// <summary>Locals that are set once, parameters, and fields and properties that are set where they are declared.</summary>
    public static bool Are(IOperation one, IOperation other) => (Calls.Bare(one), Calls.Bare(other)) switch
    {
        (ILocalReferenceOperation { Local: var first } at, ILocalReferenceOperation { Local: var second }) =>
            Symbols.Same(first, second) && IsSetOnce(first, Calls.Root(at)),
        (IParameterReferenceOperation { Parameter: var first } at, IParameterReferenceOperation { Parameter: var second }) =>
            Symbols.Same(first, second) && !IsAssigned(first, Calls.Root(at)),
        (IFieldReferenceOperation { Field: { IsReadOnly: true } first } left, IFieldReferenceOperation { Field: var second } right) =>
            Symbols.Same(first, second) && AreOwners(left.Instance, right.Instance),
        (IPropertyReferenceOperation { Property: { SetMethod: null, IsIndexer: false } first } left, IPropertyReferenceOperation { Property: var second } right) =>
            Symbols.Same(first, second) && AreOwners(left.Instance, right.Instance),
        _ => false,
    };

    private static bool AreOwners(IOperation? one, IOperation? other) =>
        (one, other) is (null, null) or (IInstanceReferenceOperation, IInstanceReferenceOperation) || (one is not null && other is not null && Are(one, other));

    /// <summary>A local that is declared in a deconstruction, as a split is, has no value of its own but no other either.</summary>
    private static bool IsSetOnce(ILocalSymbol local, IOperation root) => Locals.ReferencesTo(local, root).Count(Locals.IsChanged) <= 1;

    private static bool IsAssigned(IParameterSymbol parameter, IOperation root) => root.DescendantsAndSelf()
        .OfType<IParameterReferenceOperation>()
        .Any(reference => Symbols.Same(reference.Parameter, parameter) && Locals.IsChanged(reference));
}
