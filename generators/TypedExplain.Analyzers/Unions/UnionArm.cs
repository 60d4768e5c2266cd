using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Unions;

/// <summary>One arm of a switch expression, or one section of a switch statement.</summary>
internal sealed class UnionArm
{
    private readonly (IPatternOperation Pattern, bool IsGuarded)[] _labels;

    private UnionArm(SyntaxNode syntax, (IPatternOperation, bool)[] labels, bool isDefault, IOperation[] body) =>
        (Syntax, _labels, IsDefault, Body) = (syntax, labels, isDefault, body);

    /// <summary>The whole arm.</summary>
    public SyntaxNode Syntax { get; }

    /// <summary>Whether <c>default</c> leads here.</summary>
    public bool IsDefault { get; }

    /// <summary>The last pattern or <c>default</c> that leads here.</summary>
    public SyntaxNode Label => Syntax switch
    {
        SwitchExpressionArmSyntax arm => arm.Pattern,
        SwitchSectionSyntax section => section.Labels.Last(),
        _ => Syntax,
    };

    public IEnumerable<IPatternOperation> Patterns => _labels.Select(label => label.Pattern);

    /// <summary>What the arm does: its value, or its statements.</summary>
    public IOperation[] Body { get; }

    public bool MatchesNull => IsDefault || _labels.Any(label => !label.IsGuarded && label.Pattern.MatchesNull());

    public static UnionArm Of(ISwitchExpressionArmOperation arm) =>
        new(arm.Syntax, [(arm.Pattern, IsCondition(arm.Guard))], isDefault: false, [arm.Value]);

    public static UnionArm Of(ISwitchCaseOperation section) => new(
        section.Syntax,
        [.. section.Clauses.OfType<IPatternCaseClauseOperation>().Select(clause => (clause.Pattern, IsCondition(clause.Guard)))],
        section.Clauses.Any(clause => clause is IDefaultCaseClauseOperation),
        [.. section.Body]);

    /// <summary>How much of a case the arm takes.</summary>
    public Coverage Of(INamedTypeSymbol definition) => IsDefault ? Coverage.All : _labels
        .Select(label => (Coverage)Math.Min((int)label.Pattern.Of(definition), (int)(label.IsGuarded ? Coverage.Some : Coverage.All)))
        .DefaultIfEmpty(Coverage.None).Max();

    /// <summary>The pattern that names a type, where the arm has one that is not negated.</summary>
    public IPatternOperation? Naming(INamedTypeSymbol definition) => Patterns.SelectMany(Named).FirstOrDefault(pattern => TypeIn(pattern).Is(definition));

    private static bool IsCondition(IOperation? guard) => guard is not (null or { ConstantValue: { HasValue: true, Value: true } });

    private static IEnumerable<IPatternOperation> Named(IPatternOperation pattern) =>
        pattern is IBinaryPatternOperation both ? Named(both.LeftPattern).Concat(Named(both.RightPattern)) : [pattern];

    private static ITypeSymbol? TypeIn(IPatternOperation pattern) => pattern switch
    {
        IDeclarationPatternOperation { MatchesNull: false } declaration => declaration.MatchedType,
        ITypePatternOperation test => test.MatchedType,
        IRecursivePatternOperation { Syntax: RecursivePatternSyntax { Type: not null } } recursive => recursive.MatchedType,
        _ => null,
    };
}
