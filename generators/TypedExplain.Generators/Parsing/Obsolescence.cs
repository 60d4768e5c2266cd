using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedExplain.Generators.Parsing;

/// <summary>What the compiler says to code that uses a symbol: warnings that generated code may silence, and errors that it cannot.</summary>
internal static class Obsolescence
{
    /// <summary>Whether code that uses the symbol does not compile.</summary>
    public static bool IsError(ISymbol symbol) =>
        symbol.GetAttributes().Any(attribute => attribute.AttributeClass is { Name: "ObsoleteAttribute", ContainingNamespace.Name: "System" } && attribute.ConstructorArguments.Any(argument => argument.Value is true));

    /// <summary>Whether an enum member is named by its number, since its name is an error or a diagnostic of its own.</summary>
    public static bool IsNamedByNumber(IFieldSymbol member) => IsError(member) || IdsOn(member).Any();

    /// <summary>The ids of diagnostics on a record, the types around it, its properties and their types.</summary>
    public static IEnumerable<string> IdsOf(INamedTypeSymbol record, IEnumerable<IPropertySymbol> properties) => Declarations.SelfAndContaining(record).Cast<ISymbol>()
        .Concat(properties.SelectMany(property => new ISymbol[] { property, property.Type, property.ContainingType }.Concat(TypeArguments(property.Type)).Concat(property.Type.ContainingType is { } outer ? Declarations.SelfAndContaining(outer) : [])))
        .SelectMany(IdsOn)
        .Distinct()
        .OrderBy(id => id, StringComparer.Ordinal);

    private static IEnumerable<ISymbol> TypeArguments(ITypeSymbol type) => type is INamedTypeSymbol named ? named.TypeArguments : Enumerable.Empty<ISymbol>();

    private static IEnumerable<string> IdsOn(ISymbol symbol) =>
        from attribute in symbol.GetAttributes()
        let id = attribute.AttributeClass?.Name switch
        {
            "ExperimentalAttribute" => attribute.ConstructorArguments.FirstOrDefault().Value as string,
            "ObsoleteAttribute" => attribute.NamedArguments.FirstOrDefault(argument => argument.Key == "DiagnosticId").Value.Value as string,
            _ => null,
        }
        where SyntaxFacts.IsValidIdentifier(id)
        select id;
}
