using System.Globalization;
using Microsoft.CodeAnalysis;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing;

/// <summary>Names of the types generated beside a record, told apart where two records would share them.</summary>
internal static class GeneratedNames
{
    /// <summary>Whether a type generated beside some record could have the name.</summary>
    public static bool MayBe(string name) => name.EndsWith("Features", StringComparison.Ordinal) || name.EndsWith("CategoryPositions", StringComparison.Ordinal);

    /// <summary>Nothing, but of <c>Order.Line</c> an underscore where a feature record <c>Order_Line</c> stands beside it.</summary>
    public static string SuffixOf(INamedTypeSymbol type)
    {
        if (type.ContainingType is null)
            return "";
        string joined = RecordModel.PrefixOf(Declarations.PathOf(type));
        INamedTypeSymbol[] same = [.. Named(type.ContainingNamespace, joined).Where(other => ArityOf(other) == ArityOf(type)).OrderBy(Depth).ThenBy(other => other.ToDisplayString(), StringComparer.Ordinal)];
        return new('_', Math.Max(0, Array.FindIndex(same, other => SymbolEqualityComparer.Default.Equals(other, type.OriginalDefinition))));
    }

    /// <summary>Nothing, but the number of type parameters where another generic record has the name.</summary>
    public static string MembersSuffixOf(INamedTypeSymbol type) =>
        ArityOf(type) > 0 && Named(type.ContainingNamespace, RecordModel.PrefixOf(Declarations.PathOf(type))).Count(other => ArityOf(other) > 0) > 1
            ? ArityOf(type).ToString(CultureInfo.InvariantCulture)
            : "";

    /// <summary>Nothing, but of a generic record the number of type parameters where any other record has the name: an enum has none.</summary>
    public static string ReasonsSuffixOf(INamedTypeSymbol type) =>
        ArityOf(type) > 0 && Named(type.ContainingNamespace, RecordModel.PrefixOf(Declarations.PathOf(type))).Count() > 1
            ? ArityOf(type).ToString(CultureInfo.InvariantCulture)
            : "";

    /// <summary>The feature records whose names, joined from the outermost type on, are this one.</summary>
    private static IEnumerable<INamedTypeSymbol> Named(INamespaceOrTypeSymbol scope, string joined)
    {
        for (int end = joined.IndexOf('_'); end >= 0; end = joined.IndexOf('_', end + 1))
        {
            foreach (INamedTypeSymbol outer in scope.GetTypeMembers(joined.Substring(0, end)))
            {
                foreach (INamedTypeSymbol inner in Named(outer, joined.Substring(end + 1)))
                    yield return inner;
            }
        }

        foreach (INamedTypeSymbol type in scope.GetTypeMembers(joined).Where(type => type.GetAttributes().Any(attribute => attribute.IsOurs("FeatureRecord"))))
            yield return type;
    }

    private static int Depth(INamedTypeSymbol type) => Declarations.SelfAndContaining(type).Count();

    private static int ArityOf(INamedTypeSymbol type) => Declarations.SelfAndContaining(type).Sum(part => part.Arity);
}
