using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TypedExplain.Generators.Parsing;

/// <summary>The members of the types that features become properties of: a feature of the same name would be hidden.</summary>
internal sealed class VectorMembers
{
    private static readonly ConditionalWeakTable<Compilation, VectorMembers> Known = new();

    private readonly Dictionary<string, string> _owners = [];

    private VectorMembers(Compilation compilation)
    {
        foreach (string name in new[] { "TypedExplain.FeatureVector`1", "TypedExplain.Attribution`1" })
        {
            for (INamedTypeSymbol? type = compilation.GetTypeByMetadataName(name); type is not null; type = type.BaseType)
            {
                foreach (ISymbol member in type.GetMembers())
                {
                    if (member is { DeclaredAccessibility: Accessibility.Public, CanBeReferencedByName: true } && OwnerOf(member.Name) is null)
                        _owners[member.Name] = type.Name;
                }
            }
        }
    }

    /// <summary>The members as a compilation knows them, looked up once.</summary>
    public static VectorMembers Of(Compilation compilation) => Known.GetValue(compilation, key => new(key));

    /// <summary>The type that has a member of this name, or null.</summary>
    public string? OwnerOf(string name) => _owners.TryGetValue(name, out string? owner) ? owner : null;
}
