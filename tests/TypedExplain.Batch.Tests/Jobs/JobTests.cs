namespace TypedExplain.Batch.Tests.Jobs;

/// <summary>What a job writes, and what it refuses.</summary>
public class JobTests
{
    [Fact]
    public async Task ResultsAreThoseOfTheLibraryWithTheKeyOfEveryRow()
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Clients.Job(new CsvSource<Client>(folder.Write("clients.csv", Clients.Csv(Clients.Many(25)))), folder.Of("results"));
        await job.RunAsync();
        string[] header = Lines(folder, 0)[0].Split(',');
        Assert.Equal(["source", "row", "Number", "outcome", "reason", "score"], header[..6]);
        Assert.DoesNotContain(header, name => name.EndsWith("Region", StringComparison.Ordinal));
        string[] cells = Lines(folder, 1)[3].Split(',');
        Explanation<Client> own = Clients.Explainer.Explain(Clients.Model, Clients.Of(22));
        Assert.Equal(("clients.csv", "23", "K-22", "explained"), (cells[0], cells[1], cells[2], cells[3]));
        Assert.Equal(own.Attribution.Income, double.Parse(cells[Array.IndexOf(header, "effect_Income")], System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(own.Intervals!.Upper.Age, double.Parse(cells[Array.IndexOf(header, "upper_Age")], System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task ARowThatIsNoRecordAndOneThatFailsCostOnlyThemselves()
    {
        using TemporaryFolder folder = new();
        string text = Clients.Csv(Clients.Many(25)).Replace("K-3,39,", "K-3,390,", StringComparison.Ordinal);
        Assert.Contains("K-3,390,", text, StringComparison.Ordinal);
        IModel<Client> model = Model.From<Client>(client => client.Number == "K-7" ? double.NaN : Clients.Score(client)).Identified("score", "1", new string('a', 64));
        ExplanationJob<Client> job = Clients.Job(new CsvSource<Client>(folder.Write("clients.csv", text)), folder.Of("results")) with { Model = model };
        JobReport report = await job.RunAsync();
        Assert.Equal((24, 1, 1), (report.Rows, report.Refused, report.Bad));
        Assert.Equal("""{"row":4,"line":5,"column":"Age","text":"390","reason":"it must be a whole number, 18 to 100."}""", File.ReadAllText(Path.Combine(folder.Of("results"), "part-00000-of-00002.bad.jsonl")).TrimEnd());
        Assert.Contains(",K-7,failed,", Lines(folder, 0).Single(line => line.Contains("K-7,", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal((24, 1), (job.Merge().Rows, job.Merge().Refused));
    }

    [Fact]
    public async Task TooManyBadRowsEndTheShardWithTheFirstOnes()
    {
        using TemporaryFolder folder = new();
        string text = Clients.Csv(Clients.Many(25)).Replace(",true", ",maybe", StringComparison.Ordinal);
        ExplanationJob<Client> job = Clients.Job(new CsvSource<Client>(folder.Write("clients.csv", text)), folder.Of("results")) with { MaxBadRows = 4 };
        BatchException error = await Assert.ThrowsAsync<BatchException>(async () => await job.RunAsync());
        Assert.Contains("more than 4 bad rows", error.Message, StringComparison.Ordinal);
        Assert.Contains("row 1 (line 2): IsOwner is \"maybe\"", error.Message, StringComparison.Ordinal);
        Assert.False(error.IsWorthTryingAgain);
        Assert.Equal(["job.json"], folder.Files("results").Keys);

        // Who looked at them and raises the limit goes on in the same folder.
        Assert.Equal(12, (await (job with { MaxBadRows = 20 }).RunAsync()).Rows);
    }

    [Fact]
    public async Task AModelThatCannotBeReachedEndsTheShardAndNotTheRow()
    {
        using TemporaryFolder folder = new();
        int asked = 0;
        IModel<Client> model = Model.From<Client>(client => Interlocked.Increment(ref asked) == 2_000 ? throw new TimeoutException("The model does not answer.") : Clients.Score(client)).Identified("score", "1", new string('a', 64));
        ExplanationJob<Client> job = Clients.Job(new CsvSource<Client>(folder.Write("clients.csv", Clients.Csv(Clients.Many(60)))), folder.Of("results"));
        BatchException error = await Assert.ThrowsAsync<BatchException>(async () => await (job with { Model = model }).RunAsync());
        Assert.True(error.IsWorthTryingAgain);
        Assert.Equal(60, (await (job with { Model = model }).RunAsync()).Rows);
        await Clients.Job(job.Source, folder.Of("other")).RunAsync();
        Assert.Equal(folder.Files("other"), folder.Files("results"));
    }

    [Fact]
    public async Task AFolderOfAnotherJobIsRefusedByWhatDiffers()
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Clients.Job(new CsvSource<Client>(folder.Write("clients.csv", Clients.Csv(Clients.Many(25)))), folder.Of("results"));
        await job.RunAsync();
        Assert.Contains("another model (score 1", await RefusedAsync(job with { Model = Clients.Model.Identified("score", "2", new string('b', 64)) }), StringComparison.Ordinal);
        Assert.Contains("another explainer or its options", await RefusedAsync(job with { Question = BatchQuestion.Effects(new Lime<Client> { Neighborhood = new GaussianNeighborhood<Client> { Background = Clients.Background, Samples = 61 } }) }), StringComparison.Ordinal);
        Assert.Contains("another format", await RefusedAsync(job with { Format = new JsonLinesFormat() }), StringComparison.Ordinal);
        Assert.Contains("another protected values", await RefusedAsync(job with { ProtectedValues = ProtectedValues.Kept }), StringComparison.Ordinal);
        Directory.CreateDirectory(folder.Of("in"));
        File.WriteAllText(Path.Combine(folder.Of("in"), "a.csv"), Clients.Csv(Clients.Many(25)));
        ExplanationJob<Client> growing = job with { Source = new CsvSource<Client>(folder.Of("in")), Folder = folder.Of("growing") };
        await growing.RunAsync();
        File.WriteAllText(Path.Combine(folder.Of("in"), "b.csv"), Clients.Csv(Clients.Many(25)));
        Assert.Contains("another files of the source (a.csv, now a.csv, b.csv)", await RefusedAsync(growing), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder.Of("results"), "job.json"), "{}");
        Assert.Contains("job.json", await RefusedAsync(job), StringComparison.Ordinal);
        Assert.Contains("has other files", await RefusedAsync(job with { Folder = folder.Path }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task VerifyingFindsAnotherModelThatSaysItIsTheSame()
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Clients.Job(new CsvSource<Client>(folder.Write("clients.csv", Clients.Csv(Clients.Many(60)))), folder.Of("results"));
        await job.RunAsync();
        Assert.Equal((3, 60L, true), (await job.VerifyAsync(1_000)) is var all ? (all.Shards, all.Rows, all.IsSound) : default);
        IModel<Client> liar = Model.From<Client>(client => client.Age > 60 ? 1 : Clients.Score(client)).Identified("score", "1", new string('a', 64));
        VerifyReport report = await (job with { Model = liar }).VerifyAsync(10, seed: 3);
        Assert.Equal(10, report.Rows);
        Assert.NotEmpty(report.Problems);
        Assert.Contains("another result", report.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TheSummaryOfShardsIsThatOfAllRows()
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Clients.Job(new CsvSource<Client>(folder.Write("clients.csv", Clients.Csv(Clients.Many(60)))), folder.Of("results")) with { ProtectedValues = ProtectedValues.Kept };
        await job.RunAsync();
        PortfolioSummary<Client> whole = new();
        foreach (RowOutcome<Explanation<Client>> outcome in Clients.Explainer.ExplainMany(Clients.Model, Clients.Many(60)))
            whole.Add(outcome);
        Assert.Equal(whole.ToJson(), job.Merge().Summary!.ToJson());
        Assert.Equal(whole.ToJson(), File.ReadAllText(Path.Combine(folder.Of("results"), "summary.json")));
    }

    private static string[] Lines(TemporaryFolder folder, int shard) =>
        File.ReadAllLines(Path.Combine(folder.Of("results"), $"part-{shard:00000}-of-00002.csv"));

    private static async Task<string> RefusedAsync(ExplanationJob<Client> job) => (await Assert.ThrowsAsync<BatchException>(async () => await job.RunAsync())).Message;
}
