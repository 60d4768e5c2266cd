using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExplain.Tests.Structure;

/// <summary>A room uses only rooms above it: the first folders of the library, in the order in which they build on each other.</summary>
public class RoomsTests
{
    private static readonly string[] s_rooms =
    [
        "Errors", "Files", "Json", "Numerics", "Text", "Images", "Schema", "Data", "Models", "Neighborhoods", "Surrogates", "Explanations", "Pictures", "Explainers", "Metrics",
    ];

    [Fact]
    public void EveryFileIsInARoom() =>
        Assert.All(Source.Trees, tree => Assert.Contains(Room(tree.FilePath), s_rooms));

    [Fact]
    public void ARoomUsesOnlyRoomsAboveIt()
    {
        CSharpCompilation compilation = Source.Compile();
        Assert.Empty(compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));

        List<string> violations =
        [
            .. from tree in Source.Trees.AsParallel().AsOrdered()
               from use in Uses(tree, compilation.GetSemanticModel(tree))
               where Array.IndexOf(s_rooms, Room(use.File)) > Array.IndexOf(s_rooms, Room(tree.FilePath))
               select $"{tree.FilePath} -> {use.File} ({use.Name})",
        ];
        Assert.True(violations.Count == 0, string.Join('\n', violations.Distinct()));
    }

    /// <summary>Every name in a file that is declared in another, with that file; documentation is not looked at.</summary>
    private static IEnumerable<(string File, string Name)> Uses(SyntaxTree tree, SemanticModel model) =>
        from node in tree.GetRoot().DescendantNodes()
        where node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax
        let symbol = Declared(model.GetSymbolInfo(node).Symbol)
        where symbol is not null and not INamespaceSymbol
        from reference in symbol.DeclaringSyntaxReferences
        where reference.SyntaxTree != tree
        select (reference.SyntaxTree.FilePath, symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType.Name : symbol.Name);

    /// <summary>The symbol as its source has it; a constructor that nobody wrote stands for its type.</summary>
    private static ISymbol? Declared(ISymbol? symbol) => symbol switch
    {
        IMethodSymbol { ReducedFrom: { } extension } => extension.OriginalDefinition,
        IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true } => symbol.ContainingType.OriginalDefinition,
        _ => symbol?.OriginalDefinition,
    };

    private static string Room(string path) => path.Split('/')[0];
}
