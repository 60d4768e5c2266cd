using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace TypedExplain.Generators.Tests.Samples;

/// <summary>
/// One file of samples/CompileTimeErrors. Its first line states what the compiler must say, its second line why:
/// <code>
/// // expect: TEX0101 at 6, CS1061 at 10
/// // The ends of the range are the wrong way round.
/// </code>
/// </summary>
internal sealed class Mistake
{
    private const string Expect = "// expect: ";

    public static string Folder { get; } = Path.GetFullPath(Path.Combine(ThisFolder(), "../../../samples/CompileTimeErrors"));

    private static readonly ImmutableArray<AdditionalText> s_models = [.. Directory.EnumerateFiles(Folder, "*.onnx").Select(file => new BinaryFile(file))];

    private readonly string[] _lines;

    private Mistake(string name)
    {
        string source = File.ReadAllText(Path.Combine(Folder, name)).ReplaceLineEndings("\n");
        Generation generation = Generation.Of([Compiler.Parse(source, name, Compiler.ParseOptions.WithDocumentationMode(DocumentationMode.Parse))], s_models);
        Compilation strict = generation.Output.WithOptions(generation.Output.Options.WithGeneralDiagnosticOption(ReportDiagnostic.Error));
        _lines = source.Split('\n');
        Messages =
        [
            .. generation.Diagnostics.Concat(strict.GetDiagnostics()).Concat(Analysis.Of(strict))
                .Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.Hidden)
                .OrderBy(diagnostic => diagnostic.Location.GetLineSpan().StartLinePosition),
        ];
    }

    public static IEnumerable<string> Names { get; } =
        Directory.EnumerateFiles(Folder, "*.cs").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal);

    /// <summary>What the generator, the compiler and the analyzers say, in the order of the places. As in the sample's project, warnings are errors.</summary>
    public Diagnostic[] Messages { get; }

    public string[] Expected => _lines[0].StartsWith(Expect, StringComparison.Ordinal) ? _lines[0][Expect.Length..].Split(", ") : [];

    public string[] Actual => [.. Messages.Select(message => $"{message.Id} at {LineOf(message) + 1}")];

    /// <summary>The mistake in a sentence.</summary>
    public string Why => _lines[1].TrimStart('/', ' ');

    public static Mistake Read(string name) => new(name);

    /// <summary>The line that a message points at, as it is written.</summary>
    public string Written(Diagnostic message) => _lines[LineOf(message)].Trim();

    private static int LineOf(Diagnostic message) => message.Location.GetLineSpan().StartLinePosition.Line;

    private static string ThisFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
