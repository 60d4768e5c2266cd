using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;

namespace TypedExplain.Analyzers.Unions;

/// <summary>Where the member around a cast looks at what the cast is given: any question in it counts, wherever it leads.</summary>
internal sealed class Looks
{
    private readonly IConversionOperation _cast;
    private readonly INamedTypeSymbol[] _asked;

    public Looks(IConversionOperation cast)
    {
        _cast = cast;
        _asked = [.. Calls.Root(cast).DescendantsAndSelf().SelectMany(Types).OfType<INamedTypeSymbol>()];
    }

    /// <summary>Whether somebody asked for the wanted case, or for all others.</summary>
    public bool CanTell(INamedTypeSymbol wanted, INamedTypeSymbol[] others) =>
        Array.Exists(_asked, type => type.Is(wanted.OriginalDefinition)) || Array.TrueForAll(others, other => Array.Exists(_asked, type => type.Is(other)));

    private IEnumerable<ITypeSymbol> Types(IOperation operation) => operation switch
    {
        IIsTypeOperation test when IsGiven(test.ValueOperand) => [test.TypeOperand],
        IIsPatternOperation test when IsGiven(test.Value) => Named(test.Pattern),
        ISwitchExpressionOperation all when IsGiven(all.Value) => all.Arms.SelectMany(arm => Named(arm.Pattern)),
        ISwitchOperation all when IsGiven(all.Value) => all.Cases.SelectMany(section => section.Clauses).SelectMany(Named),
        IConversionOperation { IsTryCast: true, Type: { } type } other when other != _cast && IsGiven(other.Operand) => [type],
        ITypeOfOperation type => [type.TypeOperand],
        IInvocationOperation call when call.Arguments.Any(argument => IsGiven(argument.Value)) => call.TargetMethod.TypeArguments,
        _ => [],
    };

    private static IEnumerable<ITypeSymbol> Named(IOperation pattern) => pattern.DescendantsAndSelf().Select(part => part switch
    {
        IDeclarationPatternOperation declaration => declaration.MatchedType,
        ITypePatternOperation test => test.MatchedType,
        IRecursivePatternOperation recursive => recursive.MatchedType,
        _ => null,
    }).OfType<ITypeSymbol>();

    private bool IsGiven(IOperation value) => Calls.Bare(value) is not (IInvocationOperation or IObjectCreationOperation) && SyntaxFactory.AreEquivalent(Calls.Bare(value).Syntax, Calls.Bare(_cast.Operand).Syntax);
}
