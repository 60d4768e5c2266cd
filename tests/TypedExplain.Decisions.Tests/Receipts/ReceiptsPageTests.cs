using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;

namespace TypedExplain.Decisions.Tests.Receipts;

/// <summary>The code of the section on receipts of docs/decisions.md is compiled, and its output is what the page prints.</summary>
public class ReceiptsPageTests
{
    [Fact]
    public void The_program_is_compiled_and_run()
    {
        string path = Path.Combine(Repository.Root, "docs", "decisions.md"), page = Read(path);
        string program = Read(Path.Combine(Repository.Root, "tests", "TypedExplain.Decisions.Tests", "Receipts", "ReceiptsPage.cs")).Split("// <page>\n")[1].Split("        // </page>")[0];
        string unindented = string.Join('\n', program.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));
        Assert.Contains($"```csharp\n{unindented.Replace("console.", "Console.")}```", page);

        StringWriter console = new() { NewLine = "\n" };
        ReceiptsPage.Run(console);
        string output = $"```text receipts\n{console.ToString().TrimEnd()}\n```";
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
            File.WriteAllText(path, new Regex("```text receipts\n.*?```", RegexOptions.Singleline).Replace(page, output.Replace("$", "$$"), 1));
        Assert.Contains(output, page);
    }

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");
}
