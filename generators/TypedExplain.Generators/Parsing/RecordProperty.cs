using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExplain.Generators.Parsing;

/// <summary>A public instance property of a record, which may carry state or be computed from others.</summary>
/// <param name="Symbol">The property.</param>
/// <param name="IsSettable">Whether an object initializer in the record itself can set it.</param>
/// <param name="HoldsState">Whether a record that leaves it out would lose something.</param>
/// <param name="IsFeature">Whether it was not said to be none.</param>
internal sealed record RecordProperty(IPropertySymbol Symbol, bool IsSettable, bool HoldsState, bool IsFeature)
{
    public static List<RecordProperty> Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        HashSet<ISymbol?> backed = new(type.GetMembers().OfType<IFieldSymbol>().Select(field => field.AssociatedSymbol), SymbolEqualityComparer.Default);
        HashSet<string> ignored = new(type.InstanceConstructors.SelectMany(constructor => constructor.Parameters).Where(IsNotAFeature).Select(parameter => parameter.Name));
        List<RecordProperty> properties = [];
        foreach (IPropertySymbol property in type.GetMembers().OfType<IPropertySymbol>())
        {
            if (property is not { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, GetMethod: not null })
                continue;

            bool isAutomatic = backed.Contains(property);
            bool isSettable = property.SetMethod is { } set && (isAutomatic || set.DeclaredAccessibility == Accessibility.Public);
            bool holdsState = isSettable || (isAutomatic && !IsComputedOnce(property, cancellation));
            properties.Add(new(property, isSettable, holdsState, !ignored.Contains(property.Name) && !IsNotAFeature(property)));
        }

        return properties;
    }

    private static bool IsNotAFeature(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute => attribute.IsOurs("NotAFeature"));

    /// <summary>Whether a get-only property finds its value itself: by an initializer, or in its accessor.</summary>
    private static bool IsComputedOnce(IPropertySymbol property, CancellationToken cancellation) =>
        property.DeclaringSyntaxReferences[0].GetSyntax(cancellation) is PropertyDeclarationSyntax declaration
        && (declaration.Initializer is not null
            || declaration.ExpressionBody is not null
            || declaration.AccessorList?.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null) is not true);
}
