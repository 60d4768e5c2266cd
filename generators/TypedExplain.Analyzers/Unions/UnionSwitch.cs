using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Unions;

/// <summary>A <c>switch</c> over a closed union, expression or statement.</summary>
internal sealed class UnionSwitch
{
    private UnionSwitch(IOperation value, SyntaxToken keyword, INamedTypeSymbol[] cases, UnionArm[] arms) =>
        (Value, Keyword, Cases, Arms) = (value, keyword, cases, arms);

    /// <summary>What is looked at.</summary>
    public IOperation Value { get; }

    public ITypeSymbol Union => Value.Type!;

    public SyntaxToken Keyword { get; }

    public INamedTypeSymbol[] Cases { get; }

    public UnionArm[] Arms { get; }

    /// <summary>Null where the operation is not a switch over a closed union.</summary>
    public static UnionSwitch? Of(IOperation? operation, ClosedUnions unions) => operation switch
    {
        ISwitchExpressionOperation { Syntax: SwitchExpressionSyntax syntax, Value: { } value } expression when unions.CasesOf(value.Type) is { Length: > 0 } cases =>
            new(value, syntax.SwitchKeyword, cases, [.. expression.Arms.Select(UnionArm.Of)]),
        ISwitchOperation { Syntax: SwitchStatementSyntax syntax, Value: { } value } statement when unions.CasesOf(value.Type) is { Length: > 0 } cases =>
            new(value, syntax.SwitchKeyword, cases, [.. statement.Cases.Select(UnionArm.Of)]),
        _ => null,
    };

    /// <summary>How much of a case the arms take together.</summary>
    public Coverage Of(INamedTypeSymbol definition) => Arms.Select(arm => arm.Of(definition)).DefaultIfEmpty(Coverage.None).Max();

    /// <summary>The arm that takes whatever of a case the arms before it left; null where only conditions do.</summary>
    public UnionArm? FirstOf(INamedTypeSymbol definition) => Arms.FirstOrDefault(arm => !arm.IsDefault && arm.Of(definition) == Coverage.All) ?? Arms.FirstOrDefault(arm => arm.IsDefault);

    public bool MatchesNull => Arms.Any(arm => arm.MatchesNull);
}
