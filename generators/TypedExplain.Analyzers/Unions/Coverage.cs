using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Unions;

/// <summary>How much of a kind of value a pattern matches, in rising order.</summary>
internal enum Coverage
{
    /// <summary>None of them.</summary>
    None,

    /// <summary>Some, or it cannot be told.</summary>
    Some,

    /// <summary>All of them, whatever they hold.</summary>
    All,
}

/// <summary>What patterns match.</summary>
internal static class Patterns
{
    /// <summary>How many values of a type a pattern matches, null aside.</summary>
    public static Coverage Of(this IPatternOperation pattern, ITypeSymbol type) => pattern switch
    {
        IDiscardPatternOperation => Coverage.All,
        IDeclarationPatternOperation { MatchesNull: true } => Coverage.All,
        IDeclarationPatternOperation { MatchedType: { } matched } => Test(type, matched),
        ITypePatternOperation test => Test(type, test.MatchedType),
        IConstantPatternOperation { Value.ConstantValue: { HasValue: true, Value: null } } => Coverage.None,
        IRecursivePatternOperation recursive => And(Test(type, recursive.MatchedType), Parts(recursive)),
        INegatedPatternOperation not => Not(not.Pattern.Of(type)),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or => Or(or.LeftPattern.Of(type), or.RightPattern.Of(type)),
        IBinaryPatternOperation and => And(and.LeftPattern.Of(type), and.RightPattern.Of(type)),
        _ => Coverage.Some,
    };

    /// <summary>Whether a pattern matches null.</summary>
    public static bool MatchesNull(this IPatternOperation pattern) => pattern switch
    {
        IDiscardPatternOperation => true,
        IDeclarationPatternOperation declaration => declaration.MatchesNull,
        IConstantPatternOperation constant => constant.Value.ConstantValue is { HasValue: true, Value: null },
        INegatedPatternOperation not => !not.Pattern.MatchesNull(),
        IBinaryPatternOperation { OperatorKind: BinaryOperatorKind.Or } or => or.LeftPattern.MatchesNull() || or.RightPattern.MatchesNull(),
        IBinaryPatternOperation and => and.LeftPattern.MatchesNull() && and.RightPattern.MatchesNull(),
        _ => false,
    };

    private static Coverage And(Coverage left, Coverage right) => left < right ? left : right;

    private static Coverage Or(Coverage left, Coverage right) => left > right ? left : right;

    private static Coverage Not(Coverage part) => (Coverage)(Coverage.All - part);

    /// <summary>How many values of a type are also of another one.</summary>
    private static Coverage Test(ITypeSymbol type, ITypeSymbol wanted)
    {
        if (IsA(type, wanted))
            return Coverage.All;
        bool mayBe = !type.IsSealed && (type.TypeKind != TypeKind.Class || wanted.TypeKind != TypeKind.Class || IsA(wanted, type));
        return mayBe ? Coverage.Some : Coverage.None;
    }

    /// <summary>By definitions: a pattern of other type arguments would not compile.</summary>
    private static bool IsA(ITypeSymbol type, ITypeSymbol wanted) =>
        wanted.SpecialType == SpecialType.System_Object || wanted.TypeKind == TypeKind.Dynamic || type.Is(wanted.OriginalDefinition as INamedTypeSymbol)
        || (type is INamedTypeSymbol named && named.AndBases().Concat(named.AllInterfaces).Any(super => super.Is(wanted.OriginalDefinition as INamedTypeSymbol)));

    private static Coverage Parts(IRecursivePatternOperation pattern) =>
        !pattern.DeconstructionSubpatterns.IsEmpty ? Coverage.Some
        : pattern.PropertySubpatterns.All(MatchesAll) ? Coverage.All
        : Coverage.Some;

    private static bool MatchesAll(IPropertySubpatternOperation part) =>
        part.Member.Type is { } type
        && part.Pattern.Of(type) == Coverage.All
        && (type.NullableAnnotation != NullableAnnotation.Annotated || part.Pattern.MatchesNull());
}
