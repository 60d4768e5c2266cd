using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Unions;

/// <summary>What arms do with the case they have.</summary>
internal static class ArmBody
{
    /// <summary>Whether an arm throws, ends or gives a default value, such as null: it answers nothing that two cases could share.</summary>
    public static bool IsNoAnswer(UnionArm arm) => arm.Body.All(IsNoAnswer);

    /// <summary>Whether an arm looks at what it has, by a variable of its pattern or by the value that is switched over.</summary>
    public static bool Looks(UnionArm arm, IOperation value) => arm.Body.SelectMany(step => step.DescendantsAndSelf())
        .Any(part => IsSame(part, value) || part is ILocalReferenceOperation local && Variables(arm).Contains(local.Local.Name));

    /// <summary>Whether two arms do the same with two cases, and use nothing of the cases that may differ behind the same words.</summary>
    public static bool AreAlike(UnionArm better, UnionArm lesser, IOperation value) =>
        Words(better).SequenceEqual(Words(lesser))
        && !better.Body.Concat(lesser.Body).SelectMany(step => step.DescendantsAndSelf()).Any(part => IsSame(part, value) || IsWholeCase(part));

    private static bool IsNoAnswer(IOperation step) => step switch
    {
        IThrowOperation or IBranchOperation or IEmptyOperation or IDefaultValueOperation => true,
        IConversionOperation { ConstantValue.HasValue: false } conversion => IsNoAnswer(conversion.Operand),
        IExpressionStatementOperation statement => IsNoAnswer(statement.Operation),
        IBlockOperation block => block.Operations.All(IsNoAnswer),
        IReturnOperation { ReturnedValue: null } => true,
        IReturnOperation { ReturnedValue: { } returned } => IsNoAnswer(returned),
        { ConstantValue: { HasValue: true, Value: var constant } } => constant is null or false or "" || (constant is IConvertible and not string && 0.0.Equals(AsNumber(constant))),
        _ => false,
    };

    private static double AsNumber(object constant) => constant is char or DateTime ? double.NaN : Convert.ToDouble(constant, System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsSame(IOperation part, IOperation value) =>
        value is ILocalReferenceOperation or IParameterReferenceOperation or IMemberReferenceOperation && SyntaxFactory.AreEquivalent(part.Syntax, value.Syntax);

    /// <summary>A variable of a case is used for more than a member that the case declares itself.</summary>
    private static bool IsWholeCase(IOperation part) => part is ILocalReferenceOperation { Type: { } type } variable && ClosedUnions.IsCase(type) && !(variable.Parent switch
    {
        IMemberReferenceOperation { Member: { IsOverride: false } member } => Symbols.Same(member.ContainingType, type),
        IInvocationOperation { Instance: { } instance, TargetMethod: { IsOverride: false } method } when instance == variable => Symbols.Same(method.ContainingType, type),
        _ => false,
    });

    /// <summary>The tokens of a body, with variables of the pattern by their number.</summary>
    private static IEnumerable<string> Words(UnionArm arm)
    {
        List<string> variables = Variables(arm);
        IEnumerable<SyntaxNode> body = arm.Syntax is SwitchExpressionArmSyntax { Expression: var expression } ? [expression] : ((SwitchSectionSyntax)arm.Syntax).Statements;
        return body.SelectMany(node => node.DescendantTokens()).Select(token =>
            IsVariable(token) && variables.IndexOf(token.ValueText) is >= 0 and var index ? $"#{index}" : token.ValueText);
    }

    private static bool IsVariable(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) && token.Parent is IdentifierNameSyntax name && !(name.Parent is MemberAccessExpressionSyntax member && member.Name == name);

    private static List<string> Variables(UnionArm arm) =>
        [.. arm.Patterns.SelectMany(pattern => pattern.Syntax.DescendantNodes().OfType<SingleVariableDesignationSyntax>()).Select(variable => variable.Identifier.ValueText)];
}
