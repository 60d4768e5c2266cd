using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.Pages;

/// <summary>The code of a page in docs is compiled, and its output is what the page prints.</summary>
public class ProgramPageTests
{
    private static readonly Dictionary<string, (string Source, Action<TextWriter> Run)> s_programs = new()
    {
        ["scales.md"] = (nameof(ScalesPage), ScalesPage.Run),
        ["choosing.md"] = (nameof(ChoosingPage), ChoosingPage.Run),
        ["runs.md"] = (nameof(RunsPage), RunsPage.Run),
        ["json.md"] = (nameof(JsonPage), JsonPage.Run),
        ["json.md#records"] = (nameof(JsonRecordsPage), JsonRecordsPage.Run),
        ["receipts.md"] = (nameof(ReceiptsPage), ReceiptsPage.Run),
        ["plan.md"] = (nameof(PlanPage), PlanPage.Run),
        ["trust-regions.md"] = (nameof(TrustRegionsPage), TrustRegionsPage.Run),
        ["global.md"] = (nameof(GlobalPage), GlobalPage.Run),
    };

    public static TheoryData<string> Pages => [.. s_programs.Keys];

    [Theory]
    [MemberData(nameof(Pages))]
    public void TheProgramIsCompiledAndRun(string name)
    {
        (string source, Action<TextWriter> run) = s_programs[name];
        Check(name, source, run);
    }

    /// <summary>Holds a page to its program and to the output of it.</summary>
    internal static void Check(string name, string source, Action<TextWriter> run)
    {
        string path = Path.Combine(Repository.Root, "docs", name.Split('#')[0]), page = File.ReadAllText(path).ReplaceLineEndings("\n");
        string program = File.ReadAllText(Path.Combine(Repository.Root, "tests", "TypedExplain.Tests", "Pages", $"{source}.cs")).ReplaceLineEndings("\n").Split("// <page>\n")[1].Split("        // </page>")[0];
        string unindented = string.Join('\n', program.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));
        string code = $"```csharp\n{unindented.Replace("console.", "Console.")}```";
        Assert.Contains(code, page);

        StringWriter console = new() { NewLine = "\n" };
        run(console);
        string output = $"```text\n{console.ToString().TrimEnd()}\n```";
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
            File.WriteAllText(path, new Regex("```text\n.*?```", RegexOptions.Singleline).Replace(page, _ => output, 1, page.IndexOf(code, StringComparison.Ordinal)));
        Assert.Contains(output, page);
    }
}
