using System.Text.RegularExpressions;
using TypedExplain.Tests.Support;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Batch.Tests.Pages;

/// <summary>The code of docs/batch.md is compiled, and what it prints is what the page shows.</summary>
public class BatchPageTests
{
    private static readonly string s_page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "batch.md"));

    [Theory]
    [InlineData("program", 0)]
    [InlineData("job", 1)]
    public void ItsCodeIsCompiled(string mark, int place)
    {
        string[] source = File.ReadAllLines(Path.Combine(Repository.Root, "tests", "TypedExplain.Batch.Tests", "Pages", "BatchPage.cs"));
        IEnumerable<string> lines = source.SkipWhile(line => !line.Contains($"<{mark}>", StringComparison.Ordinal)).Skip(1).TakeWhile(line => !line.Contains($"</{mark}>", StringComparison.Ordinal));
        Assert.Equal(Blocks("csharp")[place], string.Join('\n', lines.Select(line => line.Length > 8 ? line[8..] : line)).TrimEnd());
    }

    [Fact]
    public async Task WhatItPrintsIsReal()
    {
        using TemporaryFolder folder = new();
        string rows = Rows(folder);
        string told = Regex.Replace(await BatchPage.JobAsync(rows, folder.Of("explained")), "root [0-9a-f]{64}", "root ROOT");
        Assert.Equal(Blocks("text")[2], told);
        Assert.Equal("$ cat explained/part-00001-of-00003.bad.jsonl\n" + File.ReadAllText(Path.Combine(folder.Of("explained"), "part-00001-of-00003.bad.jsonl")).TrimEnd(), Blocks("text")[1]);
    }

    [Fact]
    public async Task TheProgramSaysWhatThePageShows()
    {
        using TemporaryFolder folder = new();
        using MemoryStream output = new();
        StringWriter told = new() { NewLine = "\n" };
        Linex<LoanApplication> linex = new() { Neighborhood = new GaussianNeighborhood<LoanApplication> { Background = Loans.Load() } };
        int code = await ExplanationProgram.For(Model.From<LoanApplication>(Loans.Score).Identified("scorecard", null, new string('e', 64)), linex)
            .RunAsync(["explain", Rows(folder), "-o", folder.Of("explained"), "--shard-rows", "2"], new(new MemoryStream(), output, told, IsTerminal: false), CancellationToken.None);
        Assert.Equal(0, code);
        Assert.Equal(Blocks("text")[0], "$ explain-loans explain loans.csv -o explained --shard-rows 2\n" + Regex.Replace(told.ToString().TrimEnd(), "took [^;]*", "took less than a second"));
    }

    [Fact]
    public async Task ItsFirstProgramHasTheCommandsOfTheTable()
    {
        TextWriter console = Console.Out;
        Assert.Equal(0, await BatchPage.ProgramAsync(["plan", "--help"]));
        Assert.Same(console, Console.Out);
    }

    private static string Rows(TemporaryFolder folder)
    {
        StringWriter text = new();
        Csv.Write(text, Loans.Load().Rows.Take(5));
        string[] lines = text.ToString().Split('\n');
        int age = Array.IndexOf(lines[0].Split(','), "Age");
        lines[4] = string.Join(',', lines[4].Split(',').Select((cell, i) => i == age ? "17" : cell));
        return folder.Write("loans.csv", string.Join('\n', lines));
    }

    private static string[] Blocks(string language) => [.. Regex.Matches(s_page, $"```{language}\n(?<text>[^`]*?)\n```").Select(match => match.Groups["text"].Value)];
}
