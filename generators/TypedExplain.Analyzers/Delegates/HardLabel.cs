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
        if (function.Maker.Name != "From" || function.Answers.ToArray() is not { Length: 1 } answers)
            return;
        IOperation answer = answers[0];
        bool isLabel = Explicit(answer) switch
        {
            IConditionalOperation { WhenTrue: { } first, WhenFalse: { } second, Condition: { } condition } => IsThreshold(condition) && Number(first) is { } one && Number(second) is { } other && one + other == 1 && one * other == 0,
            IInvocationOperation { TargetMethod: { Name: "ToDouble" or "ToInt32" or "ToSingle", ContainingType.Name: "Convert" }, Arguments: { Length: > 0 } given } => given[0].Value is { Type.SpecialType: SpecialType.System_Boolean } flag && IsThreshold(flag),
            _ => false,
        };
        if (isLabel)
            calls.Tell(At(answer.Syntax, Text.Of(answer.Syntax)));
    }

    private static IOperation Explicit(IOperation value) => value is IConversionOperation conversion ? Explicit(conversion.Operand) : value;

    /// <summary>Whether a condition compares numbers by their size. One of flags and categories is no threshold.</summary>
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
