using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;

namespace TypedExplain.Decisions.Tests.Reasons.Pages;

/// <summary>The code of the section on principal reasons of docs/decisions.md is compiled, and its output is what the page prints.</summary>
public class ReasonsPageTests
{
    private static readonly string s_path = Path.Combine(Repository.Root, "docs", "decisions.md");

    private static readonly string s_tests = Path.Combine(Repository.Root, "tests", "TypedExplain.Decisions.Tests", "Reasons");

    [Fact]
    public void The_program_is_compiled_and_run()
    {
        string page = Read(s_path);
        string program = Read(Path.Combine(s_tests, "Pages", "ReasonsPage.cs")).Split("// <page>\n")[1].Split("        // </page>")[0];
        string unindented = string.Join('\n', program.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));
        Assert.Contains($"```csharp\n{unindented.Replace("console.", "Console.")}```", page);

        StringWriter console = new() { NewLine = "\n" };
        ReasonsPage.Run(console);
        string output = $"```text reasons\n{console.ToString().TrimEnd()}\n```";
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
            File.WriteAllText(s_path, new Regex("```text reasons\n.*?```", RegexOptions.Singleline).Replace(page, output.Replace("$", "$$"), 1));
        Assert.Contains(output, page);
    }

    [Fact]
    public void The_record_is_the_one_that_is_tested()
    {
        string record = Read(Path.Combine(s_tests, "Support", "Applicant.cs"));

        Assert.Contains("```csharp\n" + record[record.IndexOf("[FeatureRecord]", StringComparison.Ordinal)..] + "```", Read(s_path));
    }

    /// <summary>A row of the table for each cause, and a test for each promise that is there.</summary>
    [Fact]
    public void Every_cause_and_every_test_that_the_page_names_exists()
    {
        string page = Read(s_path);
        string[] tests = [.. Directory.EnumerateFiles(s_tests, "*.cs", SearchOption.AllDirectories).Select(Read)];

        Assert.All(Enum.GetNames<RefusalCause>(), cause => Assert.Contains($"| `{cause}` |", page));
        string[] named = [.. Regex.Matches(page.Split("### How each promise is tested")[1].Split("\n## ")[0], "`([A-Z][a-z]*_[A-Za-z_]+)`").Select(match => match.Groups[1].Value)];
        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(tests, text => text.Contains($" {name}(", StringComparison.Ordinal)));
    }

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");
}
