using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedExplain.Generators.Tests.Support;

/// <summary>Compiles source as a user's project would, documentation warnings on.</summary>
internal static class Compiler
{
    // What the compiler loads is no reference of a user's project, and most projects decide nothing.
    private static readonly string[] s_others = ["TypedExplain.Generators", "TypedExplain.Analyzers", "TypedExplain.CodeFixes", "TypedExplain.Decisions"];

    private static readonly ImmutableArray<MetadataReference> References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Append(typeof(FeatureRecordAttribute).Assembly.Location)
            .Distinct()
            .Where(path => File.Exists(path) && !s_others.Contains(Path.GetFileNameWithoutExtension(path)))
            .Select(path => MetadataReference.CreateFromFile(path)),
    ];

    /// <summary>The same for a project without the package that runs ONNX models.</summary>
    public static CSharpCompilation CompileWithoutOnnx(IEnumerable<SyntaxTree> trees) =>
        Compile(trees).WithReferences(References.Where(reference => Path.GetFileName(reference.Display) != "TypedExplain.Onnx.dll"));

    private static readonly CSharpCompilationOptions Options =
        new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable, warningLevel: 9999, deterministic: true);

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp14, DocumentationMode.Diagnose);

    public static SyntaxTree Parse(string source, string path = "User.cs", CSharpParseOptions? options = null) =>
        CSharpSyntaxTree.ParseText(source, options ?? ParseOptions, path, Encoding.UTF8);

    public static CSharpCompilation Compile(IEnumerable<SyntaxTree> trees, params MetadataReference[] others) => CSharpCompilation.Create(
        "User",
        trees,
        [.. References, .. others],
        Options);
}
