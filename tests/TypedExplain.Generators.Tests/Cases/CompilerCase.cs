using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using TypedExplain.Analyzers.Unions;
using TypedExplain.Generators.Tests.Onnx;

namespace TypedExplain.Generators.Tests.Cases;

/// <summary>
/// A program in one file: head lines begin with <c>//!</c> and say what a reviewer would want (<c>hope</c>), and where a source
/// file (<c>file</c>), a file of a referenced project (<c>lib</c>) or a model (<c>onnx</c>) begins; « » mark the token that the
/// diagnostic belongs on.
/// </summary>
internal sealed class CompilerCase
{
    private const string Usings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; " +
        "global using System.Threading; global using System.Threading.Tasks; global using TypedExplain; global using TypedExplain.Media; global using TypedExplain.Onnx; global using TypedExplain.Training; " +
        // Cases name these types as they were called when the cases were written.
        "global using Draw = TypedExplain.DrawMode; global using Link = TypedExplain.LinkFunction; global using Standard = TypedExplain.ExplanationStandard;";

    private readonly Dictionary<string, string> _settings = [];
    private readonly List<(string Kind, string Name, string Text)> _parts = [];
    private readonly Dictionary<string, TextSpan> _marks = [];

    public CompilerCase(string text)
    {
        foreach (string line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (!line.StartsWith("//! ", StringComparison.Ordinal))
            {
                if (_parts.Count > 0)
                    _parts[^1] = _parts[^1] with { Text = _parts[^1].Text + line + "\n" };
                continue;
            }

            string[] halves = line[4..].Split(": ", 2);
            if (halves[0] is "file" or "lib" or "onnx")
                _parts.Add((halves[0], halves[1], ""));
            else
                _settings[halves[0]] = halves[1];
        }
    }

    /// <summary>What a reviewer would want: error, warning or ok.</summary>
    public string Hope => _settings["hope"];

    /// <summary>What the compiler, the generator and the analyzers say that is not hidden.</summary>
    public Diagnostic[] Said()
    {
        using OnnxProject project = new();
        foreach ((string _, string name, string text) in _parts.Where(part => part.Kind == "onnx"))
            Add(project, name, text);
        Generation? library = _parts.Any(part => part.Kind == "lib") ? Generation.Of(Trees("lib")) : null;
        Generation generation = Generation.Of(Trees("file"), [.. project.Files], library is null ? [] : [library.Output.WithAssemblyName("Library").ToMetadataReference()]);
        Compilation output = Options(generation.Output);
        return
        [
            .. output.WithAnalyzers([.. Analysis.Analyzers, new CompleteSwitch()]).GetAllDiagnosticsAsync().GetAwaiter().GetResult().Concat(generation.Diagnostics)
                .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed && diagnostic.Id != "CS1591"),
        ];
    }

    /// <summary>Whether a diagnostic stands on the marked token.</summary>
    public bool IsMarked(Diagnostic diagnostic) =>
        diagnostic.Location.SourceTree is { } tree && _marks.TryGetValue(tree.FilePath, out TextSpan mark) && mark.OverlapsWith(diagnostic.Location.SourceSpan);

    private static void Add(OnnxProject project, string name, string text)
    {
        if (text.Trim() == "TEXT")
            project.Add(name, "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"u8.ToArray());
        else if (text.Trim() == "MISSING")
            project.AddMissing(name);
        else
            project.Add(name, OnnxText.Parse(name + "\n" + text).Bytes);
    }

    private SyntaxTree[] Trees(string kind) =>
    [
        .. _parts.Where(part => part.Kind == kind).Select(part => Tree(part.Name, part.Text)),
        Compiler.Parse(Usings, "Usings.cs", ParseOptions),
    ];

    private SyntaxTree Tree(string name, string text)
    {
        // The annotation had another name when the cases were written.
        text = text.Replace("[Length(", "[ArrayLength(");
        if (_settings.ContainsKey("nullable"))
            text = "#nullable disable\n" + text;
        int start = text.IndexOf('«'), end = text.IndexOf('»') - 1;
        if (start >= 0)
            _marks[name] = TextSpan.FromBounds(start, end);
        return Compiler.Parse(text.Replace("«", "").Replace("»", ""), name, ParseOptions);
    }

    private CSharpParseOptions ParseOptions => Compiler.ParseOptions
        .WithPreprocessorSymbols(_settings.TryGetValue("define", out string? symbol) ? new[] { symbol } : new string[0])
        .WithLanguageVersion(_settings.ContainsKey("lang") ? LanguageVersion.CSharp13 : LanguageVersion.CSharp14)
        .WithDocumentationMode(_settings.ContainsKey("doc") ? DocumentationMode.Diagnose : DocumentationMode.Parse);

    private Compilation Options(Compilation compilation) => compilation.WithOptions(((CSharpCompilationOptions)compilation.Options)
        .WithOutputKind(_settings.ContainsKey("exe") ? Microsoft.CodeAnalysis.OutputKind.ConsoleApplication : Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary));
}
