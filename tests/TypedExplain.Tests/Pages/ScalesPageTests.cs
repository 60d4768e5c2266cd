using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Pages;

/// <summary>The code of docs/scales.md is compiled, and its output is what it prints.</summary>
public class ScalesPageTests
{
    private static readonly string s_path = Path.Combine(Repository.Root, "docs", "scales.md");
    private static readonly string s_page = File.ReadAllText(s_path).ReplaceLineEndings("\n");

    [Fact]
    public void TheProgramIsCompiledAndRun()
    {
        string program = File.ReadAllText(Path.Combine(Repository.Root, "tests", "TypedExplain.Tests", "Pages", "ScalesPage.cs")).ReplaceLineEndings("\n").Split("// <page>\n")[1].Split("        // </page>")[0];
        string unindented = string.Join('\n', program.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));
        Assert.Contains($"```csharp\n{unindented.Replace("console.", "Console.")}```", s_page);

        StringWriter console = new() { NewLine = "\n" };
        ScalesPage.Run(console);
        string output = $"```text\n{console.ToString().TrimEnd()}\n```";
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
            File.WriteAllText(s_path, Regex.Replace(s_page, "```text\n.*?```", output, RegexOptions.Singleline));
        Assert.Contains(output, s_page);
    }
}
