using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers.Features;

/// <summary>Records inside records, by the names that the generator gave their features.</summary>
internal sealed class InnerRecords(Library library)
{
    private readonly INamedTypeSymbol? _feature = library.Type("Feature`1");
    private readonly INamedTypeSymbol? _array = library.Framework("System.Collections.Immutable.ImmutableArray`1");

    /// <summary>Every way from a record to one inside it, as the properties on the way.</summary>
    public IEnumerable<IPropertySymbol[]> Paths(ITypeSymbol outer, ITypeSymbol inner) => Paths(outer, inner, [outer]);

    /// <summary>The generated class with the names of a record's features; null where the record has none.</summary>
    public INamedTypeSymbol? NamesOf(ITypeSymbol record) => record.ContainingNamespace?.GetTypeMembers()
        .FirstOrDefault(type => type.IsStatic && type.Name.EndsWith("Features", StringComparison.Ordinal)
            && type.GetMembers().OfType<IPropertySymbol>().Any(name => Symbols.Same(RecordOf(name), record)));

    /// <summary>No record can hold itself; the ones on the way are known so that one in progress, which does, has an end.</summary>
    private IEnumerable<IPropertySymbol[]> Paths(ITypeSymbol outer, ITypeSymbol inner, ITypeSymbol[] way)
    {
        if (outer is not INamedTypeSymbol record || NamesOf(outer) is not { } names)
            yield break;

        foreach (IPropertySymbol property in record.AndBases().SelectMany(type => type.GetMembers()).OfType<IPropertySymbol>())
        {
            if (way.Contains(property.Type, SymbolEqualityComparer.Default) || !HoldsRecord(names, property.Name))
                continue;
            if (Symbols.Same(property.Type, inner))
                yield return [property];
            foreach (IPropertySymbol[] rest in Paths(property.Type, inner, [.. way, property.Type]))
                yield return [property, .. rest];
        }
    }

    /// <summary>Whether a name stands for several features, those of a record inside.</summary>
    private bool HoldsRecord(INamedTypeSymbol names, string property) =>
        names.GetMembers(property).OfType<IPropertySymbol>().Any(name => name.Type.Is(_array));

    /// <summary>The record whose feature, or features, a generated name stands for.</summary>
    private ITypeSymbol? RecordOf(IPropertySymbol name) => (name.Type.RecordOf(_array) ?? name.Type).RecordOf(_feature);
}
