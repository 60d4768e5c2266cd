using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;

namespace TypedExplain.Generators.Parsing;

/// <summary>Names the generated files.</summary>
internal static class HintNames
{
    /// <summary>For each scope, the names in it that differ from another in case only: looked up once for all records in it.</summary>
    private static readonly ConditionalWeakTable<ISymbol, HashSet<string>> Twins = new();

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

    /// <summary>Whether another name differs in case only: to the compiler the names of files would be the same.</summary>
    private static bool HasTwin(INamedTypeSymbol type) =>
        Scopes(type).Any(scope => Twins.GetValue(scope.ContainingSymbol, TwinsIn).Contains(scope.Name));

    private static HashSet<string> TwinsIn(ISymbol scope) => new(((INamespaceOrTypeSymbol)scope).GetMembers()
        .OfType<INamespaceOrTypeSymbol>()
        .Select(member => member.Name)
        .Distinct()
        .GroupBy(name => name, StringComparer.OrdinalIgnoreCase)
        .Where(names => names.Count() > 1)
        .SelectMany(names => names));

    /// <summary>FNV-1a, which unlike <see cref="string.GetHashCode()"/> is the same in every process.</summary>
    private static string Fingerprint(string name)
    {
        uint hash = name.Aggregate(2166136261, (hash, letter) => unchecked((hash ^ letter) * 16777619));
        return hash.ToString("x8", CultureInfo.InvariantCulture);
    }
}
