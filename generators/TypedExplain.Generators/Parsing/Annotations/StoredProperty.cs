using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing.Annotations;

/// <summary>A property that carries state, and how a new record is given it.</summary>
/// <param name="Property">The property.</param>
/// <param name="Parameter">The constructor parameter that sets it, or null.</param>
/// <param name="IsInitialized">Whether an object initializer sets it.</param>
/// <param name="IsFeature">Whether it is a feature; if not, it is set to its default, or as another record has it.</param>
/// <param name="Reach">Whether an object initializer can set it, of a property that is not a feature.</param>
internal sealed record StoredProperty(IPropertySymbol Property, IParameterSymbol? Parameter, bool IsInitialized, bool IsFeature, MemberReach Reach)
{
    /// <summary>
    /// The annotations, whether they stand on the parameter that sets the property, on the property, or on the parameter of
    /// the base type that it comes from; the first of a kind counts.
    /// </summary>
    public IEnumerable<AttributeData> Attributes => On(Parameter)
        .Concat(Property.GetAttributes())
        .Concat(SymbolEqualityComparer.Default.Equals(Source, Parameter) ? [] : On(Source));

    /// <summary>The annotations of a kind that may stand several times: those of the record's own, or else those of the base type's parameter.</summary>
    public AttributeData[] All(string name)
    {
        AttributeData[] own = [.. On(Parameter).Concat(Property.GetAttributes()).Where(attribute => attribute.IsOurs(name))];
        return own.Length > 0 ? own : [.. On(Source).Where(attribute => attribute.IsOurs(name))];
    }

    /// <summary>Whether an annotation is of a kind that may stand several times.</summary>
    public static bool IsRepeatable(AttributeData attribute) => attribute.IsOurs("Reason") || attribute.IsOurs("MovesWith");

    private static IEnumerable<AttributeData> On(ISymbol? symbol) =>
        symbol is null ? Array.Empty<AttributeData>() : symbol.GetAttributes();

    /// <summary>The parameter that a positional property comes from, or null.</summary>
    private IParameterSymbol? Source { get; } = Property.ContainingType.InstanceConstructors
        .SelectMany(constructor => constructor.Parameters)
        .FirstOrDefault(parameter => parameter.Name == Property.Name && parameter.Locations[0] == Property.Locations[0]);

    /// <summary>Where the property is named.</summary>
    public LocationInfo NameLocation => LocationInfo.Of(Property.Locations[0]);

    /// <summary>Where an annotation of this name stands, or null.</summary>
    public LocationInfo? AnnotationLocation(string name) =>
        Attributes.FirstOrDefault(attribute => attribute.IsOurs(name))?.ApplicationSyntaxReference is { } place ? LocationInfo.Of(place.GetSyntax()) : null;

    /// <summary>An annotation of the property, and another of the same kind on the parameter that it is declared by.</summary>
    public IEnumerable<(AttributeData First, AttributeData Second)> Repeated =>
        from first in On(Source)
        from second in Property.GetAttributes()
        where SymbolEqualityComparer.Default.Equals(first.AttributeClass, second.AttributeClass)
        select (first, second);

    /// <summary>Where its type is written.</summary>
    public LocationInfo TypeLocation(CancellationToken cancellation) =>
        Property.DeclaringSyntaxReferences[0].GetSyntax(cancellation) switch
        {
            PropertyDeclarationSyntax property => LocationInfo.Of(property.Type),
            ParameterSyntax { Type: { } type } => LocationInfo.Of(type),
            _ => NameLocation,
        };
}
