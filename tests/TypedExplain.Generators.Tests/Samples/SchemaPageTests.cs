using System.Text.RegularExpressions;

namespace TypedExplain.Generators.Tests.Samples;

/// <summary>
/// The page on the schema language: every block of code on it compiles, together with what is generated, without a
/// warning but those (CS15xx) that documentation comments are missing.
/// </summary>
public class SchemaPageTests
{
    public static TheoryData<string> Blocks { get; } = [.. Regex
        .Matches(File.ReadAllText(Path.Combine(Path.GetDirectoryName(Mistake.Folder)!, "..", "docs", "schema.md")).ReplaceLineEndings("\n"), "```csharp\n(.*?)```", RegexOptions.Singleline)
        .Select(match => match.Groups[1].Value)];

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Compiles(string code)
    {
        Generation generation = Generation.Of("using System;\nusing TypedExplain;\n" + code);

        Assert.Empty(generation.Diagnostics);
        Assert.NotEmpty(generation.Files);
        Assert.Empty(generation.Output.GetDiagnostics().Where(complaint => complaint.Severity >= DiagnosticSeverity.Warning && !complaint.Id.StartsWith("CS15", StringComparison.Ordinal)));
    }
}
