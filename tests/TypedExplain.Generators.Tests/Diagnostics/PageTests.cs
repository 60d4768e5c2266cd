using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp;
using TypedExplain.Analyzers.Diagnostics;
using TypedExplain.Generators.Diagnostics;
using TypedExplain.Generators.Tests.Onnx;
using TypedExplain.Generators.Tests.Zoo;

namespace TypedExplain.Generators.Tests.Diagnostics;

/// <summary>Every diagnostic has a page whose failing code fails and whose fixed code does not.</summary>
public class PageTests
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    private static readonly Dictionary<string, DiagnosticDescriptor> Descriptors = new[] { typeof(DiagnosticDescriptors), typeof(OnnxDescriptors), typeof(UsageDescriptors) }
        .SelectMany(all => all.GetFields(BindingFlags.Static | BindingFlags.Public))
        .Select(field => (DiagnosticDescriptor)field.GetValue(null)!)
        .ToDictionary(descriptor => descriptor.Id);

    public static TheoryData<string> Ids { get; } = [.. Descriptors.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Has_a_page_with_code_that_fails_and_code_that_does_not(string id)
    {
        string page = Read($"docs/diagnostics/{id}.md");
        Assert.StartsWith($"# {id}: {Descriptors[id].Title}\n", page);

        string[] code = Blocks(page, "csharp"), models = Blocks(page, "onnx");
        bool isAboutTheLanguage = id == DiagnosticDescriptors.LanguageVersion.Id;
        bool isAboutProjects = id == DiagnosticDescriptors.ForeignRecord.Id;
        bool isAboutDecisions = id == UsageDescriptors.RecourseWithoutSteps.Id;
        using OnnxProject before = OnnxProject.With(models.FirstOrDefault("")), after = OnnxProject.With(models.LastOrDefault(""));
        Generation failing = models.Length > 0 ? before.Generate(code[0])
            : isAboutProjects ? Generation.Over(Generation.Of(code[0]), code[1])
            : isAboutDecisions ? WithDecisions(code[0])
            : Generation.Of(code[0], isAboutTheLanguage ? LanguageVersion.CSharp13 : LanguageVersion.CSharp14);
        Generation repaired = isAboutDecisions ? WithDecisions(code.Last()) : after.Generate(code.Last());

        Assert.Equal(id, Assert.Single(Findings(failing)).Id);
        Assert.Equal(isAboutTheLanguage ? 1 : isAboutProjects ? 3 : 2, code.Length);
        Assert.Empty(Findings(repaired));
        Assert.NotEmpty(repaired.Files);
        Assert.Empty(repaired.Output.GetDiagnostics().Where(complaint => complaint.Severity == DiagnosticSeverity.Error));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Stands_in_the_index_and_in_the_releases(string id)
    {
        DiagnosticDescriptor descriptor = Descriptors[id];
        bool isOfAnalyzers = typeof(UsageDescriptors).GetFields(BindingFlags.Static | BindingFlags.Public).Any(field => field.GetValue(null) == descriptor);
        string project = isOfAnalyzers ? "TypedExplain.Analyzers" : "TypedExplain.Generators";
        string releases = Read($"generators/{project}/Diagnostics/AnalyzerReleases.Unshipped.md")
            + Read($"generators/{project}/Diagnostics/AnalyzerReleases.Shipped.md");

        Assert.Contains($"{id} | {descriptor.Category} | {descriptor.DefaultSeverity} | {descriptor.Title}\n", releases);
        Assert.Contains($"| [{id}]({id}.md) | {descriptor.Title} |\n", Read("docs/diagnostics/README.md"));
        Assert.Equal($"https://github.com/typedexplain/typedexplain/blob/main/docs/diagnostics/{id}.md", descriptor.HelpLinkUri);
    }

    /// <summary>A project that has the package for decisions.</summary>
    private static Generation WithDecisions(string source) => Generation.Of(Compiler.Parse(source), Compiler.Parse(Sources.Recourse, "Recourse.cs"));

    private static IEnumerable<Diagnostic> Findings(Generation generation) => generation.Diagnostics.Concat(Analysis.Of(generation.Output));

    private static string[] Blocks(string page, string language) =>
        [.. Regex.Matches(page, $"```{language}\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository, path)).ReplaceLineEndings("\n");

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
