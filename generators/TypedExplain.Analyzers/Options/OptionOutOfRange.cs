using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Options;

/// <summary>TEX0206: a constant outside what its option or parameter may be. Ranges are data on the declarations: <c>OptionRangeAttribute</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class OptionOutOfRange() : UsageAnalyzer(UsageDescriptors.OptionOutOfRange)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        if (library.Type("OptionRangeAttribute") is not { } attribute)
            return;
        FeatureCount features = new(library);
        context.RegisterOperationAction(operation => CheckOption(operation, attribute), OperationKind.SimpleAssignment);
        context.RegisterOperationAction(operation => CheckChoice(operation, library), OperationKind.SimpleAssignment);
        context.RegisterOperationAction(operation => CheckArgument(operation, attribute, features), OperationKind.Argument);
    }

    private void CheckOption(OperationAnalysisContext context, INamedTypeSymbol attribute)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: var property } && OptionRange.Of(property, attribute) is { } range)
            Check(context, assignment.Value, range, property.Name, property.ContainingType.Shown());
    }

    /// <summary>A choice that is none of those there are.</summary>
    private void CheckChoice(OperationAnalysisContext context, Library library)
    {
        var assignment = (ISimpleAssignmentOperation)context.Operation;
        if (assignment.Target is IPropertyReferenceOperation { Property: { Type: INamedTypeSymbol { TypeKind: TypeKind.Enum } choices } property } && library.Owns(choices) && library.Owns(property)
            && assignment.Value.ConstantValue is { HasValue: true, Value: { } constant }
            && choices.GetMembers().OfType<IFieldSymbol>().Where(choice => choice.HasConstantValue).ToArray() is var all && !Array.Exists(all, choice => constant.Equals(choice.ConstantValue))
            && !ExpectedToThrow.Contains(assignment))
        {
            context.ReportDiagnostic(At(assignment.Value.Syntax, property.Name, property.ContainingType.Shown(), $"{constant}", $"one of {string.Join(", ", all.Select(choice => choice.Name))}"));
        }
    }

    private void CheckArgument(OperationAnalysisContext context, INamedTypeSymbol attribute, FeatureCount features)
    {
        var argument = (IArgumentOperation)context.Operation;
        if (argument is not { Syntax: ArgumentSyntax, Parameter: { } parameter } || OptionRange.Of(parameter, attribute) is not { } range)
            return;
        if (parameter.ContainingSymbol is IPropertySymbol { IsIndexer: true } indexer)
            Check(context, argument.Value, features.Within(range, argument), parameter.Name, indexer.ContainingType.Shown());
        else
            Check(context, argument.Value, range, parameter.Name, ((IMethodSymbol)parameter.ContainingSymbol) is { MethodKind: MethodKind.Constructor } made ? made.ContainingType.Shown() : parameter.ContainingSymbol.Name);
    }

    /// <summary>The values that the expression may be, or each element of a list.</summary>
    private void Check(OperationAnalysisContext context, IOperation value, OptionRange range, string option, string owner)
    {
        foreach (IOperation given in Calls.Possible(value))
        {
            if (given.Syntax is CollectionExpressionSyntax)
            {
                foreach (IOperation element in given.ChildOperations)
                    Check(context, element, range, option, owner);
            }
            else if (Constants.Number(given) is { } number && !range.Allows(number) && !ExpectedToThrow.Contains(value))
            {
                string finite = double.IsPositiveInfinity(number) && double.IsPositiveInfinity(range.Below) ? " and finite" : "";
                string percent = range.IsShare && number is > 1 and <= 100 ? $"; write {OptionRange.Text(number / 100)} for {OptionRange.Text(number)} %" : "";
                context.ReportDiagnostic(At(given.Syntax, option, owner, OptionRange.Text(number), range + finite + percent));
            }
        }
    }
}
