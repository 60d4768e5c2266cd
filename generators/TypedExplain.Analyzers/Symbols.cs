using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers;

/// <summary>Comparing symbols.</summary>
internal static class Symbols
{
    public static bool Same(ISymbol? symbol, ISymbol? other) => symbol is not null && SymbolEqualityComparer.Default.Equals(symbol, other);

    /// <summary>Whether a type is a generic one with any arguments, or the type itself where it is not generic.</summary>
    public static bool Is(this ITypeSymbol? type, INamedTypeSymbol? definition) => Same(type?.OriginalDefinition, definition);

    /// <summary>The record of a type with one argument, such as a feature's; null for another type.</summary>
    public static ITypeSymbol? RecordOf(this ITypeSymbol? type, INamedTypeSymbol? definition) =>
        type.Is(definition) ? ((INamedTypeSymbol)type!).TypeArguments[0] : null;

    /// <summary>The type and those it derives from, the nearest first.</summary>
    public static IEnumerable<INamedTypeSymbol> AndBases(this INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? at = type; at is not null; at = at.BaseType)
            yield return at;
    }

    /// <summary>A symbol as a message shows it.</summary>
    public static string Shown(this ISymbol symbol) => symbol.ToDisplayString(SymbolDisplayFormat.CSharpShortErrorMessageFormat);
}
