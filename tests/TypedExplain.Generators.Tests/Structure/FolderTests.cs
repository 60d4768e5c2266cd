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
        "Errors", "Telemetry", "Files", "Json", "Numerics", "Text", "Images", "Schema", "Data", "Models", "Neighborhoods", "Surrogates", "Explanations", "Pictures", "Explainers", "Receipts", "Metrics", "Global", "Summaries",
    ];

    /// <summary>Namespaces of what is public beside that of the package: for texts and images, for generated code, for repeating the papers.</summary>
    private static readonly string[] s_public = ["TypedExplain.Media", "TypedExplain.Generated", "TypedExplain.Training.Research"];

    public static TheoryData<string> All => [.. Projects.All];

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
        HashSet<string> types = [.. compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<BaseTypeDeclarationSyntax>()).Select(type => type.Identifier.ValueText)];
        HashSet<string> known = [.. compilation.SyntaxTrees.SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>()).SelectMany(Names)];
        foreach (SyntaxTree tree in compilation.SyntaxTrees.Where(tree => IsOwn(tree)))
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            string from = Folder(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes().Where(node => node is SimpleNameSyntax name ? known.Contains(name.Identifier.ValueText) : node is BaseObjectCreationExpressionSyntax or ElementAccessExpressionSyntax))
            {
                SymbolInfo bound = model.GetSymbolInfo(node);
                if (bound.Symbol is null && bound.CandidateReason == CandidateReason.None && node is SimpleNameSyntax { Parent: not (NameColonSyntax or NameEqualsSyntax) } lost && types.Contains(lost.Identifier.ValueText)
                    && compilation.AssemblyName != Path.GetFileName(Projects.CodeFixes) && model.GetTypeInfo(node).Type is null or IErrorTypeSymbol)
                {
                    Assert.Fail($"{tree.FilePath}: {node} is not found; is a file or a reference missing?");
                }

                ISymbol? symbol = Declared(bound.Symbol);
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

    /// <summary>What a declaration is called where it is used.</summary>
    private static IEnumerable<string> Names(MemberDeclarationSyntax member) => member switch
    {
        BaseTypeDeclarationSyntax type => [type.Identifier.ValueText, .. Parameters(type), type.Identifier.ValueText.EndsWith("Attribute", StringComparison.Ordinal) ? type.Identifier.ValueText[..^"Attribute".Length] : type.Identifier.ValueText],
        DelegateDeclarationSyntax type => [type.Identifier.ValueText],
        MethodDeclarationSyntax method => [method.Identifier.ValueText],
        PropertyDeclarationSyntax property => [property.Identifier.ValueText],
        EventDeclarationSyntax declared => [declared.Identifier.ValueText],
        BaseFieldDeclarationSyntax fields => fields.Declaration.Variables.Select(field => field.Identifier.ValueText),
        EnumMemberDeclarationSyntax value => [value.Identifier.ValueText],
        _ => [],
    };

    /// <summary>The properties that a record makes of its parameters.</summary>
    private static IEnumerable<string> Parameters(BaseTypeDeclarationSyntax type) => type is RecordDeclarationSyntax { ParameterList: { } list } ? list.Parameters.Select(parameter => parameter.Identifier.ValueText) : [];

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
