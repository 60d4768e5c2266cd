namespace TypedExplain.Batch.Tests.Jobs;

/// <summary>A source that is another one than the job was planned with is noticed, also where all or some shards are finished.</summary>
public sealed class ChangedSourceTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Kinds => ["csv", "jsonl", "parquet", "arrow"];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task AFinishedJobDoesNotGiveYesterdaysResults(string kind)
    {
        ExplanationJob<Client> job = await JobAsync(kind, Clients.Many(40));
        await job.RunAsync();
        Assert.Equal(0, (await job.RunAsync()).Finished);
        Client[] others = [.. Clients.Many(40).Select(client => client.Number == "K-7" ? client with { Age = client.Age == 50 ? 51 : 50 } : client)];
        ExplanationJob<Client> other = await JobAsync(kind, others);
        await RefusedAsync(other);
        await Assert.ThrowsAsync<BatchException>(async () => await other.VerifyAsync(rows: 0));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task RowsThatWereAddedAreNotPassedOver(string kind)
    {
        ExplanationJob<Client> job = await JobAsync(kind, Clients.Many(40));
        await job.RunAsync(new ShardSelection(0, 2));
        await RefusedAsync(await JobAsync(kind, Clients.Many(45)));
    }

    [Fact]
    public async Task AHeaderWhoseNamesChangePlacesIsNoticedByTheShardsBehindIt()
    {
        string text = Clients.Csv(Clients.Many(40)), path = _folder.Write("clients.csv", text);
        ExplanationJob<Client> job = Clients.Job(new CsvSource<Client>(path), _folder.Of("out"));
        await job.RunAsync(new ShardSelection(0, 2));
        Assert.StartsWith("Number,Age,Income,Savings,", text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace("Income,Savings,", "Savings,Income,", StringComparison.Ordinal));
        await RefusedAsync(job);
    }

    [Theory]
    [InlineData("\r")]
    [InlineData("\r", 2)]
    public async Task LinesThatEndInACarriageReturnAloneAreNotTakenForNone(string end, int firstLines = int.MaxValue)
    {
        string[] lines = Clients.Csv(Clients.Many(10)).TrimEnd().ReplaceLineEndings("\n").Split('\n');
        string text = string.Concat(lines.Select((line, i) => line + (i < firstLines ? end : "\n")));
        ExplanationJob<Client> job = Clients.Job(new CsvSource<Client>(_folder.Write("clients.csv", text)), _folder.Of("out"));
        Assert.Contains("end in a carriage return alone", (await Assert.ThrowsAsync<BatchException>(async () => await job.RunAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FilesOfAFolderAreReadWhateverTheCaseOfTheirEnding()
    {
        Directory.CreateDirectory(_folder.Of("in"));
        foreach (string name in (ReadOnlySpan<string>)["in/a.csv", "in/b.CSV"])
            _folder.Write(name, Clients.Csv(Clients.Many(3)));
        Assert.Equal(6, (await Clients.Job(new CsvSource<Client>(_folder.Of("in")), _folder.Of("out")).RunAsync()).Rows);
        Directory.CreateDirectory(_folder.Of("lines"));
        foreach (string name in (ReadOnlySpan<string>)["lines/a.jsonl", "lines/b.ndjson", "lines/c.JSONL"])
            _folder.Write(name, Clients.Json(Clients.Many(3)));
        Assert.Equal(9, (await Clients.Job(new JsonLinesSource<Client>(_folder.Of("lines")), _folder.Of("all")).RunAsync()).Rows);
    }

    [Fact]
    public async Task ALineLongerThanMaxRowBytesIsRefusedToTheByte()
    {
        string line = Clients.Json(Clients.Many(1)).TrimEnd();
        JsonLinesSource<Client> source = new(_folder.Write("clients.jsonl", $"{line}\r\n\n{line}")) { MaxRowBytes = line.Length };
        Assert.Equal(2, (await Clients.Job(source, _folder.Of("out")).RunAsync()).Rows);
        JsonLinesSource<Client> shorter = new(_folder.Of("clients.jsonl")) { MaxRowBytes = line.Length - 3 };
        await RefusedAsync(Clients.Job(shorter, _folder.Of("other")));
    }

    private async Task<ExplanationJob<Client>> JobAsync(string kind, Client[] clients)
    {
        string path = _folder.Of("clients." + kind);
        TestColumn[] columns = TestColumn.OfRecords(clients);
        IRowSource<Client> source = kind switch
        {
            "csv" => new CsvSource<Client>(_folder.Write("clients.csv", Clients.Csv(clients))),
            "jsonl" => new JsonLinesSource<Client>(_folder.Write("clients.jsonl", Clients.Json(clients))),
            "parquet" => new ParquetSource<Client>(await ParquetFile.WriteAsync(path, 20, columns)),
            _ => new ArrowSource<Client>(await ArrowFile.WriteAsync(path, 20, columns)),
        };
        return Clients.Job(source, _folder.Of("out"));
    }

    private static async Task<string> RefusedAsync(ExplanationJob<Client> job) => (await Assert.ThrowsAsync<BatchException>(async () => await job.RunAsync())).Message;
}
