using System.Text;

namespace TypedExplain.Batch.Tests.Sources;

/// <summary>However a file is divided, its shards have the rows, errors and line numbers of the whole.</summary>
public class TextSourceTests
{
    private static readonly string[] s_pieces = ["\n", "\r\n", "\"", "\"\"", ",", "a", " ", "é", "1", "\n\n", ",\"", "\",", "x\"y", "\r\n\r\n"];

    [Theory]
    [InlineData("K-1,20,1000,,North,true\r\"K\n2\",20,1000,,North,true\n")]
    [InlineData("K-1,20,1000,,North,true\rK-2,20,1000,,North,true\nK-3,20,1000,,North,true\n")]
    public async Task ACarriageReturnAloneIsRefusedBeforeAnyWork(string rows)
    {
        using TemporaryFolder folder = new();
        CsvSource<Client> source = new(folder.Write("clients.csv", $"Number,Age,Income,Savings,Region,IsOwner\nK-0,20,1000,,North,true\n{rows}"));
        Assert.Contains("has a carriage return without a line feed", (await Assert.ThrowsAsync<BatchException>(async () => await source.PlanAsync(1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HoweverCellsAndLinesAreMixedShardsGiveWhatTheWholeFileGivesOrRefuse()
    {
        using TemporaryFolder folder = new();
        string[] atoms = ["K-1", "\"", ",", "\n", "\r\n", "\r", "20", "true", " ", "\"\"", "\"a,b\"", "\"x\ny\"", "\u00e9", "\"q\"\"q\"", "\n\n", "\"\r\""];
        string[] keys = ["\"a\nb\"", "\"q\"\"\"", "k\"", "K", "\"\r\n,\""];
        RandomStream stream = new(5, "mixed lines");
        long draw = 0;
        int same = 0;
        for (int trial = 0; trial < 400; trial++)
        {
            System.Text.StringBuilder text = new("Number,Age,Income,Savings,Region,IsOwner\n");
            for (int row = Below(8); row >= 0; row--)
            {
                if (Below(3) > 0)
                    text.Append(keys[Below(keys.Length)]).Append(",20,1000,,North,true").Append(Below(4) == 0 ? "\r\n" : Below(12) == 0 ? "\r" : "\n");
                for (int count = Below(3) == 0 ? Below(7) : 0; count > 0; count--)
                    text.Append(atoms[Below(atoms.Length)]);
            }

            string path = folder.Write("clients.csv", text.ToString());
            CsvResult<Client> whole = Csv.Read<Client>(path, new CsvOptions { CollectErrors = true });
            Rows<Client>? rows = null;
            try
            {
                rows = await Rows<Client>.ReadAsync(new CsvSource<Client>(path), shardRows: 1 + Below(3), batchRows: 2);
            }
            catch (BatchException)
            {
                continue;
            }

            same++;
            Assert.Equal(whole.Rows, rows.Records);
            Assert.Equal(whole.Errors.Select(error => (error.Row, error.Column, error.Reason)), rows.Bad.Select(bad => (bad.Row, bad.Column, bad.Reason)));
        }

        Assert.InRange(same, 200, 400);

        int Below(int limit) => (int)(stream.Uniform(draw++) * limit);
    }

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
