using System.Globalization;
using Microsoft.CodeAnalysis;

namespace TypedExplain.Generators.Parsing;

/// <summary>Names the generated files.</summary>
internal static class HintNames
{
    public static string Of(INamedTypeSymbol type)
    {
        string name = string.Join(".", Scopes(type).Reverse().Select(scope => scope is INamedTypeSymbol { Arity: > 0 and var arity } ? $"{scope.Name}_{arity}" : scope.Name));
        return name + (HasTwin(type) ? "-" + Fingerprint(name) : "") + ".FeatureRecord.g.cs";
    }

    /// <summary>The type, the types around it and the namespaces around those, the outermost last.</summary>
    private static IEnumerable<INamespaceOrTypeSymbol> Scopes(INamedTypeSymbol type)
    {
        INamespaceOrTypeSymbol scope = type;
        while (scope is not INamespaceSymbol { IsGlobalNamespace: true })
        {
            yield return scope;
            scope = (INamespaceOrTypeSymbol)scope.ContainingSymbol;
        }
    }

    /// <summary>Whether another name differs in case alone: to the compiler the names of files would be the same.</summary>
    private static bool HasTwin(INamedTypeSymbol type) => Scopes(type).Any(scope =>
        ((INamespaceOrTypeSymbol)scope.ContainingSymbol).GetMembers().Any(other =>
            other is INamespaceOrTypeSymbol
            && other.Name != scope.Name
            && string.Equals(other.Name, scope.Name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>FNV-1a, which unlike <see cref="string.GetHashCode()"/> is the same in every process.</summary>
    private static string Fingerprint(string name)
    {
        uint hash = name.Aggregate(2166136261, (hash, letter) => unchecked((hash ^ letter) * 16777619));
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
