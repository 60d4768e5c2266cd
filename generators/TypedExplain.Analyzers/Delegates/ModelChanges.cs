using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Delegates;

/// <summary>TEX0226: a model changes what is outside of it, or the record that it is asked about.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ModelChanges() : ModelDelegateAnalyzer(UsageDescriptors.ModelChanges)
{
    private static readonly HashSet<string> s_changing =
    [
        "Add", "AddRange", "AddFirst", "AddLast", "TryAdd", "Insert", "InsertRange", "Remove", "RemoveAt", "RemoveAll", "RemoveRange", "Clear",
        "Enqueue", "Dequeue", "TryDequeue", "Push", "Pop", "TryPop", "Append", "AppendLine", "AppendFormat", "Sort", "Reverse", "UnionWith", "ExceptWith",
    ];

    private protected override void Check(CallsOfMember calls, ModelDelegate function, Library library)
    {
        foreach (IOperation part in function.Parts.Where(part => !IsGuarded(part, function)))
        {
            (IOperation? changed, SyntaxNode? place) = part switch
            {
                IAssignmentOperation assignment => (assignment.Target, assignment.Syntax),
                IIncrementOrDecrementOperation step => (step.Target, step.Syntax),
                IInvocationOperation { Instance: { } instance } call when IsChanging(call.TargetMethod) => (instance, (call.Syntax as InvocationExpressionSyntax)?.Expression),
                _ => (null, null),
            };
            if (changed is not null && place is not null && OwnerOf(changed, function, isCall: part is IInvocationOperation) is { } owner)
                calls.Tell(At(place, Text.Of(place), owner));
        }
    }

    /// <summary>Collections and texts of the framework that are not made for several threads.</summary>
    private static bool IsChanging(IMethodSymbol method) => s_changing.Contains(method.Name)
        && method.ContainingType.ContainingNamespace.ToDisplayString() is "System.Collections.Generic" or "System.Collections.ObjectModel" or "System.Collections" or "System.Text";

    private static bool IsGuarded(IOperation part, ModelDelegate function)
    {
        for (IOperation? at = part; at is not null && at != function.Body; at = at.Parent)
        {
            if (at is ILockOperation)
                return true;
        }

        return false;
    }

    /// <summary>What is changed, in words; null where it is the function's own.</summary>
    private static string? OwnerOf(IOperation target, ModelDelegate function, bool isCall) => Calls.Bare(target) switch
    {
        ILocalReferenceOperation local => function.Owns(local.Local) ? null : $"'{local.Local.Name}', which is outside of it,",
        IParameterReferenceOperation parameter => function.Owns(parameter.Parameter) ? null : $"'{parameter.Parameter.Name}', which is outside of it,",
        IMemberReferenceOperation { Member.IsStatic: true, Member: var member } => $"'{member.Name}', which is outside of it,",
        IMemberReferenceOperation { Instance: IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance }, Member: var member } => $"'{member.Name}', which is outside of it,",
        IMemberReferenceOperation { Instance: { } instance } member => IsRecord(instance, function) ? "the record that it is asked about" : IsMade(instance) || isCall && member is IPropertyReferenceOperation { Property.SetMethod: null } && IsMade(instance) ? null : OwnerOf(instance, function, isCall),
        IArrayElementReferenceOperation element => OwnerOf(element.ArrayReference, function, isCall),
        _ => null,
    };

    private static bool IsRecord(IOperation instance, ModelDelegate function) =>
        Calls.Bare(instance) is IParameterReferenceOperation { Parameter: var parameter } && Symbols.Same(parameter.Type, function.Record) && function.Owns(parameter);

    /// <summary>A setting of an object that is made here.</summary>
    private static bool IsMade(IOperation instance) => instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver } or IObjectCreationOperation;
}
