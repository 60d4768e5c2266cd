using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Units;

/// <summary>TEX0209: effects per different units are compared, added or sorted, so the units that somebody chose decide the result.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EffectsOfDifferentUnits() : UsageAnalyzer(UsageDescriptors.EffectsOfDifferentUnits)
{
    private static readonly HashSet<string> s_sorts = ["OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "MaxBy", "MinBy", "Max", "Min", "Sum", "Average"];

    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        EffectUnits units = new(library);
        INamedTypeSymbol? sequences = library.Framework("System.Linq.Enumerable"), math = library.Framework("System.Math");
        context.RegisterOperationAction(operation => CheckOperator(operation, units), OperationKind.Binary);
        context.RegisterOperationAction(operation => CheckCall(operation, units, sequences, math), OperationKind.Invocation);
    }

    private void CheckOperator(OperationAnalysisContext context, EffectUnits units)
    {
        var binary = (IBinaryOperation)context.Operation;
        if (binary.OperatorKind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract or BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual
            or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual)
        {
            CheckPair(context, binary.Syntax, binary.LeftOperand, binary.RightOperand, units);
        }
    }

    private void CheckCall(OperationAnalysisContext context, EffectUnits units, INamedTypeSymbol? sequences, INamedTypeSymbol? math)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Symbols.Same(call.TargetMethod.ContainingType, math) && call is { TargetMethod.Name: "Max" or "Min", Arguments: { Length: 2 } pair })
            CheckPair(context, call.Syntax, pair[0].Value, pair[1].Value, units);
        else if (Symbols.Same(call.TargetMethod.ContainingType, sequences) && s_sorts.Contains(call.TargetMethod.Name))
            CheckSort(context, call, units);
    }

    private void CheckPair(OperationAnalysisContext context, SyntaxNode place, IOperation left, IOperation right, EffectUnits units)
    {
        if (units.Of(left) is { } one && units.Of(right) is { } other && one != other)
            context.ReportDiagnostic(At(place, Text.Of(place), one, other));
    }

    /// <summary>A sort by a lambda that is the effect of its parameter, and nothing more.</summary>
    private void CheckSort(OperationAnalysisContext context, IInvocationOperation call, EffectUnits units)
    {
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Value is IDelegateCreationOperation { Target: IAnonymousFunctionOperation { Symbol.Parameters: { Length: 1 } features, Body.Operations: { Length: 1 } body } }
                && body[0] is IReturnOperation { ReturnedValue: { } key }
                && units.RecordOfAny(key, features[0]) is { } record
                && units.Differing(record) is (var first, var second))
            {
                context.ReportDiagnostic(At(Calls.NameOf(call), call.TargetMethod.Name, first, second));
            }
        }
    }
}
