using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TypedExplain.Analyzers.Diagnostics;

namespace TypedExplain.Analyzers.Unions;

/// <summary>TEX0222: a cast takes a value of a closed union for one of its cases, and nobody looked whether it is.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PresumedCase() : UsageAnalyzer(UsageDescriptors.PresumedCase)
{
    private protected override void Start(CompilationStartAnalysisContext context, Library library)
    {
        ClosedUnions unions = new();
        INamedTypeSymbol? enumerable = library.Framework("System.Linq.Enumerable");
        context.RegisterOperationAction(operation => CheckCast(operation, unions), OperationKind.Conversion);
        context.RegisterOperationAction(operation => CheckSequence(operation, unions, enumerable), OperationKind.Invocation);
    }

    private void CheckCast(OperationAnalysisContext context, ClosedUnions unions)
    {
        var cast = (IConversionOperation)context.Operation;
        if (cast is { IsImplicit: false, Type: INamedTypeSymbol wanted } && (!cast.IsTryCast || IsPresumed(cast)) && OthersThan(wanted, cast.Operand.Type, unions) is { Length: > 0 } others
            && !new Looks(cast).CanTell(wanted, others))
        {
            Report(context, cast.Syntax, wanted, cast.Operand.Type!, others);
        }
    }

    /// <summary>A sequence of outcomes whose elements are all taken for the same case.</summary>
    private void CheckSequence(OperationAnalysisContext context, ClosedUnions unions, INamedTypeSymbol? enumerable)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: "Cast", TypeArguments: { Length: 1 } arguments } && arguments[0] is INamedTypeSymbol wanted && Symbols.Same(call.TargetMethod.ContainingType, enumerable)
            && call.Arguments.FirstOrDefault()?.Value is { } given && ElementOf(Calls.Bare(given).Type) is { } union && OthersThan(wanted, union, unions) is { Length: > 0 } others)
        {
            Report(context, Calls.NameOf(call), wanted, union, others);
        }
    }

    private void Report(OperationAnalysisContext context, SyntaxNode place, INamedTypeSymbol wanted, ITypeSymbol union, INamedTypeSymbol[] others) =>
        context.ReportDiagnostic(At(place, Text.Of(place), ClosedUnions.Shown(wanted.OriginalDefinition, union), string.Join(" or ", others.Select(other => $"'{ClosedUnions.Shown(other, union)}'"))));

    /// <summary>The cases that a value of a union may be instead of one; none where these types are something else.</summary>
    private static INamedTypeSymbol[] OthersThan(INamedTypeSymbol wanted, ITypeSymbol? union, ClosedUnions unions) =>
        unions.CasesOf(union) is { Length: > 0 } cases && cases.Any(wanted.Is) ? [.. cases.Where(definition => !wanted.Is(definition))] : [];

    private static ITypeSymbol? ElementOf(ITypeSymbol? sequence) => sequence switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol named => named.AllInterfaces.Prepend(named)
            .FirstOrDefault(type => type.OriginalDefinition.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T)?.TypeArguments[0],
        _ => null,
    };

    /// <summary>Whether what <c>as</c> gives is used as if it could not be null.</summary>
    private static bool IsPresumed(IConversionOperation cast)
    {
        SyntaxNode outermost = cast.Syntax;
        while (outermost.Parent is ParenthesizedExpressionSyntax)
            outermost = outermost.Parent;
        if (outermost.Parent.IsKind(SyntaxKind.SuppressNullableWarningExpression) || IsUsed(Calls.User(cast), cast))
            return true;
        return cast.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var local } }
            && Locals.ReferencesTo(local, Calls.Root(cast)).ToArray() is { Length: > 0 } uses
            && uses.All(use => IsUsed(use.Parent, use));
    }

    private static bool IsUsed(IOperation? user, IOperation value) => user switch
    {
        IMemberReferenceOperation member => member.Instance == value || Calls.Bare(member.Instance!) == value,
        IInvocationOperation { Instance: { } instance } => instance == value,
        _ => false,
    };
}
