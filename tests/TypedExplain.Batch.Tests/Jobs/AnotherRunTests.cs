namespace TypedExplain.Batch.Tests.Jobs;

/// <summary>A second run in the same folder, with settings that are not those of the first.</summary>
public sealed class AnotherRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ExplanationJob<Client> _job;

    public AnotherRunTests() => _job = Clients.Job(new CsvSource<Client>(_folder.Write("clients.csv", Clients.Csv(Clients.Many(45)).Replace(",true", ",yes", StringComparison.Ordinal))), _folder.Of("out"));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task WhatChangesRecordsOrBytesIsRefusedByName()
    {
        CsvSource<Client> source = (CsvSource<Client>)_job.Source;
        await (_job with { Format = new CsvFormat { Delimiter = ';' } }).RunAsync(new(0, 2));
        Assert.Contains("settings of the format (delimiter ;, now delimiter ,)", await RefusedAsync(_job), StringComparison.Ordinal);
        ExplanationJob<Client> semicolons = _job with { Format = new CsvFormat { Delimiter = ';' } };
        Assert.Contains("settings of the source", await RefusedAsync(semicolons with { Source = new CsvSource<Client>(_folder.Of("clients.csv")) { Options = source.Options with { MissingCells = ["-9"] } } }), StringComparison.Ordinal);
        Assert.Contains("settings of the source", await RefusedAsync(semicolons with { Source = new CsvSource<Client>(_folder.Of("clients.csv")) { Options = source.Options with { EscapesFormulas = true } } }), StringComparison.Ordinal);
        Assert.Contains("summary options", await RefusedAsync(semicolons with { Summary = new() { Background = Clients.Background } }), StringComparison.Ordinal);
        Assert.Contains("summary options", await RefusedAsync(semicolons with { Summary = new() { Segments = [FeatureSchema.Of<Client>().Features.First(feature => feature.Name == "IsOwner")] } }), StringComparison.Ordinal);
        await semicolons.RunAsync();
        Assert.Equal(45, semicolons.Merge().Rows);
        Assert.NotEqual(new ParquetFormat().Settings, new ParquetFormat { RowGroupRows = 7 }.Settings);
        Assert.NotEqual(new ParquetFormat().Settings, new ParquetFormat { IsCompressed = false }.Settings);
        Assert.NotEqual(new ArrowFormat().Settings, new ArrowFormat { RecordBatchRows = 7 }.Settings);
    }

    [Fact]
    public async Task OtherShardRowsAreToldAndTheShardsStay()
    {
        Assert.Empty((await _job.RunAsync(new(0, 2))).Warnings);
        JobReport report = await (_job with { ShardRows = 5 }).RunAsync();
        Assert.Equal((3, 45L), (report.Shards.Length, report.Rows));
        Assert.Contains("planned with 20 rows in a shard", Assert.Single(report.Warnings), StringComparison.Ordinal);
        Assert.Contains("caution: the job was planned with 20", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnotherLimitOfBadRowsIsToldAndSoAreShardsThatPassIt()
    {
        File.WriteAllText(_folder.Of("clients.csv"), Clients.Csv(Clients.Many(45)).Replace("K-3,39,", "K-3,390,", StringComparison.Ordinal));
        Assert.Empty((await _job.RunAsync(new(0, 2))).Warnings);
        Assert.Contains("at most 1000 bad rows in a shard, and this run allows 7", Assert.Single((await (_job with { MaxBadRows = 7 }).RunAsync(new(0, 2))).Warnings), StringComparison.Ordinal);
        string warning = Assert.Single((await (_job with { MaxBadRows = 0 }).RunAsync()).Warnings);
        Assert.StartsWith("1 shard that was finished before has more than 0 bad rows, which this run allows: part-00000-of-00003 has 1", warning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OfWorkersThatPlanAtOnceTheFirstOnesPlanCounts()
    {
        ShardManifest[][] all = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Task.Run(async () => (await (_job with { ShardRows = 7 + i }).RunAsync()).Shards.ToArray())));
        Assert.Single(all.SelectMany(shards => shards).Select(shard => shard.Job).Distinct());
        Assert.Equal(45, _job.Merge().Rows);
        Assert.DoesNotContain(Directory.GetFiles(_folder.Of("out")), path => path.EndsWith(".lock", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AWorkerWhosePlanWasReplacedDoesNotSayThatAllIsWell()
    {
        bool isReplaced = false;
        IModel<Client> model = Model.From<Client>(client =>
        {
            if (!isReplaced)
                File.Delete(Path.Combine(_folder.Of("out"), "job.json"));
            isReplaced = true;
            return Clients.Score(client);
        }).Identified("score", "1", new string('a', 64));
        Assert.Contains("was replaced or deleted", await RefusedAsync(_job with { Model = model, Threads = 1 }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AJobWithoutAnyAnswerSaysSo()
    {
        IModel<Client> model = Model.From<Client>(_ => throw new InvalidOperationException("broken")).Identified("score", "1", new string('a', 64));
        Assert.StartsWith("none of the 45 records has the answer", Assert.Single((await (_job with { Model = model }).RunAsync()).Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AFolderThatIsAFileIsNotWorthTryingAgain()
    {
        _folder.Write("out", "");
        BatchException error = await Assert.ThrowsAsync<BatchException>(async () => await _job.RunAsync());
        Assert.False(error.IsWorthTryingAgain);
        Assert.Contains("is a file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhereAttemptsCannotBeWrittenTheErrorIsTheJobs()
    {
        await _job.PlanAsync();
        _folder.Write("out/attempts", "");
        Assert.True((await Assert.ThrowsAsync<BatchException>(async () => await _job.RunAsync())).IsWorthTryingAgain);
    }

    [Fact]
    public async Task AModelThatIsGoneWhenReceiptsAreMadeEndsTheShardAndNotTheRow()
    {
        // Each record is asked about by 61 rows, then once more for its receipt.
        bool isGone = true;
        int whole = 0;
        IModel<Client> counted = Model.From<Client>(client => Interlocked.Increment(ref whole) > 0 ? Clients.Score(client) : 0).Identified("score", "1", new string('a', 64));
        await (_job with { Model = counted, ShardRows = 100, BatchRows = 100, Threads = 1, Folder = _folder.Of("counted") }).RunAsync();
        int asked = 0;
        IModel<Client> model = Model.From<Client>(client => isGone && Interlocked.Increment(ref asked) > whole + 2 ? throw new TimeoutException("away") : Clients.Score(client)).Identified("score", "1", new string('a', 64));
        ExplanationJob<Client> job = _job with { Model = model, ShardRows = 100, BatchRows = 100, Threads = 1, Receipts = true };
        BatchException error = await Assert.ThrowsAsync<BatchException>(async () => await job.RunAsync());
        Assert.True(error.IsWorthTryingAgain);
        Assert.Contains("a receipt could not be made", error.Message, StringComparison.Ordinal);
        isGone = false;
        Assert.Equal((45, 0), (await job.RunAsync()) is var report ? (report.Rows, report.Refused) : default);
    }

    private static async Task<string> RefusedAsync(ExplanationJob<Client> job) => (await Assert.ThrowsAsync<BatchException>(async () => await job.RunAsync())).Message;
}
