using System.Collections.Immutable;
using Microsoft.CodeAnalysis.CSharp;

namespace TypedExplain.Generators.Tests.Support;

/// <summary>One run of the generator over a user's source.</summary>
internal sealed class Generation
{
    private Generation(GeneratorDriver driver, Compilation output)
    {
        Driver = driver;
        Output = output;
    }

    public GeneratorDriver Driver { get; }

    /// <summary>The user's source together with what was generated.</summary>
    public Compilation Output { get; }

    /// <summary>What the compiler says of it.</summary>
    public IEnumerable<string> Complaints => Output.GetDiagnostics()
        .Where(complaint => complaint.Severity != DiagnosticSeverity.Hidden)
        .Select(complaint => complaint.ToString());

    public GeneratorRunResult Result => Driver.GetRunResult().Results.Single();

    public ImmutableArray<Diagnostic> Diagnostics => Result.Diagnostics;

    /// <summary>The generated files, by name.</summary>
    public Dictionary<string, string> Files =>
        Result.GeneratedSources.ToDictionary(file => file.HintName, file => file.SourceText.ToString());

    public static Generation Of(string source, LanguageVersion version = LanguageVersion.CSharp14) =>
        Of(Compiler.Parse(source, options: Compiler.ParseOptions.WithLanguageVersion(version)));

    /// <summary>A project that uses another one.</summary>
    public static Generation Over(Generation other, string source) => Of([Compiler.Parse(source)], other.Output.WithAssemblyName("Other").ToMetadataReference());

    public static Generation Of(params SyntaxTree[] trees) => Of(trees, others: []);

    /// <summary>A project with additional files.</summary>
    public static Generation Of(SyntaxTree[] trees, ImmutableArray<AdditionalText> files) => Of(trees, files, []);

    private static Generation Of(SyntaxTree[] trees, params MetadataReference[] others) => Of(trees, [], others);

    /// <summary>The same, with references of its own.</summary>
    public static Generation Of(SyntaxTree[] trees, ImmutableArray<AdditionalText> files, MetadataReference[] others) =>
        Run(NewDriver(trees, files), Compiler.Compile(trees, others));

    /// <summary>A project with additional files, without the package that runs ONNX models.</summary>
    public static Generation WithoutOnnx(SyntaxTree[] trees, ImmutableArray<AdditionalText> files) => Run(NewDriver(trees, files), Compiler.CompileWithoutOnnx(trees));

    /// <summary>Runs the same generator again, as an editor does after each key.</summary>
    public Generation Again(params SyntaxTree[] trees) => Run(Driver, Compiler.Compile(trees));

    private static GeneratorDriver NewDriver(SyntaxTree[] trees, ImmutableArray<AdditionalText> files) => CSharpGeneratorDriver.Create(
        [new FeatureRecordGenerator().AsSourceGenerator()],
        files,
        parseOptions: (CSharpParseOptions)trees[0].Options,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));

    private static Generation Run(GeneratorDriver driver, Compilation input)
    {
        driver = driver.RunGeneratorsAndUpdateCompilation(input, out Compilation output, out _);
        return new(driver, output);
    }
}
