using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExplain.Analyzers.Features;

/// <summary>What to write where a feature of another record stands.</summary>
internal sealed class Remedy(Library library)
{
    private readonly INamedTypeSymbol? _vector = library.Type("FeatureVector`1");
    private readonly InnerRecords _inner = new(library);

    public string For(Misuse misuse)
    {
        string feature = Text.Of(misuse.Feature);
        IPropertySymbol[][] paths = [.. _inner.Paths(misuse.Wanted, misuse.Given)];
        if (paths.Length > 0)
            return $"'{misuse.Wanted.Name}' holds '{misuse.Given.Name}': write {Choice(paths.Select(path => Through(path, feature, misuse)))}";
        if (Around(misuse) is { } outer)
            return $"'{misuse.Given.Name}' holds '{misuse.Wanted.Name}': write '{Text.Of(outer)}[{feature}]'";

        string? names = _inner.NamesOf(misuse.Wanted)?.Name;
        if (names is null)
            return $"use a feature of '{misuse.Wanted.Shown()}'";
        return misuse.Feature is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && _inner.NamesOf(misuse.Wanted)!.GetMembers(name).Length > 0
            ? $"write '{names}.{name}'"
            : $"use one of '{names}'";
    }

    /// <summary>The feature by way of the properties that hold its record: of a vector the inner vector, of all else the outer record's own feature.</summary>
    private string Through(IPropertySymbol[] path, string feature, Misuse misuse)
    {
        if (misuse.Call is ElementAccessExpressionSyntax { Expression: { } vector } && IsVector(misuse.Member.ContainingType))
            return $"{Text.Of(vector)}.{string.Join(".", path.Select(property => property.Name))}[{feature}]";
        return Enumerable.Reverse(path).Aggregate(feature, (inner, property) => $"{_inner.NamesOf(property.ContainingType)?.Name}.{property.Name}[{inner}.Index]");
    }

    /// <summary>The vector of the outer record that the inner vector was taken of, where the given feature belongs to the outer one.</summary>
    private ExpressionSyntax? Around(Misuse misuse)
    {
        if (!_inner.Paths(misuse.Given, misuse.Wanted).Any())
            return null;
        ExpressionSyntax? at = (misuse.Call as ElementAccessExpressionSyntax)?.Expression;
        while (at is MemberAccessExpressionSyntax member)
        {
            at = member.Expression;
            if (misuse.Model.GetTypeInfo(at).Type is INamedTypeSymbol type && IsVector(type) && Symbols.Same(type.TypeArguments[0], misuse.Given))
                return at;
        }

        return null;
    }

    private bool IsVector(INamedTypeSymbol? type) => type is not null && type.AndBases().Any(at => at.Is(_vector));

    private static string Choice(IEnumerable<string> ways) => string.Join(" or ", ways.Select(way => $"'{way}'"));
}
