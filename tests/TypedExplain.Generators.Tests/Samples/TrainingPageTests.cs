using System.Text.RegularExpressions;

namespace TypedExplain.Generators.Tests.Samples;

/// <summary>
/// The page on training: every block of code on it compiles without a warning but those (CS15xx) that documentation
/// comments are missing. Blocks of statements are given the record of the page, and training and test rows.
/// </summary>
public class TrainingPageTests
{
    private static readonly string s_docs = Path.Combine(Path.GetDirectoryName(Mistake.Folder)!, "..", "docs");
    private static readonly string s_page = File.ReadAllText(Path.Combine(s_docs, "training.md")).ReplaceLineEndings("\n");

    private static readonly string[] s_code = [.. Regex.Matches(s_page, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];

    public static TheoryData<string> Blocks { get; } = [.. s_code.Where(IsStatements)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Compiles(string code)
    {
        Generation generation = Generation.Of([Compiler.Parse($$"""
            using System;
            using System.IO;
            using TypedExplain;
            using TypedExplain.Reports;
            using TypedExplain.Training;
            {{s_code.Single(block => !IsStatements(block))}}
            internal static class Page
            {
                public static void Run(Dataset<Car> train, Dataset<Car> test)
                {
                    {{code}}
                }
            }
            """)], [], [Packages.Reports]);

        Assert.Empty(generation.Diagnostics);
        Assert.Empty(generation.Output.GetDiagnostics().Where(complaint => complaint.Severity >= DiagnosticSeverity.Warning && !complaint.Id.StartsWith("CS15", StringComparison.Ordinal)));
    }

    [Fact]
    public void ItsPictureIsThere()
    {
        Assert.Equal(3, Blocks.Count);
        Assert.Contains("(frontier.svg)", s_page);
        Assert.Equal("svg", System.Xml.Linq.XElement.Load(Path.Combine(s_docs, "frontier.svg")).Name.LocalName);
    }

    private static bool IsStatements(string block) => !block.Contains("[FeatureRecord]");
}
