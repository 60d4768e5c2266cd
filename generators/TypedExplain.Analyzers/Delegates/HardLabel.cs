using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Delegates;

/// <summary>TEX0229: a model answers 0 or 1 by a threshold, so that neighbors on one side of it all have the same answer.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class HardLabel() : ModelDelegateAnalyzer(UsageDescriptors.HardLabel)
{
    private protected override void Check(CallsOfMember calls, ModelDelegate function, Library library)
    {
        if (function.Maker.Name != "From" || function.Answers.ToArray() is not { Length: > 0 } answers)
            return;
        SyntaxNode? place = answers.Length == 1 ? (IsLabel(answers[0]) ? answers[0].Syntax : null)
            : AreLabels(answers) ? function.Parts.OfType<IConditionalOperation>().FirstOrDefault(choice => IsThreshold(choice.Condition))?.Condition.Syntax
            : null;
        if (place is not null)
            calls.Tell(At(place, Text.Of(place)));
    }

    private static bool IsLabel(IOperation answer) => Explicit(answer) switch
    {
        IConditionalOperation { WhenTrue: { } first, WhenFalse: { } second, Condition: { } condition } => IsThreshold(condition) && AreLabels(first, second),
        ISwitchExpressionOperation { Arms: var arms } => AreLabels([.. arms.Select(arm => arm.Value)]) && arms.Any(arm => IsThreshold(arm.Pattern) || (arm.Guard is { } guard && IsThreshold(guard))),
        IInvocationOperation { TargetMethod: { Name: "ToDouble" or "ToInt32" or "ToSingle", ContainingType.Name: "Convert" }, Arguments: { Length: > 0 } given } => given[0].Value is { Type.SpecialType: SpecialType.System_Boolean } flag && IsThreshold(flag),
        _ => false,
    };

    /// <summary>Whether all answers are 0 or 1, and both occur.</summary>
    private static bool AreLabels(params IOperation[] answers) => answers.All(answer => Number(answer) is 0 or 1) && answers.Select(Number).Distinct().Count() == 2;

    private static IOperation Explicit(IOperation value) => value is IConversionOperation conversion ? Explicit(conversion.Operand) : value;

    /// <summary>Whether a condition compares numbers by their size. One of flags and categories is not a threshold.</summary>
    private static bool IsThreshold(IOperation condition) => condition.DescendantsAndSelf().Any(part => part switch
    {
        IBinaryOperation { OperatorKind: BinaryOperatorKind.LessThan or BinaryOperatorKind.LessThanOrEqual or BinaryOperatorKind.GreaterThan or BinaryOperatorKind.GreaterThanOrEqual } => true,
        IRelationalPatternOperation => true,
        _ => false,
    });

    private static double? Number(IOperation value) => Explicit(value).ConstantValue is { HasValue: true, Value: { } constant } && constant is int or long or float or double or decimal
        ? Convert.ToDouble(constant, System.Globalization.CultureInfo.InvariantCulture)
        : null;
}
