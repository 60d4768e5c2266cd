using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing;

/// <summary>A public instance property of a record, which may carry state or be computed from others.</summary>
/// <param name="Symbol">The property.</param>
/// <param name="IsSettable">Whether an object initializer in the record itself can set it.</param>
/// <param name="HoldsState">Whether a record that leaves it out would lose something.</param>
/// <param name="IsFeature">Whether it was not said to be none.</param>
/// <param name="IsAutomatic">Whether the compiler writes its accessors.</param>
internal sealed record RecordProperty(IPropertySymbol Symbol, bool IsSettable, bool HoldsState, bool IsFeature, bool IsAutomatic)
{
    /// <summary>The properties of a record, those of its most general base type first.</summary>
    public static List<RecordProperty> Of(INamedTypeSymbol type, CancellationToken cancellation)
    {
        HashSet<string> ignored = new(Declarations.SelfAndBases(type)
            .SelectMany(part => part.InstanceConstructors)
            .SelectMany(constructor => constructor.Parameters)
            .Where(IsNotAFeature)
            .Select(parameter => parameter.Name));
        HashSet<ISymbol?> overridden = new(SymbolEqualityComparer.Default);
        List<RecordProperty> properties = [];
        foreach (INamedTypeSymbol part in Declarations.SelfAndBases(type))
        {
            HashSet<ISymbol?> backed = new(part.GetMembers().OfType<IFieldSymbol>().Select(field => field.AssociatedSymbol), SymbolEqualityComparer.Default);
            List<RecordProperty> own = [];
            foreach (IPropertySymbol property in part.GetMembers().OfType<IPropertySymbol>())
            {
                overridden.Add(property.OverriddenProperty);
                if (!IsState(property) || overridden.Contains(property))
                    continue;

                bool isAutomatic = backed.Contains(property);
                bool isOwn = SymbolEqualityComparer.Default.Equals(part, type);
                bool isSettable = property.SetMethod is { } set && (set.DeclaredAccessibility == Accessibility.Public || (isAutomatic && (isOwn || set.DeclaredAccessibility != Accessibility.Private)));
                bool holdsState = isSettable || (isAutomatic && !IsComputedOnce(property, cancellation));
                own.Add(new(property, isSettable, holdsState, !ignored.Contains(property.Name) && !IsNotAFeature(property), isAutomatic));
            }

            properties.InsertRange(0, own);
        }

        return properties;
    }

    /// <summary>The properties that hide one of a base type rather than override it.</summary>
    public static IEnumerable<IPropertySymbol> Hiding(INamedTypeSymbol type) => Declarations.SelfAndBases(type)
        .SelectMany(part => part.GetMembers().OfType<IPropertySymbol>()
            .Where(property => IsState(property)
                && !property.IsOverride
                && part.BaseType is { } parent
                && Declarations.SelfAndBases(parent).Any(other => other.GetMembers(property.Name).OfType<IPropertySymbol>().Any(IsState))));

    private static bool IsState(IPropertySymbol property) =>
        property is { DeclaredAccessibility: Accessibility.Public, IsStatic: false, IsIndexer: false, GetMethod: not null };

    /// <summary>Whether a member was said to be no feature.</summary>
    public static bool IsNotAFeature(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute => attribute.IsOurs("NotAFeature"));

    /// <summary>Whether a get-only property finds its value itself: by an initializer, or in its accessor.</summary>
    private static bool IsComputedOnce(IPropertySymbol property, CancellationToken cancellation) =>
        property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) is PropertyDeclarationSyntax declaration
        && (declaration.Initializer is not null
            || declaration.ExpressionBody is not null
            || declaration.AccessorList?.Accessors.All(accessor => accessor.Body is null && accessor.ExpressionBody is null) is not true);
}
