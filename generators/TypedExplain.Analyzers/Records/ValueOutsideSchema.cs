using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Records;

/// <summary>TEX0207: a record is given a constant that its own schema does not allow, so that explaining or encoding it must fail.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ValueOutsideSchema() : UsageAnalyzer(UsageDescriptors.ValueOutsideSchema)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        AllowedValues allowed = new(library);
        StoredAsGiven stored = new(library);
        context.RegisterOperationAction(operation => CheckArgument(operation, allowed, stored), OperationKind.Argument);
        context.RegisterOperationAction(operation => CheckProperty(operation, allowed, stored), OperationKind.SimpleAssignment);
    }

    private void CheckArgument(OperationAnalysisContext context, AllowedValues allowed, StoredAsGiven stored)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument is { Syntax: ArgumentSyntax, Parent: IObjectCreationOperation, Parameter: { } parameter } && stored.PropertyOf(parameter) is { } property)
            Check(context, argument.Value, allowed.Of(property, parameter), property);
    }

    private void CheckProperty(OperationAnalysisContext context, AllowedValues allowed, StoredAsGiven stored)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: var property } && stored.IsStored(property))
            Check(context, assignment.Value, allowed.Of(property, StoredAsGiven.ParameterOf(property)), property);
    }

    private void Check(OperationAnalysisContext context, IOperation value, Allowed? allowed, IPropertySymbol property)
    {
        if (allowed is null)
            return;
        foreach (IOperation given in Calls.Possible(value).SelectMany(Elements).SelectMany(Calls.Possible))
        {
            if (given.ConstantValue is { HasValue: true, Value: { } constant } && !allowed.Contains(constant) && !ExpectedToThrow.Contains(value))
                context.ReportDiagnostic(At(given.Syntax, property.Name, property.ContainingType.Shown(), Allowed.Shown(constant), allowed.Words));
        }
    }

    /// <summary>The numbers of a list, or the value itself.</summary>
    private static IEnumerable<IOperation> Elements(IOperation value) => value switch
    {
        IArrayCreationOperation { Initializer: { } list } => list.ElementValues.Select(Calls.Bare),
        { Syntax: CollectionExpressionSyntax } => value.ChildOperations.Select(Calls.Bare),
        _ => [value],
    };
}
