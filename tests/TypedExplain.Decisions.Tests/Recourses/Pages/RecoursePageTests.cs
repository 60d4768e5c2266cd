using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;

namespace TypedExplain.Decisions.Tests.Recourses.Pages;

/// <summary>The code of the section on recourse of docs/decisions.md is compiled, and its output is what the page prints.</summary>
public class RecoursePageTests
{
    private static readonly string s_path = Path.Combine(Repository.Root, "docs", "decisions.md");

    private static readonly string s_tests = Path.Combine(Repository.Root, "tests", "TypedExplain.Decisions.Tests");

    [Fact]
    public void The_program_is_compiled_and_run()
    {
        string page = Read(s_path);
        string program = Read(Path.Combine(s_tests, "Recourses", "Pages", "RecoursePage.cs")).Split("// <page>\n")[1].Split("        // </page>")[0];
        string unindented = string.Join('\n', program.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));
        Assert.Contains($"```csharp\n{unindented.Replace("console.", "Console.")}```", page);

        StringWriter console = new() { NewLine = "\n" };
        RecoursePage.Run(console);
        string output = $"```text recourse\n{console.ToString().TrimEnd()}\n```";
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
            File.WriteAllText(s_path, new Regex("```text recourse\n.*?```", RegexOptions.Singleline).Replace(page, output.Replace("$", "$$"), 1));
        Assert.Contains(output, page);
    }

    [Fact]
    public void The_record_is_the_one_that_is_tested()
    {
        string record = Read(Path.Combine(s_tests, "Support", "Borrower.cs"));
        string stated = record[record.IndexOf("[FeatureRecord]", StringComparison.Ordinal)..record.IndexOf("\n{", StringComparison.Ordinal)];
        Assert.Contains($"```csharp\n{stated};\n```", Read(s_path));
    }

    [Fact]
    public void Every_test_that_the_page_names_exists()
    {
        string promises = Read(s_path).Split("### How each promise of recourse is tested")[1].Split("\n## ")[0];
        string[] tests = [.. Directory.EnumerateFiles(s_tests, "*.cs", SearchOption.AllDirectories).Select(Read)];
        string[] named = [.. Regex.Matches(promises, "`([A-Z][a-z]?[A-Z]?[a-z][A-Za-z0-9_]+)`").Select(match => match.Groups[1].Value)];
        Assert.True(named.Length > 8);
        Assert.All(named, name => Assert.Contains(tests, text => text.Contains($" {name}(", StringComparison.Ordinal) || text.Contains($"class {name}", StringComparison.Ordinal)));
    }

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");
}
