using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Reports.Tests.Pages;

/// <summary>The code of docs/reports.md is compiled, its output is what the page prints, and its pictures are there.</summary>
public class ReportsPageTests
{
    [Fact]
    public void The_program_is_compiled_and_run()
    {
        string path = Path.Combine(Repository.Root, "docs", "reports.md"), page = Read(path);
        string program = Read(Path.Combine(Repository.Root, "tests", "TypedExplain.Reports.Tests", "Pages", "ReportsPage.cs")).Split("// <page>\n")[1].Split("        // </page>")[0];
        Assert.Contains($"```csharp\n{Unindented(program).Replace("console.", "Console.")}```", page);

        StringWriter console = new() { NewLine = "\n" };
        ReportsPage.Run(console);
        string output = $"```text\n{console.ToString().TrimEnd()}\n```";
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
            File.WriteAllText(path, new Regex("```text\n.*?```", RegexOptions.Singleline).Replace(page, output.Replace("$", "$$"), 1));
        Assert.Contains(output, page);
    }

    [Fact]
    public void The_shorter_pieces_are_compiled_and_run()
    {
        string page = Read(Path.Combine(Repository.Root, "docs", "reports.md"));
        string[] pieces = [.. Read(Path.Combine(Repository.Root, "tests", "TypedExplain.Reports.Tests", "Pages", "ReportsPage.cs")).Split("// <piece>\n").Skip(1).Select(piece => piece.Split("        // </piece>")[0])];
        Assert.Equal(3, pieces.Length);
        Assert.All(pieces, piece => Assert.Contains($"```csharp\n{Unindented(piece)}```", page));

        Dataset<LoanApplication> loans = Loans.Load();
        IModel<LoanApplication> model = Model.From<LoanApplication>(loan => Loans.Score(loan));
        PartialDependence<LoanApplication> dependence = new() { Background = loans };
        Assert.Equal("How score depends on AnnualIncome and Housing", ReportsPage.More(loans, model, new() { Background = loans }, dependence.Of(model, LoanApplicationFeatures.Age), dependence.Of(model, LoanApplicationFeatures.Age))[0].Title);
    }

    [Fact]
    public void Its_pictures_are_there_and_each_is_shown()
    {
        string docs = Path.Combine(Repository.Root, "docs");
        string[] shown = [.. Regex.Matches(Read(Path.Combine(docs, "reports.md")), @"\]\((pictures/[^)]+)\)").Select(match => match.Groups[1].Value)];
        Assert.Equal(Directory.EnumerateFiles(Path.Combine(docs, "pictures", "reports")).Select(file => Path.GetRelativePath(docs, file).Replace('\\', '/')).Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
    }

    private static string Unindented(string code) => string.Join('\n', code.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line));

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");
}
