using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;

namespace TypedExplain.Reports.Tests.Pages;

/// <summary>The code of docs/reports.md is compiled, its output is what the page prints, and its pictures are there.</summary>
public class ReportsPageTests
{
    [Fact]
    public void The_program_is_compiled_and_run()
    {
        string path = Path.Combine(Repository.Root, "docs", "reports.md"), page = Read(path);
        string program = Read(Path.Combine(Repository.Root, "tests", "TypedExplain.Reports.Tests", "Pages", "ReportsPage.cs")).Split("// <page>\n")[1].Split("        // </page>")[0];
        string unindented = string.Join('\n', program.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));
        Assert.Contains($"```csharp\n{unindented.Replace("console.", "Console.")}```", page);

        StringWriter console = new() { NewLine = "\n" };
        ReportsPage.Run(console);
        string output = $"```text\n{console.ToString().TrimEnd()}\n```";
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
            File.WriteAllText(path, new Regex("```text\n.*?```", RegexOptions.Singleline).Replace(page, output.Replace("$", "$$"), 1));
        Assert.Contains(output, page);
    }

    [Fact]
    public void Its_pictures_are_there() => Assert.All(
        Regex.Matches(Read(Path.Combine(Repository.Root, "docs", "reports.md")), @"\]\((pictures/[^)]+)\)").Select(match => match.Groups[1].Value),
        picture => Assert.True(File.Exists(Path.Combine(Repository.Root, "docs", picture)), picture));

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");
}
