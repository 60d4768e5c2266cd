using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing;

/// <summary>Finds the member with <c>[RowKey]</c>.</summary>
internal static class RowKeyParser
{
    private const string Annotation = "RowKey";

    /// <summary>The row key, or null where there is none or it is reported.</summary>
    /// <param name="type">The record.</param>
    /// <param name="stored">What a new record is given.</param>
    /// <param name="findings">Where findings go.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public static RowKeyModel? Parse(INamedTypeSymbol type, IReadOnlyList<StoredProperty> stored, Findings findings, CancellationToken cancellation)
    {
        RowKeyModel? key = null;
        foreach (StoredProperty property in stored)
        {
            if (property.Attributes.FirstOrDefault(attribute => attribute.IsOurs(Annotation)) is not { } annotation)
                continue;
            if (property.IsFeature)
            {
                findings.Add(DiagnosticDescriptors.FeatureAsRowKey, Place(annotation, property.Property, cancellation), property.Property.Name);
                continue;
            }

            RowKeyType? kind = TypeOf(property.Property.Type, out bool isNullable);
            string? fault =
                key is not null ? $"is a second one beside '{key.Name}'; keep one [RowKey]"
                : kind is null ? $"has type '{property.Property.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)}'; make it a string, int, long, Guid or DateOnly"
                : null;
            if (fault is null)
                key = new(property.Property.Name, kind!.Value, isNullable);
            else
                findings.Add(DiagnosticDescriptors.BadRowKey, Place(annotation, property.Property, cancellation), property.Property.Name, fault);
        }

        foreach (IPropertySymbol property in Declarations.SelfAndBases(type).SelectMany(part => part.GetMembers().OfType<IPropertySymbol>()))
        {
            if (!stored.Any(other => SymbolEqualityComparer.Default.Equals(other.Property, property)) && property.GetAttributes().FirstOrDefault(attribute => attribute.IsOurs(Annotation)) is { } annotation)
                findings.Add(DiagnosticDescriptors.BadRowKey, Place(annotation, property, cancellation), property.Name, "cannot be read and set; make it a public property with an init accessor");
        }

        return key;
    }

    public static bool IsRowKey(ISymbol? symbol) => symbol is not null && symbol.GetAttributes().Any(attribute => attribute.IsOurs(Annotation));

    private static LocationInfo Place(AttributeData annotation, IPropertySymbol property, CancellationToken cancellation) =>
        LocationInfo.Of(annotation.ApplicationSyntaxReference is { } reference ? reference.GetSyntax(cancellation).GetLocation() : property.Locations[0]);

    private static RowKeyType? TypeOf(ITypeSymbol type, out bool isNullable)
    {
        isNullable = type.NullableAnnotation == NullableAnnotation.Annotated;
        return type.SpecialType switch
        {
            SpecialType.System_String => RowKeyType.Text,
            SpecialType.System_Int32 => RowKeyType.Int32,
            SpecialType.System_Int64 => RowKeyType.Int64,
            _ => type.ToDisplayString() switch
            {
                "System.Guid" => RowKeyType.Guid,
                "System.DateOnly" => RowKeyType.DateOnly,
                _ => null,
            },
        };
    }
}
