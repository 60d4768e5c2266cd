using System.Text.Json;

namespace TypedExplain.Batch.Tests.Programs;

/// <summary>The program as a filter, as Spark's pipe runs it: a driver divides lines among processes, looks at how they ended, and puts answers together.</summary>
public class FilterTests
{
    [Fact]
    public async Task PartitionsThatArePipedGiveTheAnswersOfTheWhole()
    {
        string[] lines = [.. Enumerable.Range(0, 40).Select(Line)];
        (int code, string whole, string told) = await WorkerProcess.FilterAsync(string.Join('\n', lines), "explain");
        Assert.Equal((0, ""), (code, told));
        (int Code, string Output, string Told)[] parts = await Task.WhenAll(lines.Chunk(15).Select(part => WorkerProcess.FilterAsync(string.Join('\n', part) + "\n", "explain")));
        Assert.All(parts, part => Assert.Equal(0, part.Code));

        // Row numbers are those of a partition; all else is the same.
        Assert.Equal(Answers(whole), parts.SelectMany(part => Answers(part.Output)));
        Assert.Equal(40, Answers(whole).Count());
    }

    [Fact]
    public async Task EveryLineHasAnAnswerInItsPlace()
    {
        (int code, string output, string told) = await WorkerProcess.FilterAsync($"{Line(1)}\n{{\"Id\":2}}\n\nno JSON\n{Line(3)}", "explain", "--quiet");
        Assert.Equal((0, "2 lines are no records; their answers say why.\n"), (code, told));
        JsonElement[] answers = [.. output.TrimEnd().Split('\n').Select(line => JsonElement.Parse(line))];
        Assert.Equal(["explained", "no record", "no record", "explained"], answers.Select(answer => answer.GetProperty("outcome").GetString()));
        Assert.Equal([1, 2, 3, 4], answers.Select(answer => answer.GetProperty("row").GetInt32()));
        Assert.Contains("X: it is missing", answers[1].GetProperty("reason").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TooManyBadLinesEndThePipeWithACodeThatADriverChecks()
    {
        (int code, _, string told) = await WorkerProcess.FilterAsync("1\n2\n3\n", "explain", "--max-bad", "2");
        Assert.Equal(65, code);
        Assert.Contains("More than 2 lines are no records of Wide", told, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Answers(string output) => output.TrimEnd().Split('\n').Select(line => string.Join(',', line.Split(',').Where(member => !member.StartsWith("\"row\":", StringComparison.Ordinal))));

    private static string Line(int id) => $"{{\"Id\":{id},\"X\":[{string.Join(',', Enumerable.Range(0, 32).Select(i => i % 2 == 0 ? "0.5" : $"-0.{id}"))}]}}";
}
