using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Pages;

/// <summary>The code in the README is this repository's own, and its output is what it prints.</summary>
public partial class ReadmeTests
{
    private static readonly string s_readme = Read("README.md");

    [Fact]
    public void TheProgramIsCompiledAndRun()
    {
        string page = Read("tests/TypedExplain.Tests/Pages/ReadmePage.cs").Split("// <page>\n")[1].Split("        // </page>")[0];
        Assert.Contains(Unindented(page).Replace("console.", "Console."), Blocks("csharp"));

        StringWriter console = new() { NewLine = "\n" };
        ReadmePage.Run(console);
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
            File.WriteAllText(Path.Combine(Repository.Root, "README.md"), Output().Replace(s_readme, _ => $"```text\n{console.ToString().TrimEnd()}\n```", 1));
        Assert.Contains(console.ToString().TrimEnd() + "\n", Blocks("text"));
    }

    [Fact]
    public void TheRecordIsCompiled()
    {
        string schemas = Read("tests/TypedExplain.Tests/Zoo/Schemas.cs");
        string record = Assert.Single(Blocks("csharp"), block => block.Contains("[FeatureRecord]"));
        Assert.Contains(record.Trim(), schemas);
    }

    [Fact]
    public void TheLinksLeadSomewhere()
    {
        foreach (Match link in Link().Matches(s_readme))
        {
            string target = link.Groups[1].Value;
            if (target.StartsWith('#'))
                Assert.Contains(target, Heading().Matches(s_readme).Select(heading => "#" + heading.Groups[1].Value.ToLowerInvariant().Replace(' ', '-')));
            else if (!target.StartsWith("http", StringComparison.Ordinal))
                Assert.True(Path.Exists(Path.Combine(Repository.Root, target.Split('#')[0])), $"The README links to {target}, which is not there.");
        }
    }

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path)).ReplaceLineEndings("\n");

    private static string[] Blocks(string language) =>
        [.. Regex.Matches(s_readme, $"```{language}\n(.*?)```", RegexOptions.Singleline).Select(match => match.Groups[1].Value)];

    private static string Unindented(string code) =>
        string.Join('\n', code.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));

    [GeneratedRegex("```text\n.*?```", RegexOptions.Singleline)]
    private static partial Regex Output();

    [GeneratedRegex(@"\]\(([^)]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("^## (.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
