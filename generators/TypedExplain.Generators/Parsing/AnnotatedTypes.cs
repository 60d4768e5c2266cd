using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExplain.Generators.Parsing;

/// <summary>Finds the types that may carry <c>[FeatureRecord]</c> by their syntax alone, without a look into members.</summary>
internal static class AnnotatedTypes
{
    /// <summary>The types with an attribute of the right name, or with any where the attribute has another name here.</summary>
    /// <param name="root">The file.</param>
    /// <param name="isRenamed">Whether the whole project has another name for the attribute.</param>
    public static IEnumerable<TypeDeclarationSyntax> In(CompilationUnitSyntax root, bool isRenamed)
    {
        bool any = isRenamed || Aliases(root).Any();
        return Declarations(root).OfType<TypeDeclarationSyntax>().Where(type =>
            type.AttributeLists.SelectMany(list => list.Attributes).Any(attribute => any || IsName(attribute.Name)));
    }

    /// <summary>Whether the file gives the attribute another name in the whole project.</summary>
    public static bool RenamesEverywhere(CompilationUnitSyntax root) =>
        Aliases(root).Any(alias => alias.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword));

    private static IEnumerable<UsingDirectiveSyntax> Aliases(CompilationUnitSyntax root) =>
        Declarations(root).OfType<UsingDirectiveSyntax>().Where(directive => directive is { Alias: not null, Name: { } name } && IsName(name));

    private static IEnumerable<SyntaxNode> Declarations(CompilationUnitSyntax root) =>
        root.DescendantNodes(node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax);

    private static bool IsName(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => IsName(qualified.Right),
        AliasQualifiedNameSyntax qualified => IsName(qualified.Name),
        SimpleNameSyntax simple => simple.Identifier.ValueText is "FeatureRecord" or "FeatureRecordAttribute",
        _ => false,
    };
}
