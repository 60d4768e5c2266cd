using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedExplain.Generators.Tests.Structure;

/// <summary>
/// A room of the library uses only rooms above it; folders of a project do not use each other in a circle; what is internal has
/// the namespace of its folder.
/// </summary>
public class FolderTests
{
    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> s_core = new(() => Uses(Projects.Of(Projects.Core)));

    /// <summary>The first folders of the library, in the order in which they build on each other.</summary>
    private static readonly string[] s_rooms =
    [
        "Errors", "Files", "Json", "Numerics", "Text", "Images", "Schema", "Data", "Models", "Neighborhoods", "Surrogates", "Explanations", "Pictures", "Explainers", "Metrics",
    ];

    /// <summary>Namespaces of what is public beside that of the package: for texts and images, for generated code, for repeating the papers.</summary>
    private static readonly string[] s_public = ["TypedExplain.Media", "TypedExplain.Generated", "TypedExplain.Training.Research"];

    public static TheoryData<string> All => [.. Projects.All];

    [Theory]
    [MemberData(nameof(All))]
    public void SourceCompiles(string project) =>
        Assert.Empty(Projects.Of(project).GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && project != Projects.CodeFixes));

    [Fact]
    public void ARoomUsesOnlyRoomsAboveIt()
    {
        Assert.All(Projects.Of(Projects.Core).SyntaxTrees.Where(IsOwn), tree => Assert.Contains(Room(tree.FilePath), s_rooms));
        Assert.Empty(
            from uses in s_core.Value
            from used in uses.Value
            where Array.IndexOf(s_rooms, Room(used.Key)) > Array.IndexOf(s_rooms, Room(uses.Key))
            select used.Value);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void FoldersFormNoCircle(string project)
    {
        Dictionary<string, Dictionary<string, string>> uses = project == Projects.Core ? s_core.Value : Uses(Projects.Of(project));
        HashSet<string> finished = [];
        List<string> circles = [];
        foreach (string folder in uses.Keys)
            Follow(folder, []);
        Assert.True(circles.Count == 0, string.Join("\n", circles));

        void Follow(string folder, List<string> way)
        {
            int start = way.IndexOf(folder);
            if (start >= 0)
                circles.Add(string.Join("\n", way.Skip(start).Append(folder).Zip(way.Skip(start + 1).Append(folder), (from, to) => $"{from} -> {to}: {(from == to ? "" : uses[from][to])}")));
            if (start >= 0 || finished.Contains(folder))
                return;
            foreach (string used in uses.GetValueOrDefault(folder, []).Keys)
                Follow(used, [.. way, folder]);
            finished.Add(folder);
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    public void TypesHaveTheNamespaceOfTheirFolder(string project)
    {
        CSharpCompilation compilation = Projects.Of(project);
        string package = Path.GetFileName(project);
        List<string> elsewhere = [];
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => tree.FilePath.Length > 0 && !tree.FilePath.StartsWith("..", StringComparison.Ordinal)))
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes().Where(node => node is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax && node.Parent is BaseNamespaceDeclarationSyntax))
            {
                if (node.Parent is not BaseNamespaceDeclarationSyntax || model.GetDeclaredSymbol(node) is not INamedTypeSymbol type || type.Name == "IsExternalInit")
                    continue;
                string space = type.ContainingNamespace.ToDisplayString(), own = Home(type).FilePath;
                string folder = Path.GetDirectoryName(own) is { Length: > 0 } path ? $"{package}.{path.Replace('/', '.').Replace('\\', '.')}" : package;
                bool isRight = type.DeclaredAccessibility != Accessibility.Public || project.StartsWith("generators/", StringComparison.Ordinal) ? space == folder : space == package || s_public.Contains(space);
                if (!isRight)
                    elsewhere.Add($"{tree.FilePath}: {type.Name} is in {space}, not in {folder}");
            }
        }

        Assert.Empty(elsewhere);
    }

    /// <summary>For each folder those that it uses, with a name that shows it.</summary>
    private static Dictionary<string, Dictionary<string, string>> Uses(CSharpCompilation compilation)
    {
        Dictionary<string, Dictionary<string, string>> uses = [];
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => IsOwn(tree)))
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            string from = Folder(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes().Where(node => node is SimpleNameSyntax or BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax))
            {
                ISymbol? symbol = Declared(model.GetSymbolInfo(node).Symbol);
                if (symbol is null or INamespaceSymbol or ITypeParameterSymbol || symbol.DeclaringSyntaxReferences.IsEmpty)
                    continue;
                SyntaxTree home = Home(symbol);
                if (IsOwn(home) && compilation.ContainsSyntaxTree(home) && Folder(home) is string to && to != from)
                {
                    if (!uses.TryGetValue(from, out Dictionary<string, string>? used))
                        uses[from] = used = [];
                    used.TryAdd(to, $"{tree.FilePath} uses {symbol.Name} of {home.FilePath}");
                }
            }
        }

        return uses;
    }

    private static string Room(string path) => path.Split('/', '\\')[0];

    private static bool IsOwn(SyntaxTree tree) => tree.FilePath.Length > 0 && !tree.FilePath.StartsWith("..", StringComparison.Ordinal);

    private static string Folder(SyntaxTree tree) => Path.GetDirectoryName(tree.FilePath) is { Length: > 0 } folder ? folder : ".";

    /// <summary>The file of a symbol; of a type in parts, the one that has its name.</summary>
    private static SyntaxTree Home(ISymbol symbol) => symbol.DeclaringSyntaxReferences.MinBy(part => Path.GetFileName(part.SyntaxTree.FilePath).Length)!.SyntaxTree;

    /// <summary>The symbol as its source has it; a constructor that nobody wrote stands for its type.</summary>
    private static ISymbol? Declared(ISymbol? symbol) => symbol switch
    {
        IMethodSymbol { ReducedFrom: { } extension } => extension.OriginalDefinition,
        IMethodSymbol { MethodKind: MethodKind.Constructor, IsImplicitlyDeclared: true } => symbol.ContainingType.OriginalDefinition,
        _ => symbol?.OriginalDefinition,
    };
}
