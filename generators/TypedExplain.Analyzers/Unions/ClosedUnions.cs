using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers.Unions;

/// <summary>
/// Classes of the packages that have a closed set of cases, such as an outcome. The packages mark them with an attribute
/// of their own, so a new one needs no new rule.
/// </summary>
internal sealed class ClosedUnions
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, INamedTypeSymbol[]> _cases = new(SymbolEqualityComparer.Default);

    /// <summary>The cases of a union, as definitions; none for any other type.</summary>
    public INamedTypeSymbol[] CasesOf(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, IsAbstract: true } named ? _cases.GetOrAdd(named.OriginalDefinition, Find) : [];

    /// <summary>Whether a type is a case of some union.</summary>
    public static bool IsCase(ITypeSymbol type) =>
        type is INamedTypeSymbol named && named.AndBases().Skip(1).Any(super => MarkOf(super.OriginalDefinition, "ClosedUnionAttribute") is not null);

    /// <summary>The case that another one falls short of, as a definition; null for a case that stands for itself.</summary>
    public static INamedTypeSymbol? BetterThan(INamedTypeSymbol lesser) =>
        MarkOf(lesser, "ShortOfAttribute")?.ConstructorArguments[0].Value is INamedTypeSymbol better ? better.OriginalDefinition : null;

    /// <summary>A case as its user writes it: with the arguments of the union.</summary>
    public static string Shown(INamedTypeSymbol definition, ITypeSymbol union) =>
        union is INamedTypeSymbol { TypeArguments: { Length: > 0 } arguments } && arguments.Length == definition.Arity
            ? definition.Construct([.. arguments]).Shown()
            : definition.Shown();

    private static INamedTypeSymbol[] Find(INamedTypeSymbol definition)
    {
        if (MarkOf(definition, "ClosedUnionAttribute") is null)
            return [];
        return [.. TypesIn(definition.ContainingAssembly.GlobalNamespace).Where(type => !type.IsAbstract && type.AndBases().Skip(1).Any(super => super.Is(definition)))];
    }

    private static AttributeData? MarkOf(INamedTypeSymbol type, string name) => type.GetAttributes().FirstOrDefault(mark =>
        mark.AttributeClass is { ContainingNamespace: { Name: "Explanations", ContainingNamespace: { Name: "TypedExplain", ContainingNamespace.IsGlobalNamespace: true } } } attribute && attribute.Name == name);

    private static IEnumerable<INamedTypeSymbol> TypesIn(INamespaceOrTypeSymbol space) => space.GetMembers().SelectMany(member => member switch
    {
        INamedTypeSymbol type => TypesIn(type).Prepend(type),
        INamespaceSymbol inner => TypesIn(inner),
        _ => [],
    });
}
