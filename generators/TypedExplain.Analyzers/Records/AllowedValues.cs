using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers.Records;

/// <summary>What the annotations of a feature, or its type, say that it may be.</summary>
internal sealed class AllowedValues(Library library)
{
    private readonly INamedTypeSymbol? _numeric = library.Type("NumericAttribute");
    private readonly INamedTypeSymbol? _categories = library.Type("CategoriesAttribute");

    /// <summary>What a feature may be; null where nothing is stated that a constant could miss.</summary>
    /// <param name="property">The feature.</param>
    /// <param name="parameter">The positional parameter that it stands for, which may have the annotations.</param>
    public Allowed? Of(IPropertySymbol property, IParameterSymbol? parameter)
    {
        ITypeSymbol type = ElementOf(property.Type);
        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum } names)
            return Allowed.Members(names);
        if (type.SpecialType == SpecialType.System_String)
        {
            return Find(property, parameter, _categories)?.ConstructorArguments.FirstOrDefault() is { Kind: TypedConstantKind.Array, IsNull: false, Values: var texts }
                ? Allowed.Texts([.. texts.Select(text => text.Value as string)])
                : null;
        }

        NumberEnds widest = NumberEnds.Of(type.SpecialType);
        double[] ends = [.. Find(property, parameter, _numeric)?.ConstructorArguments.Select(argument => argument.Value).OfType<double>() ?? Enumerable.Empty<double>()];
        if (ends.Length == 2 ? !(ends[0] < ends[1]) : type.SpecialType is < SpecialType.System_SByte or > SpecialType.System_Double)
            return null;
        double least = ends.Length == 2 ? Math.Max(ends[0], widest.Least) : widest.Least, most = ends.Length == 2 ? Math.Min(ends[1], widest.Most) : widest.Most;
        return Allowed.Range(least, most, type.SpecialType == SpecialType.System_Single);
    }

    private static AttributeData? Find(IPropertySymbol property, IParameterSymbol? parameter, INamedTypeSymbol? attribute) =>
        property.GetAttributes().Concat(parameter?.GetAttributes() ?? Enumerable.Empty<AttributeData>()).FirstOrDefault(data => Symbols.Same(data.AttributeClass, attribute));

    /// <summary>The type of a value without the question mark, or of the numbers in an array.</summary>
    private static ITypeSymbol ElementOf(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => array.ElementType,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => nullable.TypeArguments[0],
        _ => type,
    };
}
