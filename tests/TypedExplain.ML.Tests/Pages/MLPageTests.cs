using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;

namespace TypedExplain.ML.Tests.Pages;

/// <summary>The code of docs/ml.md is compiled, and its output is what the page prints.</summary>
public class MLPageTests
{
    [Fact]
    public void The_program_is_compiled_and_run()
    {
        string path = Path.Combine(Repository.Root, "docs", "ml.md"), page = Read(path);
        string program = Read(Path.Combine(Repository.Root, "tests", "TypedExplain.ML.Tests", "Pages", "MLPage.cs")).Split("// <page>\n")[1].Split("        // </page>")[0];
        string unindented = string.Join('\n', program.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));
        Assert.Contains($"```csharp\n{unindented.Replace("console.", "Console.", StringComparison.Ordinal)}```", page, StringComparison.Ordinal);

        StringWriter console = new() { NewLine = "\n" };
        MLPage.Run(console, Path.Combine(AppContext.BaseDirectory, "Models"));
        string output = $"```text\n{console.ToString().TrimEnd()}\n```";
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
            File.WriteAllText(path, new Regex("```text\n.*?```", RegexOptions.Singleline).Replace(page, output.Replace("$", "$$", StringComparison.Ordinal), 1));
        Assert.Contains(output, page, StringComparison.Ordinal);
    }

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");
}
