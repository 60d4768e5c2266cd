using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Units;

/// <summary>TEX0209: effects per different units are compared, added or sorted, so the units that somebody chose decide the result.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EffectsOfDifferentUnits() : UsageAnalyzer(UsageDescriptors.EffectsOfDifferentUnits)
{
    private static readonly HashSet<string> s_sorts = ["OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "MaxBy", "MinBy", "Max", "Min", "Sum", "Average", "Order", "OrderDescending"];

    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        EffectUnits units = new(library);
        INamedTypeSymbol? sequences = library.Framework("System.Linq.Enumerable"), math = library.Framework("System.Math");
        context.RegisterOperationAction(operation => CheckOperator(operation, units), OperationKind.Binary);
        context.RegisterOperationAction(operation => CheckSum(operation, units), OperationKind.CompoundAssignment);
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

    /// <summary>A local to which nothing but effects are added, one by one or in a loop over features.</summary>
    private void CheckSum(OperationAnalysisContext context, EffectUnits units)
    {
        var sum = (ICompoundAssignmentOperation)context.Operation;
        if (sum.OperatorKind is not (BinaryOperatorKind.Add or BinaryOperatorKind.Subtract) || sum.Target is not ILocalReferenceOperation { Local: var local })
            return;
        IOperation root = Calls.Root(sum);
        if (FeatureOfLoop(sum) is { } feature && units.RecordOfAny(sum.Value, feature) is { } record && units.Differing(record) is (var first, var second))
            context.ReportDiagnostic(At(sum.Syntax, Text.Of(sum.Syntax), first, second));
        else if (units.Of(sum.Value) is { } unit && !Locals.ReferencesTo(local, root).Any(Locals.IsWritten)
            && Addends(local, root).TakeWhile(addend => addend != sum.Value).Select(units.Of).FirstOrDefault(other => other is not null && other != unit) is { } before)
            context.ReportDiagnostic(At(sum.Syntax, Text.Of(sum.Syntax), before, unit));
    }

    /// <summary>What a local begins with and what is added to it, in the order of the text.</summary>
    private static IEnumerable<IOperation> Addends(ILocalSymbol local, IOperation root) => root.DescendantsAndSelf().Select(part => part switch
    {
        IVariableDeclaratorOperation declarator when Symbols.Same(declarator.Symbol, local) => declarator.GetVariableInitializer()?.Value,
        ICompoundAssignmentOperation { Target: ILocalReferenceOperation target } added when Symbols.Same(target.Local, local) => added.Value,
        _ => null,
    }).OfType<IOperation>();

    /// <summary>The variable of the innermost loop over a sequence.</summary>
    private static ILocalSymbol? FeatureOfLoop(IOperation operation)
    {
        for (IOperation? at = operation.Parent; at is not (null or IAnonymousFunctionOperation or ILocalFunctionOperation); at = at.Parent)
        {
            // A condition may choose features of one unit.
            if (at is IConditionalOperation)
                return null;
            if (at is IForEachLoopOperation { Locals: { Length: 1 } variables })
                return variables[0];
        }

        return null;
    }

    private void CheckCall(OperationAnalysisContext context, EffectUnits units, INamedTypeSymbol? sequences, INamedTypeSymbol? math)
    {
        var call = (IInvocationOperation)context.Operation;
        if (Symbols.Same(call.TargetMethod.ContainingType, math) && call is { TargetMethod.Name: "Max" or "Min", Arguments: { Length: 2 } pair })
            CheckPair(context, call.Syntax, pair[0].Value, pair[1].Value, units);
        else if (call is { TargetMethod: { Name: "CompareTo", ContainingType.SpecialType: SpecialType.System_Double }, Instance: { } left, Arguments: { Length: 1 } right })
            CheckPair(context, call.Syntax, left, right[0].Value, units);
        else if (Symbols.Same(call.TargetMethod.ContainingType, sequences) && s_sorts.Contains(call.TargetMethod.Name))
            CheckSort(context, call, units);
    }

    private void CheckPair(OperationAnalysisContext context, SyntaxNode place, IOperation left, IOperation right, EffectUnits units)
    {
        if (units.Of(left) is { } one && units.Of(right) is { } other && one != other)
            context.ReportDiagnostic(At(place, Text.Of(place), one, other));
    }

    /// <summary>A sort by a lambda that is the effect of its parameter, and nothing more; or one of a list of effects.</summary>
    private void CheckSort(OperationAnalysisContext context, IInvocationOperation call, EffectUnits units)
    {
        if (IsChosen(call))
            return;
        (string First, string Second)? mixed = call.Arguments.Length == 1 ? Mixed(Calls.Bare(call.Arguments[0].Value), units) : null;
        if (mixed is (var one, var other))
            context.ReportDiagnostic(At(Calls.NameOf(call), call.TargetMethod.Name, one, other));
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

    /// <summary>Two units of the effects in a list that is written out, or of all effects of an explanation.</summary>
    private static (string First, string Second)? Mixed(IOperation list, EffectUnits units) => list switch
    {
        IArrayCreationOperation { Initializer: { } written } => units.Differing(written.ElementValues),
        { Syntax: CollectionExpressionSyntax } => units.Differing(list.ChildOperations),
        _ => units.RecordOfAll(list) is { } record ? units.Differing(record) : null,
    };

    /// <summary>Whether the sequence was filtered, and may be of features of one unit.</summary>
    private static bool IsChosen(IInvocationOperation call) =>
        call.Arguments.FirstOrDefault()?.Value is { } source && source.DescendantsAndSelf().OfType<IInvocationOperation>().Any(before => before.TargetMethod.Name == "Where");
}
