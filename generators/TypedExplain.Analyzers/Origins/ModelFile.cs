using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Origins;

/// <summary>The constant in which the class of a model has the name of its file.</summary>
internal static class ModelFile
{
    /// <summary>The constant in a value, by itself or at the end of a path; null where there is none.</summary>
    public static IFieldReferenceOperation? In(IOperation value, CancellationToken cancellation) => Origin.Of(value, cancellation) switch
    {
        IFieldReferenceOperation { Field: { Name: "File", IsConst: true } } file => file,
        IInvocationOperation { TargetMethod: { Name: "Combine" or "Join" or "GetFullPath" or "ReadAllBytes" } method, Arguments: { Length: > 0 } parts } when method.ContainingNamespace.ToDisplayString() == "System.IO" => In(parts[parts.Length - 1].Value, cancellation),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum => In(sum.RightOperand, cancellation),
        IInterpolatedStringOperation { Parts: { Length: > 0 } parts } when parts[parts.Length - 1] is IInterpolationOperation last => In(last.Expression, cancellation),
        _ => null,
    };
}
