namespace TypedExplain.Batch.Tests.Jobs;

/// <summary>What verifying finds beside the shards' own files.</summary>
public sealed class VerifyTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ExplanationJob<Client> _job;

    public VerifyTests() => _job = Clients.Job(new CsvSource<Client>(_folder.Write("clients.csv", Clients.Csv(Clients.Many(30)))), _folder.Of("out"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("merged.json", "\"rows\":30", "\"rows\":31")]
    [InlineData("merged.json", "\"root\":\"", "\"root\":\"0")]
    [InlineData("summary.json", "\"refused\":0", "\"refused\":1")]
    public async Task WhatAMergeWroteIsComparedToo(string name, string old, string replacement)
    {
        await _job.RunAsync();
        _job.Merge();
        Assert.True((await _job.VerifyAsync()).IsSound);
        string path = Path.Combine(_folder.Of("out"), name), text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
        Assert.StartsWith(name + " is not what the shards put together", Assert.Single((await _job.VerifyAsync(rows: 0)).Problems), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ResultsThatAreOfNoShardAreFound()
    {
        await _job.RunAsync();
        File.Copy(Path.Combine(_folder.Of("out"), "part-00000-of-00002.csv"), Path.Combine(_folder.Of("out"), "part-00000-of-00007.csv"));
        Assert.Contains("part-00000-of-00007.csv", Assert.Single((await _job.VerifyAsync(rows: 0)).Problems), StringComparison.Ordinal);
        Assert.Contains("part-00000-of-00007.csv", Assert.Throws<BatchException>(() => _job.Merge()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AStreamThatHasGrownIsFoundWhicheverRowIsMadeAgain()
    {
        int count = 30;
        ExplanationJob<Client> job = _job with { Source = new StreamSource<Client>("clients", () => Clients.Many(count).ToAsyncEnumerable()) };
        await job.RunAsync();
        count = 31;
        Assert.Contains("the source has 31 records by now, and there are results of 30", Assert.Single((await job.VerifyAsync(rows: 1)).Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"start\":", "\"start\":1")]
    [InlineData("\"rowsBefore\":20", "\"rowsBefore\":21")]
    [InlineData("\"maxBadRows\":1000", "\"maxBadRows\":1001")]
    [InlineData("\"question\":\"effects\"", "\"question\":\"reasons\"")]
    public async Task APlanThatWasEditedByHandIsRefused(string old, string replacement)
    {
        await _job.PlanAsync();
        string path = Path.Combine(_folder.Of("out"), "job.json"), text = File.ReadAllText(path);
        Assert.Contains(old, text, StringComparison.Ordinal);
        File.WriteAllText(path, text.Replace(old, replacement, StringComparison.Ordinal));
        Assert.Contains("job.json was changed", (await Assert.ThrowsAsync<BatchException>(async () => await _job.RunAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APlanWithoutItsLastShardIsRefused()
    {
        await _job.PlanAsync();
        string path = Path.Combine(_folder.Of("out"), "job.json"), text = File.ReadAllText(path);
        int last = text.LastIndexOf(",{\"length\"", StringComparison.Ordinal);
        File.WriteAllText(path, text.Remove(last, text.IndexOf('}', last) + 1 - last));
        Assert.Contains("job.json was changed", (await Assert.ThrowsAsync<BatchException>(async () => await _job.RunAsync())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RecordsThatFailAreCountedInTheSummaryOfOutcomesToo()
    {
        IModel<Client> model = Model.From<Client>(client => client.Number == "K-7" ? double.NaN : Clients.Score(client)).Identified("score", "1", new string('a', 64));
        ExplanationJob<Client> job = _job with { Model = model, Question = BatchQuestion.Outcomes(new Certifier<Client> { Explainer = (LinearExplainer<Client>)Clients.Explainer }) };
        await job.RunAsync();
        PortfolioSummary<Client> summary = job.Merge().Summary!;
        Assert.Equal((29, 1), (summary.Explained + summary.Refused, summary.Failed));
    }
}
