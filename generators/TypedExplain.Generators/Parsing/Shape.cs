using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Model;

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
            CheckGeneric(part, findings, cancellation);
            CheckReach(part, findings, cancellation);
        }

        if (type.IsRefLikeType)
            Refuse("a ref struct cannot be a type argument; make it a plain struct", name);

        if (type.BaseType is { SpecialType: SpecialType.None, TypeKind: not TypeKind.Error } parent)
            Refuse($"features of a base type are not supported; declare them here and remove the base type '{parent.Name}'", BaseOf(type, parent, cancellation) ?? name);

        string featuresClass = RecordModel.FeaturesClassOf(Declarations.PathOf(type));
        if (!type.ContainingNamespace.GetTypeMembers(featuresClass, arity: 0).IsEmpty || !type.GetMembers(featuresClass).IsEmpty)
            Refuse($"the type that names its features would be called '{featuresClass}', and that name is taken; rename one of the two", name);

        void Refuse(string reason, LocationInfo location) =>
            findings.Add(DiagnosticDescriptors.UnsupportedShape, location, reason);
    }

    private static void CheckPartial(INamedTypeSymbol part, Findings findings, CancellationToken cancellation)
    {
        TypeDeclarationSyntax? whole = Declarations.PartsOf(part, cancellation)
            .FirstOrDefault(declaration => !declaration.Modifiers.Any(SyntaxKind.PartialKeyword));
        if (whole is not null)
            findings.Add(DiagnosticDescriptors.NotPartial, LocationInfo.Of(whole.Identifier), part.Name);
    }

    private static void CheckGeneric(INamedTypeSymbol part, Findings findings, CancellationToken cancellation)
    {
        TypeParameterListSyntax? parameters = Declarations.PartsOf(part, cancellation)
            .Select(declaration => declaration.TypeParameterList)
            .FirstOrDefault(list => list is not null);
        if (parameters is not null)
            findings.Add(DiagnosticDescriptors.UnsupportedShape, LocationInfo.Of(parameters), $"generic types are not supported; remove the type parameters of '{part.Name}'");
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
