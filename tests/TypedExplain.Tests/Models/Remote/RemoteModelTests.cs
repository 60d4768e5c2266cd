using System.Text.Json;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Models.Remote;

/// <summary>A model behind HTTP: the right answers, every way to fail as a typed error, and a ceiling that holds.</summary>
public sealed class RemoteModelTests : IDisposable
{
    private readonly HttpClient _client = new();

    public void Dispose() => _client.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(1000)]
    public async Task AnswersAsTheModelItself(int batchRows)
    {
        await using LocalServer server = new((_, body) => new(JsonSerializer.Serialize(Rows(body).Select(row => new[] { Sum(row), -Sum(row) }))));
        RemoteModel<House> model = new(_client, server.Address, "more", "less") { BatchRows = batchRows };
        double[] scores = new double[2 * Houses.Count];
        model.Score(Houses.Encoded, scores);

        for (int row = 0; row < Houses.Count; row++)
        {
            Assert.Equal(Sum(Houses.Encoded[row].ToArray()), scores[2 * row]);
            Assert.Equal(-scores[2 * row], scores[(2 * row) + 1]);
        }

        Assert.Equal((Houses.Count + batchRows - 1) / batchRows, server.Requests);
    }

    [Fact]
    public async Task IsExplainedAsTheModelItself()
    {
        await using LocalServer server = new((_, body) => new(JsonSerializer.Serialize(Rows(body).Select(Sum))));
        Linex<House> linex = new() { Neighborhood = new GaussianNeighborhood<House> { Background = Houses, Samples = 100 } };

        Explanation<House> own = linex.Explain(new RemoteModel<House>(_client, server.Address, "score"), Houses[0]);
        Explanation<House> expected = linex.Explain(Model.FromRows<House>((rows, scores) =>
        {
            for (int row = 0; row < rows.Count; row++)
                scores[row] = Sum(rows[row].ToArray());
        }), Houses[0]);
        Assert.Equal(expected.ToString(), own.ToString());
    }

    [Fact]
    public async Task AFailureThatPassesIsTriedAgain()
    {
        await using LocalServer server = new((request, body) => request switch
        {
            1 => new("busy", Status: 503),
            2 => new("[1, 2, 3]", CutAt: 4),
            3 => new("[1, 2, 3]", CutAt: 0),
            _ => new(JsonSerializer.Serialize(Rows(body).Select(Sum))),
        });
        QueryBudget budget = new();
        RemoteModel<House> model = Impatient(server, seconds: 2, budget);
        double[] scores = new double[Houses.Count];
        model.Score(Houses.Encoded, scores);

        Assert.Equal(Sum(Houses.Encoded[3].ToArray()), scores[3]);
        Assert.Equal(4, budget.Calls);
        Assert.Equal(4 * Houses.Count, budget.Rows);
    }

    [Theory]
    [InlineData(500, null, false, "500", "4 attempts")]
    [InlineData(400, null, false, "400", "1 attempt:")]
    [InlineData(200, 5, false, "4 attempts")]
    [InlineData(200, 0, false, "4 attempts")]
    [InlineData(200, -5, false, "had not answered after 0.15 s", "1 attempt:")]
    [InlineData(200, null, true, "had not answered after 0.15 s", "1 attempt:")]
    public async Task AFailureThatStaysIsATypedError(int status, int? cutAt, bool stalls, params string[] said)
    {
        await using LocalServer server = new((_, _) => new("[1, 2, 3, 4]", status, cutAt, stalls));
        RemoteModelException error = Assert.Throws<RemoteModelException>(() => Impatient(server, stalls || cutAt < 0 ? 0.15 : 30).Score(Houses.Encoded, new double[Houses.Count]));
        Assert.Contains($"{Houses.Count} rows of House", error.Message);
        Assert.All(said, part => Assert.Contains(part, error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[1, 2]", "2 entries with 2 numbers")]
    [InlineData("[[1, 2], [3, 4]]", "entry 1")]
    [InlineData("[1, [2]]", "1 of its 2 entries are numbers, and an entry has 1 for its row")]
    [InlineData("[1e999]", "a number that no double holds")]
    [InlineData("[1e99999999999]", "a number that no double holds")]
    [InlineData("[]", "0 entries")]
    [InlineData("", "nothing")]
    [InlineData("[1, 2", "cut off")]
    [InlineData("<html>no</html>", "15 bytes, which begin with <")]
    [InlineData("{\"scores\": [1]}", "not a JSON array")]
    [InlineData("[\"1\"]", "not a JSON array")]
    [InlineData("[[[1]]]", "not a JSON array")]
    [InlineData("[null]", "not a JSON array")]
    public async Task AnAnswerOfAnotherFormIsATypedError(string body, string said)
    {
        await using LocalServer server = new((_, _) => new(body));
        RemoteModelException error = Assert.Throws<RemoteModelException>(() => Impatient(server).Score(Houses.Encoded, new double[Houses.Count]));
        Assert.Contains(said, error.Message, StringComparison.Ordinal);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public void AServerThatIsNotThereIsATypedError()
    {
        RemoteModel<House> model = new(_client, new Uri("http://127.0.0.1:1/"), "score") { Pause = TimeSpan.Zero, Retries = 1 };
        Assert.Contains("2 attempts", Assert.Throws<RemoteModelException>(() => model.Predict(Houses[0])).Message);
    }

    [Fact]
    public async Task CancellationEndsAStalledRequest()
    {
        await using LocalServer server = new((_, _) => new("", Stalls: true));
        using CancellationTokenSource cancellation = new(TimeSpan.FromMilliseconds(100));
        RemoteModel<House> model = new(_client, server.Address, "score");
        Assert.ThrowsAny<OperationCanceledException>(() => model.Predict(Houses[0], cancellation.Token));
    }

    [Fact]
    public async Task AHundredExplanationsTogetherStayWithinTheBudget()
    {
        int served = 0;
        await using LocalServer server = new((_, body) =>
        {
            double[][] rows = Rows(body);
            Interlocked.Add(ref served, rows.Length);
            return new(JsonSerializer.Serialize(rows.Select(Sum)));
        });
        QueryBudget budget = new() { MaxRows = 1234, MaxCalls = 40 };
        RemoteModel<House> model = new(_client, server.Address, "score") { Budget = budget, BatchRows = 30 };
        Lime<House> lime = new() { Neighborhood = new GaussianNeighborhood<House> { Background = Houses, Samples = 50 } };

        Task[] explanations = [.. Enumerable.Range(0, 100).Select(i => Task.Factory.StartNew(() => lime.Explain(model, Houses[i % Houses.Count]), TaskCreationOptions.LongRunning))];
        int refused = 0;
        foreach (Task explanation in explanations)
        {
            try
            {
                await explanation;
            }
            catch (BudgetExhaustedException)
            {
                refused++;
            }
        }

        Assert.InRange(served, 1, 1234);
        Assert.InRange(server.Requests, 1, 40);
        Assert.Equal(budget.Rows, served);
        Assert.Equal(budget.Calls, server.Requests);
        Assert.InRange(refused, 75, 100);
    }

    [Fact]
    public void BadOptionsAreRefused()
    {
        Uri address = new("http://127.0.0.1:1/");
        Assert.Contains("BatchRows", Assert.Throws<InvalidOptionException>(() => new RemoteModel<House>(_client, address, "score") { BatchRows = 0 }.Predict(Houses[0])).Message);
        Assert.Contains("Retries", Assert.Throws<InvalidOptionException>(() => new RemoteModel<House>(_client, address, "score") { Retries = -1 }.Predict(Houses[0])).Message);
        Assert.Contains("Timeout", Assert.Throws<InvalidOptionException>(() => new RemoteModel<House>(_client, address, "score") { Timeout = TimeSpan.Zero }.Predict(Houses[0])).Message);
        Assert.Throws<InvalidModelException>(() => new RemoteModel<House>(_client, address));
        Assert.Contains("RowsPerSecond 0", Assert.Throws<InvalidOptionException>(() => new QueryBudget { RowsPerSecond = 0 }.Reserve(1)).Message);
    }

    private static Dataset<House> Houses { get; } = Made<House>.Rows;

    private RemoteModel<House> Impatient(LocalServer server, double seconds = 30, QueryBudget? budget = null) => new(_client, server.Address, "score")
    {
        Pause = TimeSpan.FromMilliseconds(1),
        Timeout = TimeSpan.FromSeconds(seconds),
        Budget = budget,
    };

    private static double[][] Rows(string body) => JsonSerializer.Deserialize<double[][]>(body)!;

    private static double Sum(double[] row) => row.Select((value, i) => value / (i + 2)).Sum();
}
