using System.Text;

namespace TypedExplain.Batch.Tests.Sources;

/// <summary>However a file is divided, its shards have the rows, errors and line numbers of the whole.</summary>
public class TextSourceTests
{
    private static readonly string[] s_pieces = ["\n", "\r\n", "\"", "\"\"", ",", "a", " ", "é", "1", "\n\n", ",\"", "\",", "x\"y", "\r\n\r\n"];

    [Fact]
    public async Task ShardsOfCsvHaveTheRowsOfTheWhole()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("clients.csv", Clients.Csv(Clients.Many(101)));
        CsvSource<Client> source = new(path);
        var shards = await source.PlanAsync(10);
        Assert.Equal(11, shards.Length);
        Assert.Equal(101, shards.Sum(shard => shard.Rows));
        Assert.Equal(Clients.Many(101), await RecordsAsync(source, 10, 3));
        Assert.Equal(Enumerable.Range(1, 101).Select(row => (long)row), await NumbersAsync(source, 10, 3));
    }

    [Fact]
    public async Task ShardsOfJsonLinesHaveTheRowsOfTheWhole()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("clients.jsonl", "\uFEFF" + Clients.Json(Clients.Many(50)).Replace("\n", "\r\n\n", StringComparison.Ordinal).TrimEnd());
        JsonLinesSource<Client> source = new(path);
        Assert.Equal(Clients.Many(50), await RecordsAsync(source, 7, 4));
        Assert.Equal(Enumerable.Range(1, 50).Select(row => (long)row), await NumbersAsync(source, 7, 4));
    }

    [Fact]
    public async Task BadRowsAreToldByTheirLinesInTheFile()
    {
        using TemporaryFolder folder = new();
        string[] lines = Clients.Csv(Clients.Many(30)).Split('\n');
        lines[12] = lines[12].Replace("K-11,", "\"K\n11\",", StringComparison.Ordinal);
        lines[20] = "K-19,7,1,2,North,true";
        lines[25] = "K-24,nobody";
        string path = folder.Write("clients.csv", string.Join('\n', lines));
        List<BadRow> bad = [];
        foreach (SourceShard shard in await new CsvSource<Client>(path).PlanAsync(9))
        {
            await foreach (SourceRows<Client> rows in new CsvSource<Client>(path).ReadAsync(shard, 4))
                bad.AddRange(rows.Bad);
        }

        Assert.Equal(["row 20 (line 22): Age is \"7\"; it must be a whole number, 18 to 100.", "row 25 (line 27): the row has 2 cells, the header 6."], bad.Select(row => row.ToString()));
    }

    [Fact]
    public async Task HoweverATextIsBrokenTheShardsAreTheWhole()
    {
        using TemporaryFolder folder = new();
        RandomStream stream = new(5, "texts");
        long draw = 0;
        for (int i = 0; i < 300; i++)
        {
            StringBuilder text = new("Number,Age,Income,Savings,Region,IsOwner\n");
            for (int piece = 0; piece < 40; piece++)
            {
                int kind = stream.Choose(draw++, s_pieces.Length + 3);
                text.Append(kind < s_pieces.Length ? s_pieces[kind] : $"K{piece},20,1,2,North,true\n");
            }

            string path = folder.Write("clients.csv", text.ToString());
            CsvResult<Client> whole = Csv.Read<Client>(path, new() { CollectErrors = true });
            CsvSource<Client> source = new(path);
            List<BadRow> bad = [];
            List<Client> records = [];
            bool isCounted = true;
            try
            {
                foreach (SourceShard shard in await source.PlanAsync(2))
                {
                    await foreach (SourceRows<Client> rows in source.ReadAsync(shard, 3))
                    {
                        records.AddRange(rows.Records);
                        bad.AddRange(rows.Bad);
                    }
                }
            }
            catch (BatchException error)
            {
                // What is not counted alike is refused, never read otherwise.
                Assert.Contains("were counted", error.Message, StringComparison.Ordinal);
                isCounted = false;
            }

            if (isCounted)
            {
                Assert.Equal(whole.Rows, records);
                Assert.Equal(whole.Errors.Select(error => new BadRow(error.Row, error.Line, error.Column, error.Text, error.Reason)), bad.OrderBy(row => row.Row));
            }
        }
    }

    [Theory]
    [InlineData("", "clients.csv is empty; its first row must name the columns.")]
    [InlineData("Number;Age", "clients.csv has no column for Age, Income, Savings, Region, IsOwner and Number; it has \"Number;Age\".")]
    [InlineData("\0\0", "clients.csv is not UTF-8")]
    public async Task AFileOfAnotherKindIsRefusedBeforeAnyWork(string text, string message)
    {
        using TemporaryFolder folder = new();
        BatchException error = await Assert.ThrowsAsync<BatchException>(async () => await new CsvSource<Client>(folder.Write("clients.csv", text)).PlanAsync(10));
        Assert.Contains(message[..20], error.Message, StringComparison.Ordinal);
        Assert.False(error.IsWorthTryingAgain);
    }

    [Fact]
    public async Task AFileThatChangedSinceItWasPlannedIsRefused()
    {
        using TemporaryFolder folder = new();
        string path = folder.Write("clients.csv", Clients.Csv(Clients.Many(30)));
        CsvSource<Client> source = new(path);
        SourceShard second = (await source.PlanAsync(10))[1];
        folder.Write("clients.csv", Clients.Csv(Clients.Many(30)).Replace("K-15,", "K-16,", StringComparison.Ordinal));
        Assert.Contains("has changed", (await Assert.ThrowsAsync<BatchException>(() => ReadAsync(source, second))).Message, StringComparison.Ordinal);
        folder.Write("clients.csv", Clients.Csv(Clients.Many(12)));
        Assert.Contains("bytes and had", (await Assert.ThrowsAsync<BatchException>(() => ReadAsync(source, second))).Message, StringComparison.Ordinal);
    }

    private static async Task ReadAsync(IRowSource<Client> source, SourceShard shard)
    {
        await foreach (SourceRows<Client> rows in source.ReadAsync(shard, 100))
            Assert.NotEmpty(rows.Records);
    }

    private static async Task<List<Client>> RecordsAsync(IRowSource<Client> source, long shardRows, int batchRows)
    {
        List<Client> records = [];
        foreach (SourceShard shard in await source.PlanAsync(shardRows))
        {
            await foreach (SourceRows<Client> rows in source.ReadAsync(shard, batchRows))
                records.AddRange(rows.Records);
        }

        return records;
    }

    private static async Task<List<long>> NumbersAsync(IRowSource<Client> source, long shardRows, int batchRows)
    {
        List<long> numbers = [];
        foreach (SourceShard shard in await source.PlanAsync(shardRows))
        {
            await foreach (SourceRows<Client> rows in source.ReadAsync(shard, batchRows))
                numbers.AddRange(rows.Numbers);
        }

        return numbers;
    }
}
