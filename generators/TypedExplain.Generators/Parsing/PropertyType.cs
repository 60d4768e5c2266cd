using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing;

/// <summary>The type of a property, taken apart: what it is of, and whether there may be none or several.</summary>
/// <param name="Type">What columns carry.</param>
/// <param name="Element">The type itself, or that of an array's elements.</param>
/// <param name="IsNullable">Whether there may be no value.</param>
/// <param name="IsArray">Whether there are several.</param>
/// <param name="IsImmutableArray">Whether the array is an immutable one.</param>
internal sealed record PropertyType(FeatureType Type, ITypeSymbol Element, bool IsNullable, bool IsArray, bool IsImmutableArray)
{
    /// <summary>The type of a property, or null where no column can carry it.</summary>
    public static PropertyType? Of(IPropertySymbol property)
    {
        ITypeSymbol type = property.Type;
        bool isNullable = type.IsReferenceType && type.NullableAnnotation == NullableAnnotation.Annotated;
        if (type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable)
            (type, isNullable) = (nullable.TypeArguments[0], true);

        ITypeSymbol? element = type switch
        {
            IArrayTypeSymbol { Rank: 1 } array => array.ElementType,
            INamedTypeSymbol { Name: "ImmutableArray", TypeArguments.Length: 1 } list when list.ContainingNamespace.ToDisplayString() == "System.Collections.Immutable" => list.TypeArguments[0],
            _ => null,
        };
        if (element is not null)
            return TypeOf(element) is { } number && number.IsNumber() && !number.IsTime() ? new(number, element, isNullable, IsArray: true, type is INamedTypeSymbol) : null;
        return TypeOf(type) is { } single ? new(single, type, isNullable, IsArray: false, IsImmutableArray: false) : null;
    }

    private static FeatureType? TypeOf(ITypeSymbol type) => type.SpecialType switch
    {
        SpecialType.System_Double => FeatureType.Double,
        SpecialType.System_Single => FeatureType.Single,
        SpecialType.System_Decimal => FeatureType.Decimal,
        SpecialType.System_SByte => FeatureType.SByte,
        SpecialType.System_Byte => FeatureType.Byte,
        SpecialType.System_Int16 => FeatureType.Int16,
        SpecialType.System_UInt16 => FeatureType.UInt16,
        SpecialType.System_Int32 => FeatureType.Int32,
        SpecialType.System_UInt32 => FeatureType.UInt32,
        SpecialType.System_Int64 => FeatureType.Int64,
        SpecialType.System_UInt64 => FeatureType.UInt64,
        SpecialType.System_Boolean => FeatureType.Boolean,
        SpecialType.System_String => FeatureType.Text,
        SpecialType.System_DateTime => FeatureType.DateTime,
        _ when type.TypeKind == TypeKind.Enum => FeatureType.Enum,
        _ when type is INamedTypeSymbol && type.GetAttributes().Any(attribute => attribute.IsOurs("FeatureRecord")) => FeatureType.Record,
        _ => type.ToDisplayString() switch
        {
            "System.Half" => FeatureType.Half,
            "System.DateOnly" => FeatureType.DateOnly,
            "System.DateTimeOffset" => FeatureType.DateTimeOffset,
            "System.TimeSpan" => FeatureType.TimeSpan,
            _ => null,
        },
    };
}
