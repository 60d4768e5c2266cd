using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Diagnostics;

namespace TypedExplain.Generators.Parsing;

/// <summary>A property that carries state, and how a new record is given it.</summary>
/// <param name="Property">The property.</param>
/// <param name="Parameter">The constructor parameter that sets it, or null.</param>
/// <param name="IsInitialized">Whether an object initializer sets it.</param>
/// <param name="IsFeature">Whether it is a feature; if not, it is set to its default.</param>
internal sealed record StoredProperty(IPropertySymbol Property, IParameterSymbol? Parameter, bool IsInitialized, bool IsFeature)
{
    /// <summary>The annotations, whether they stand on the property or on the parameter.</summary>
    public IEnumerable<AttributeData> Attributes =>
        Parameter is null ? Property.GetAttributes() : Property.GetAttributes().Concat(Parameter.GetAttributes());

    /// <summary>Where the property is named.</summary>
    public LocationInfo NameLocation => LocationInfo.Of(Property.Locations[0]);

    /// <summary>Where its type is written.</summary>
    public LocationInfo TypeLocation(CancellationToken cancellation) =>
        Property.DeclaringSyntaxReferences[0].GetSyntax(cancellation) switch
        {
            PropertyDeclarationSyntax property => LocationInfo.Of(property.Type),
            ParameterSyntax { Type: { } type } => LocationInfo.Of(type),
            _ => NameLocation,
        };
}
