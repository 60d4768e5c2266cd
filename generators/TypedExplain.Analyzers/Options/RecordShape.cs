using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers.Options;

/// <summary>What is certain of the features of a record, from its properties and those of the records inside it.</summary>
internal sealed class RecordShape(Library library)
{
    private readonly INamedTypeSymbol? _record = library.Type("FeatureRecordAttribute");
    private readonly INamedTypeSymbol? _left = library.Type("NotAFeatureAttribute");

    /// <summary>Whether every enum has two members or more that differ. Lists of texts always have.</summary>
    public bool HasChoices(INamedTypeSymbol record) => Properties(record, []).All(property =>
        property.Type.TypeKind != TypeKind.Enum
        || property.Type.GetMembers().OfType<IFieldSymbol>().Where(member => member.HasConstantValue).Select(member => member.ConstantValue).Distinct().Count() > 1);

    private IEnumerable<IPropertySymbol> Properties(INamedTypeSymbol record, ISymbol[] around)
    {
        foreach (IPropertySymbol property in record.AndBases().SelectMany(type => type.GetMembers()).OfType<IPropertySymbol>())
        {
            if (property.IsStatic || property.IsIndexer || property.DeclaredAccessibility != Accessibility.Public || Has(property, _left))
                continue;
            if (property.Type is not INamedTypeSymbol inner || !Has(inner, _record) || around.Contains(inner, SymbolEqualityComparer.Default))
            {
                yield return property;
                continue;
            }

            foreach (IPropertySymbol feature in Properties(inner, [.. around, record]))
                yield return feature;
        }
    }

    /// <summary>Whether a property is annotated itself or as the parameter that sets it.</summary>
    private static bool Has(IPropertySymbol property, INamedTypeSymbol? attribute) =>
        Has((ISymbol)property, attribute) || property.ContainingType.InstanceConstructors.SelectMany(constructor => constructor.Parameters)
            .Any(parameter => parameter.Name.Equals(property.Name, StringComparison.OrdinalIgnoreCase) && Has(parameter, attribute));

    private static bool Has(ISymbol symbol, INamedTypeSymbol? attribute) =>
        symbol.GetAttributes().Any(annotation => Symbols.Same(annotation.AttributeClass, attribute));
}
