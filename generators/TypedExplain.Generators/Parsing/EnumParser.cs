using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Model;

namespace TypedExplain.Generators.Parsing;

/// <summary>Reads the categories of an enum.</summary>
internal static class EnumParser
{
    /// <summary>The enum with one category per distinct value; of several names for a value, the first counts.</summary>
    public static EnumModel Parse(INamedTypeSymbol type)
    {
        HashSet<object?> seen = [];
        return new(
            type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat),
            type.Name,
            type.GetMembers().OfType<IFieldSymbol>()
                .Where(member => member.HasConstantValue && seen.Add(member.ConstantValue))
                .Select(member => member.Name)
                .ToEquatableArray());
    }

    public static bool HasFlags(INamedTypeSymbol type) =>
        type.GetAttributes().Any(KnownAttributes.IsFlags);
}
