using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedExplain.Generators.Tests.Structure;

/// <summary>The repository's own projects, compiled from their source.</summary>
internal static class Projects
{
    public const string Core = "src/TypedExplain";

    /// <summary>A project whose compiler is not among the references of the tests, as Orleans is not: some of its names are not found, its own all are.</summary>
    public const string CodeFixes = "generators/TypedExplain.CodeFixes";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions s_options = new(LanguageVersion.CSharp14, DocumentationMode.None);

    /// <summary>The platform and the packages, without this repository's own assemblies.</summary>
    public static ImmutableArray<MetadataReference> Platform { get; } =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(file => !Path.GetFileName(file).StartsWith("TypedExplain", StringComparison.Ordinal) && File.Exists(file))
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private static readonly Lazy<CSharpCompilation> s_core = new(() => Compile(Core));

    private static readonly Lazy<CSharpCompilation> s_training = new(() => Compile("src/TypedExplain.Training", s_core.Value));

    private static readonly Lazy<CSharpCompilation> s_onnx = new(() => Compile("src/TypedExplain.Onnx", s_core.Value, s_training.Value));

    private static readonly Lazy<CSharpCompilation> s_ml = new(() => Compile("src/TypedExplain.ML", s_core.Value));

    private static readonly Lazy<CSharpCompilation> s_testing = new(() => Compile("src/TypedExplain.Testing", s_core.Value));

    private static readonly Lazy<CSharpCompilation> s_decisions = new(() => Compile("src/TypedExplain.Decisions", s_core.Value));

    private static readonly Lazy<CSharpCompilation> s_reports = new(() => Compile("src/TypedExplain.Reports", s_core.Value, s_decisions.Value, s_testing.Value, s_training.Value));

    private static readonly Lazy<CSharpCompilation> s_hosting = new(() => Compile("src/TypedExplain.Hosting", s_core.Value, s_decisions.Value, s_reports.Value));

    private static readonly Lazy<CSharpCompilation> s_batch = new(() => Compile("src/TypedExplain.Batch", s_core.Value, s_decisions.Value, s_testing.Value, s_training.Value, s_reports.Value));

    private static readonly Lazy<CSharpCompilation> s_orleans = new(() => Compile("src/TypedExplain.Orleans", s_core.Value, s_decisions.Value, s_testing.Value, s_training.Value, s_reports.Value, s_batch.Value));

    public static ImmutableArray<string> All { get; } =
        [Core, "src/TypedExplain.Training", "src/TypedExplain.Onnx", "src/TypedExplain.ML", "src/TypedExplain.Testing", "src/TypedExplain.Decisions", "src/TypedExplain.Reports", "src/TypedExplain.Hosting", "src/TypedExplain.Batch", "src/TypedExplain.Orleans", "generators/TypedExplain.Generators", "generators/TypedExplain.Analyzers", CodeFixes];

    /// <summary>A project; the paths of its trees are relative to it, with forward slashes, and those of files that it shares with another begin with "..".</summary>
    public static CSharpCompilation Of(string project) => project switch
    {
        Core => s_core.Value,
        "src/TypedExplain.Training" => s_training.Value,
        "src/TypedExplain.Onnx" => s_onnx.Value,
        "src/TypedExplain.ML" => s_ml.Value,
        "src/TypedExplain.Testing" => s_testing.Value,
        "src/TypedExplain.Decisions" => s_decisions.Value,
        "src/TypedExplain.Reports" => s_reports.Value,
        "src/TypedExplain.Hosting" => s_hosting.Value,
        "src/TypedExplain.Batch" => s_batch.Value,
        "src/TypedExplain.Orleans" => s_orleans.Value,
        _ => Compile(project),
    };

    private static CSharpCompilation Compile(string project, params CSharpCompilation[] below)
    {
        string folder = Path.Combine(Repository.Root, project);
        IEnumerable<string> own = Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(path => !path.StartsWith("bin/", StringComparison.Ordinal) && !path.StartsWith("obj/", StringComparison.Ordinal));
        IEnumerable<string> shared = project.StartsWith("generators/", StringComparison.Ordinal) ? Linked(folder) : [];
        string friends = project switch
        {
            Core => Friend("TypedExplain.Training") + Friend("TypedExplain.Onnx") + Friend("TypedExplain.ML") + Friend("TypedExplain.Testing") + Friend("TypedExplain.Decisions") + Friend("TypedExplain.Reports") + Friend("TypedExplain.Hosting") + Friend("TypedExplain.Batch") + Friend("TypedExplain.Orleans"),
            "src/TypedExplain.Batch" => Friend("TypedExplain.Orleans"),
            "src/TypedExplain.Training" => Friend("TypedExplain.Onnx") + Friend("TypedExplain.Reports"),
            "src/TypedExplain.Testing" or "src/TypedExplain.Decisions" => Friend("TypedExplain.Reports"),
            _ => "",
        };
        return CSharpCompilation.Create(
            Path.GetFileName(folder),
            [
                .. own.Concat(shared).Order(StringComparer.Ordinal).Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(folder, path)), s_options, path)),
                CSharpSyntaxTree.ParseText(ImplicitUsings + friends, s_options),
            ],
            [.. Platform, .. below.Select(library => library.ToMetadataReference())],
            new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
    }

    /// <summary>The files of other projects that a project is built with.</summary>
    private static IEnumerable<string> Linked(string folder) =>
        from project in Directory.EnumerateFiles(folder, "*.csproj")
        from item in System.Xml.Linq.XDocument.Load(project).Descendants("Compile")
        from file in item.Attribute("Include")!.Value.Split(';')
        select file;

    private static string Friend(string name) => $"\n[assembly: System.Runtime.CompilerServices.InternalsVisibleTo(\"{name}\")]";
}
