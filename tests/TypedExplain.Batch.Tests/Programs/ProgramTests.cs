using System.Text;
using TypedExplain.Decisions;

namespace TypedExplain.Batch.Tests.Programs;

/// <summary>What commands do, say and end with.</summary>
public class ProgramTests
{
    private static readonly ExplanationProgram<Client> s_program = ExplanationProgram.For(Clients.Model, Clients.Explainer) with
    {
        Recourse = new Recourse<Client> { Wanted = answer => answer >= 0.9 },
        Background = Clients.Background,
    };

    [Fact]
    public async Task AJobIsPlannedDoneMergedVerifiedComparedAndReported()
    {
        using TemporaryFolder folder = new();
        string rows = folder.Write("clients.csv", Clients.Csv(Clients.Many(45)));
        (int code, string output, _) = await RunAsync("plan", rows, "--shard-rows", "20");
        Assert.Equal(0, code);
        Assert.StartsWith("clients.csv: 45 rows of Client in 3 shards\neffects by Lime\n20 rows asked about: ", output, StringComparison.Ordinal);
        Assert.Contains(" rows asked of the model for each, 0 refused; all of them: ", output, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("explain", rows, "-o", folder.Of("out"), "--shard-rows", "20", "--shard", "0/2")).Code);
        Assert.Equal(75, (await RunAsync("merge", folder.Of("out"))).Code);
        Assert.Equal(0, (await RunAsync("explain", rows, "-o", folder.Of("out"), "--shard-rows", "20", "--shard", "1/2")).Code);
        Assert.StartsWith("45 rows in 3 shards, 0 refused, 0 bad; root ", (await RunAsync("merge", folder.Of("out"))).Output, StringComparison.Ordinal);
        Assert.Contains("<html", File.ReadAllText(Path.Combine(folder.Of("out"), "report.html")), StringComparison.Ordinal);
        Assert.Equal("3 shards looked at; 45 rows made again, all the same to the bit\n", (await RunAsync("verify", folder.Of("out"), rows)).Output);
        Assert.Contains("Income", (await RunAsync("report", folder.Of("out"))).Output, StringComparison.Ordinal);

        ExplanationProgram<Client> other = s_program with { Model = Model.From<Client>(client => Clients.Score(client) + (client.IsOwner ? 0.3 : 0)).Identified("score", "2", new string('b', 64)) };
        Assert.Equal(0, (await RunAsync(other, "", "explain", rows, "-o", folder.Of("other"), "--shard-rows", "20")).Code);
        string diff = (await RunAsync("diff", folder.Of("out"), folder.Of("other"))).Output;
        Assert.Contains("45 of 45 rows have another result", diff, StringComparison.Ordinal);
        Assert.Contains("those that changed most first:\n  IsOwner", diff, StringComparison.Ordinal);
        Assert.Contains("0 of 45 rows have another result", (await RunAsync("diff", folder.Of("out"), folder.Of("out"))).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NumbersThatAreNotComparableAreNotPutBesideEachOther()
    {
        using TemporaryFolder folder = new();
        string rows = folder.Write("clients.csv", Clients.Csv(Clients.Many(12)));
        ExplanationProgram<Client> other = ExplanationProgram.For(Clients.Model, new KernelShap<Client> { Background = Clients.Background.Select([0, 1, 2]) });
        Assert.Equal(0, (await RunAsync("explain", rows, "-o", folder.Of("out"))).Code);
        Assert.Equal(0, (await RunAsync(other, "", "explain", rows, "-o", folder.Of("other"))).Code);
        string diff = (await RunAsync("diff", folder.Of("out"), folder.Of("other"))).Output;
        Assert.Contains("so rows are not compared", diff, StringComparison.Ordinal);
        Assert.Contains("answers and importance are not compared", diff, StringComparison.Ordinal);
        Assert.DoesNotContain("Income", diff, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RowsOfOneJobOnlyAreToldByTheDifference()
    {
        using TemporaryFolder folder = new();
        int count = 30;
        ExplanationJob<Client> job = Clients.Job(new StreamSource<Client>("clients", () => Stream(count)), folder.Of("out"));
        await job.RunAsync();
        count = 27;
        await (job with { Folder = folder.Of("other") }).RunAsync();
        Assert.Contains("0 of 27 rows have another result; 3 more rows are in one of the jobs only", (await RunAsync("diff", folder.Of("out"), folder.Of("other"))).Output, StringComparison.Ordinal);

        static async IAsyncEnumerable<Client> Stream(int count)
        {
            await Task.Yield();
            foreach (Client client in Clients.Many(count))
                yield return client;
        }
    }

    [Fact]
    public async Task RecourseHasColumnsOfWhatChanges()
    {
        using TemporaryFolder folder = new();
        string rows = folder.Write("clients.jsonl", Clients.Json(Clients.Many(10)));
        Assert.Equal(0, (await RunAsync("recourse", rows, "-o", folder.Of("out"), "-f", "jsonl")).Code);
        string text = File.ReadAllText(Path.Combine(folder.Of("out"), "part-00000-of-00001.jsonl"));
        Assert.Contains("\"to_Income\":", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Region", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AReceiptIsReplayed()
    {
        using TemporaryFolder folder = new();
        string receipt = folder.Write("receipt.json", Receipt.Of(Clients.Explainer.Explain(Clients.Model, Clients.Of(3)), Clients.Model, Clients.Background).ToJson());
        Assert.Equal(0, (await RunAsync("replay", receipt)).Code);
        ExplanationProgram<Client> other = s_program with { Model = Model.From<Client>(client => client.Age).Identified("score", "1", new string('a', 64)) };
        Assert.Equal(65, (await RunAsync(other, "", "replay", receipt)).Code);
        Assert.Equal(65, (await RunAsync("replay", folder.Write("not.json", "{}"))).Code);
    }

    [Fact]
    public async Task ReceiptsOfAJobAreReplayedByTheirIdentifiers()
    {
        using TemporaryFolder folder = new();
        string rows = folder.Write("clients.csv", Clients.Csv(Clients.Many(12)));
        Assert.Equal(0, (await RunAsync("explain", rows, "-o", folder.Of("out"), "--receipts", "--keep-protected")).Code);
        string results = File.ReadAllLines(Path.Combine(folder.Of("out"), "part-00000-of-00001.csv"))[5];
        string receipts = Path.Combine(folder.Of("out"), "part-00000-of-00001.receipts.jsonl");
        Assert.Equal(12, File.ReadAllLines(receipts).Length);
        (int code, string output, _) = await RunAsync("replay", receipts, "--id", results.Split(',')[^1]);
        Assert.Equal(0, code);
        Assert.Contains("identical", output, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("--id", (await RunAsync("replay", receipts)).Told, StringComparison.Ordinal);
        Assert.Equal("1 shard looked at; 12 rows made again, all the same to the bit\n", (await RunAsync("verify", folder.Of("out"), rows)).Output);
        Assert.Contains("the jobs keep receipts, which name the model", (await RunAsync("diff", folder.Of("out"), folder.Of("out"))).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync("explain", rows, "-o", folder.Of("without"), "--receipts")).Code);
        string withheld = File.ReadAllText(Path.Combine(folder.Of("without"), "part-00000-of-00001.receipts.jsonl"));
        Assert.Contains("{\"name\":\"Region\",\"protected\":true}", withheld, StringComparison.Ordinal);
        Assert.DoesNotContain("K-3", withheld, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(64, "--out is missing", "explain", "ROWS")]
    [InlineData(64, "--nope is no option of this command", "explain", "ROWS", "--nope")]
    [InlineData(64, "--shard is \"7\"; it must be such as 3/16", "explain", "ROWS", "-o", "OUT", "--shard", "7")]
    [InlineData(64, "worker is 4; of 4 workers it must be 0 to 3", "explain", "ROWS", "-o", "OUT", "--shard", "4/4")]
    [InlineData(64, "ShardRows is 0", "explain", "ROWS", "-o", "OUT", "--shard-rows", "0")]
    [InlineData(64, "Unrecognized command", "explane")]
    [InlineData(64, "names a folder and there are no files to read", "explain", "-o", "OUT")]
    [InlineData(64, "--shard is about a folder of results", "explain", "--shard", "3/16")]
    [InlineData(64, "--receipts is about a folder of results", "explain", "--receipts")]
    [InlineData(64, "--format is about a folder of results", "explain", "-f", "parquet")]
    [InlineData(64, "--shard-rows is about a folder of results", "explain", "--shard-rows", "5")]
    [InlineData(65, "The file missing.csv is not there", "explain", "missing.csv", "-o", "OUT")]
    [InlineData(65, "a file .docx", "explain", "ROWS.docx", "-o", "OUT")]
    [InlineData(65, "is of no job", "merge", "FOLDER")]
    public async Task MistakesAreToldWithACode(int code, string message, params string[] arguments)
    {
        using TemporaryFolder folder = new();
        string rows = folder.Write("clients.csv", Clients.Csv(Clients.Many(5)));
        folder.Write("clients.csv.docx", "");
        (int own, string output, string told) = await RunAsync([.. arguments.Select(argument => argument.Replace("ROWS", rows, StringComparison.Ordinal).Replace("OUT", folder.Of("out"), StringComparison.Ordinal).Replace("FOLDER", folder.Path, StringComparison.Ordinal))]);
        Assert.Equal(code, own);
        Assert.Contains(message, told + output, StringComparison.Ordinal);
    }

    private static Task<(int Code, string Output, string Told)> RunAsync(params string[] arguments) => RunAsync(s_program, "", arguments);

    private static async Task<(int Code, string Output, string Told)> RunAsync(ExplanationProgram<Client> program, string input, params string[] arguments)
    {
        using MemoryStream output = new();
        StringWriter told = new() { NewLine = "\n" };
        int code = await program.RunAsync(arguments, new(new MemoryStream(Encoding.UTF8.GetBytes(input)), output, told, IsTerminal: false), CancellationToken.None);
        return (code, Encoding.UTF8.GetString(output.ToArray()), told.ToString());
    }
}
