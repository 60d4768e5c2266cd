using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;

namespace TypedExplain.Testing.Tests.Pages;

/// <summary>The code of docs/testing.md is compiled, and its output is what the page prints.</summary>
public class TestingPageTests
{
    [Fact]
    public void TheProgramIsCompiledAndRun()
    {
        string path = Path.Combine(Repository.Root, "docs", "testing.md"), page = File.ReadAllText(path).ReplaceLineEndings("\n");
        string program = File.ReadAllText(Path.Combine(Repository.Root, "tests", "TypedExplain.Testing.Tests", "Pages", "TestingPage.cs")).ReplaceLineEndings("\n").Split("// <page>\n")[1].Split("        // </page>")[0];
        string unindented = string.Join('\n', program.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));
        Assert.Contains($"```csharp\n{unindented.Replace("console.", "Console.")}```", page);

        StringWriter console = new() { NewLine = "\n" };
        TestingPage.Run(console);
        string output = $"```text\n{console.ToString().TrimEnd()}\n```";
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
            File.WriteAllText(path, new Regex("```text\n.*?```", RegexOptions.Singleline).Replace(page, output.Replace("$", "$$"), 1));
        Assert.Contains(output, page);
    }

    [Fact]
    public void TheTestOfTheSampleIsOnThePage()
    {
        string test = File.ReadAllText(Path.Combine(Repository.Root, "samples", "ModelTests", "ReasonTests.cs")).ReplaceLineEndings("\n");
        string shown = Regex.Match(File.ReadAllText(Path.Combine(Repository.Root, "docs", "testing.md")).ReplaceLineEndings("\n"), "```csharp\n(\\[Fact\\].*?)```", RegexOptions.Singleline).Groups[1].Value;
        Assert.NotEmpty(shown);
        Assert.Contains(string.Join('\n', shown.TrimEnd().Split('\n').Select(line => line.Length == 0 ? line : "    " + line)), test);
    }
}
