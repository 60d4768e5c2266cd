using Microsoft.CodeAnalysis;

namespace TypedExplain.Analyzers.State;

/// <summary>Whether who holds an object can change what is in it.</summary>
internal static class Mutability
{
    private static readonly string[] s_collections = ["ICollection", "IList", "IDictionary", "ISet"];

    public static bool IsMutable(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol => true,
        { IsReferenceType: false } or { SpecialType: SpecialType.System_String or SpecialType.System_Object } or { TypeKind: TypeKind.Delegate } => false,
        INamedTypeSymbol named => IsCollection(named) || named.AndBases().SelectMany(part => part.GetMembers()).Any(IsSettable),
        _ => false,
    };

    private static bool IsCollection(ITypeSymbol type) => type is IArrayTypeSymbol
        || (!IsReadOnly(type) && (type.TypeKind == TypeKind.Interface ? type.AllInterfaces.Add((INamedTypeSymbol)type) : type.AllInterfaces).Any(part => s_collections.Contains(part.Name) && IsInCollections(part)));

    private static bool IsReadOnly(ITypeSymbol type) =>
        type.Name.StartsWith("ReadOnly", StringComparison.Ordinal) || type.Name.StartsWith("Frozen", StringComparison.Ordinal) || type.ContainingNamespace?.Name == "Immutable";

    private static bool IsInCollections(ISymbol type) => type.ContainingNamespace is { } space && (space.Name == "Collections" || space.ContainingNamespace?.Name == "Collections");

    private static bool IsSettable(ISymbol member) => member is { DeclaredAccessibility: Accessibility.Public, IsStatic: false } and
        (IFieldSymbol { IsReadOnly: false, IsConst: false } or IPropertySymbol { SetMethod: { IsInitOnly: false, DeclaredAccessibility: Accessibility.Public } });
}
