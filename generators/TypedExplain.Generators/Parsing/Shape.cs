using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;
using TypedExplain.Generators.Parsing.Annotations;

namespace TypedExplain.Generators.Parsing;

/// <summary>Checks that a type is declared so that source can be generated beside it.</summary>
internal static class Shape
{
    /// <summary>The numeric value of C# 14, which the Roslyn that this project is built with does not name.</summary>
    private const LanguageVersion CSharp14 = (LanguageVersion)1400;

    public static void Check(
        INamedTypeSymbol type, TypeDeclarationSyntax declaration, Findings findings, CancellationToken cancellation)
    {
        LocationInfo name = LocationInfo.Of(declaration.Identifier);
        LanguageVersion version = ((CSharpParseOptions)declaration.SyntaxTree.Options).LanguageVersion;
        if (version < CSharp14)
            findings.Add(DiagnosticDescriptors.LanguageVersion, name, version.ToDisplayString());

        foreach (INamedTypeSymbol part in Declarations.SelfAndContaining(type))
        {
            CheckPartial(part, findings, cancellation);
            CheckReach(part, findings, cancellation);
        }

        if (type.IsRefLikeType)
            Refuse("a ref struct cannot be a type argument; make it a plain struct", name);

        if (type.BaseType is { SpecialType: SpecialType.None, TypeKind: not TypeKind.Error } parent)
            CheckBase(type, parent, Refuse, BaseOf(type, parent, cancellation) ?? name);

        string prefix = RecordModel.PrefixOf(Declarations.PathOf(type)) + GeneratedNames.SuffixOf(type), featuresClass = prefix + "Features";
        int arity = Declarations.SelfAndContaining(type).Sum(part => part.Arity);
        if (!type.ContainingNamespace.GetTypeMembers(featuresClass, arity).IsEmpty
            || (arity > 0 && !type.ContainingNamespace.GetTypeMembers(featuresClass + "Members" + GeneratedNames.MembersSuffixOf(type), arity: 0).IsEmpty)
            || IsMember(featuresClass))
        {
            Refuse($"the type that names its features would be called '{featuresClass}', and that name is taken; rename one of the two", name);
        }

        if (IsMember(prefix + "CategoryPositions"))
            Refuse($"the type that lists its categories would be called '{prefix}CategoryPositions', and that name is taken; rename one of the two", name);
        if (Declarations.SelfAndContaining(type).SelectMany(part => part.TypeParameters).GroupBy(parameter => parameter.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
            Refuse($"its type parameter '{twice.Key}' hides one of a type around it; rename one of them", name);

        bool IsMember(string taken) => Declarations.SelfAndContaining(type).Concat(Declarations.SelfAndBases(type)).Any(part => !part.GetMembers(taken).IsEmpty);

        void Refuse(string reason, LocationInfo location) =>
            findings.Add(DiagnosticDescriptors.UnsupportedShape, location, reason);
    }

    /// <summary>Checks that nothing else is called as the enum of the record's reasons would be.</summary>
    public static void CheckReasons(INamedTypeSymbol type, TypeDeclarationSyntax declaration, Findings findings)
    {
        string reasons = RecordModel.PrefixOf(Declarations.PathOf(type)) + GeneratedNames.SuffixOf(type) + "Reason" + GeneratedNames.ReasonsSuffixOf(type);
        if (!type.ContainingNamespace.GetTypeMembers(reasons, arity: 0).IsEmpty)
            findings.Add(DiagnosticDescriptors.UnsupportedShape, LocationInfo.Of(declaration.Identifier), $"the enum of its reasons would be called '{reasons}', and that name is taken; rename one of the two");
    }

    /// <summary>Features of base types are the record's own, so they must be known in full.</summary>
    private static void CheckBase(INamedTypeSymbol type, INamedTypeSymbol parent, Action<string, LocationInfo> refuse, LocationInfo place)
    {
        INamedTypeSymbol? foreign = Declarations.SelfAndBases(parent).FirstOrDefault(part => !SymbolEqualityComparer.Default.Equals(part.ContainingAssembly, type.ContainingAssembly) && !IsStateless(part));
        if (foreign is not null)
            refuse($"its base type '{foreign.Name}' belongs to another project; declare '{foreign.Name}' in this one, or declare the features here", place);
        foreach (IPropertySymbol property in RecordProperty.Hiding(type))
            refuse($"'{property.Name}' hides a property of a base type, so that a row would have two of the name; rename one of them", LocationInfo.Of(property.Locations[0]));
    }

    /// <summary>
    /// Whether a type of another assembly holds nothing that a row could lack. The compiler does not show its private fields, so
    /// one with methods of its own may hold something.
    /// </summary>
    private static bool IsStateless(INamedTypeSymbol type) => type.GetMembers().All(member =>
        member.IsStatic || member is INamedTypeSymbol or IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.Destructor } or IMethodSymbol { IsOverride: true, AssociatedSymbol: null });

    private static void CheckPartial(INamedTypeSymbol part, Findings findings, CancellationToken cancellation)
    {
        TypeDeclarationSyntax? whole = Declarations.PartsOf(part, cancellation)
            .FirstOrDefault(declaration => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
        if (whole is not null)
            findings.Add(DiagnosticDescriptors.NotPartial, LocationInfo.Of(whole.Identifier), part.Name);
    }

    /// <summary>The generated types stand beside the record at top level, so they must be able to name it.</summary>
    private static void CheckReach(INamedTypeSymbol part, Findings findings, CancellationToken cancellation)
    {
        string? reason = part switch
        {
            { IsFileLocal: true } => $"no other file can name '{part.Name}'; remove its file modifier",
            { DeclaredAccessibility: Accessibility.Private or Accessibility.Protected or Accessibility.ProtectedAndInternal } =>
                $"code outside '{part.ContainingType?.Name}' cannot name '{part.Name}'; make '{part.Name}' internal or public",
            _ => null,
        };
        if (reason is not null && Declarations.PartsOf(part, cancellation).FirstOrDefault() is { } declaration)
            findings.Add(DiagnosticDescriptors.UnsupportedShape, LocationInfo.Of(declaration.Identifier), reason);
    }

    private static LocationInfo? BaseOf(INamedTypeSymbol type, INamedTypeSymbol parent, CancellationToken cancellation) =>
        Declarations.PartsOf(type, cancellation)
            .Select(part => part.BaseList?.Types[0].Type)
            .FirstOrDefault(first => first?.ToString().Contains(parent.Name) is true) is { } syntax
                ? LocationInfo.Of(syntax)
                : null;
}
