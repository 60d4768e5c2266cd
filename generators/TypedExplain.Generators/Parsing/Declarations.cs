using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Model;
using TypeDeclaration = TypedExplain.Generators.Model.TypeDeclaration;

namespace TypedExplain.Generators.Parsing;

/// <summary>Where a type is declared and who may see it.</summary>
internal static class Declarations
{
    /// <summary>The type and the types it is nested in, the outermost last.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndContaining(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is not null; current = current.ContainingType)
            yield return current;
    }

    /// <summary>The type and those it inherits from, the most general last; not those of the framework that all inherit from.</summary>
    public static IEnumerable<INamedTypeSymbol> SelfAndBases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? current = type; current is { SpecialType: SpecialType.None, TypeKind: not TypeKind.Error }; current = current.BaseType)
            yield return current;
    }

    /// <summary>The parts of a type, in the order in which the compiler reads them.</summary>
    public static IEnumerable<TypeDeclarationSyntax> PartsOf(INamedTypeSymbol type, CancellationToken cancellation) =>
        type.DeclaringSyntaxReferences.Select(part => part.GetSyntax(cancellation)).OfType<TypeDeclarationSyntax>();

    public static string NamespaceOf(INamedTypeSymbol type)
    {
        IEnumerable<string> names = [];
        for (INamespaceSymbol space = type.ContainingNamespace; !space.IsGlobalNamespace; space = space.ContainingNamespace)
            names = names.Prepend(Identifier.Escape(space.Name));
        return string.Join(".", names);
    }

    public static EquatableArray<TypeDeclaration> PathOf(INamedTypeSymbol type) =>
        SelfAndContaining(type).Reverse().Select(part => new TypeDeclaration(
            KeywordOf(part),
            part.Name,
            part.TypeParameters.Select(parameter => parameter.Name).ToEquatableArray(),
            part.TypeParameters.Select(ConstraintOf).OfType<string>().ToEquatableArray())).ToEquatableArray();

    /// <summary>Whether other assemblies see the type, and not just this one.</summary>
    public static bool IsPublic(INamedTypeSymbol type) =>
        SelfAndContaining(type).All(part => part.DeclaredAccessibility == Accessibility.Public);

    private static string KeywordOf(INamedTypeSymbol type) => (type.TypeKind, type.IsRecord) switch
    {
        (TypeKind.Struct, true) => "record struct",
        (TypeKind.Struct, false) => "struct",
        (TypeKind.Interface, _) => "interface",
        (_, true) => "record",
        _ => "class",
    };

    private static string? ConstraintOf(ITypeParameterSymbol parameter)
    {
        string[] parts =
        [
            .. parameter.HasUnmanagedTypeConstraint ? ["unmanaged"] : parameter.HasValueTypeConstraint ? ["struct"] : Array.Empty<string>(),
            .. parameter.HasReferenceTypeConstraint ? [parameter.ReferenceTypeConstraintNullableAnnotation == NullableAnnotation.Annotated ? "class?" : "class"] : Array.Empty<string>(),
            .. parameter.HasNotNullConstraint ? ["notnull"] : Array.Empty<string>(),
            .. parameter.ConstraintTypes.Select(type => type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)),
            .. parameter.HasConstructorConstraint ? ["new()"] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? null : $"where {Identifier.Escape(parameter.Name)} : {string.Join(", ", parts)}";
    }
}
