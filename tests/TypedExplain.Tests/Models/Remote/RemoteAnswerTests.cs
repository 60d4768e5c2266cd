using System.Text.Json;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Models.Remote;

/// <summary>Answers as real servers write them: with a byte order mark, with Python's NaN, in envelopes, with errors in words.</summary>
public sealed class RemoteAnswerTests : IDisposable
{
    private readonly HttpClient _client = new();

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task AByteOrderMarkIsNoPartOfTheAnswer()
    {
        await using LocalServer server = new((_, body) => new("\uFEFF" + JsonSerializer.Serialize(Rows(body).Select(Sum))));
        double[] scores = Scored(Asking(server));
        Assert.Equal(Sum(Houses.Encoded[2].ToArray()), scores[2]);
    }

    [Theory]
    [InlineData("NaN", "NaN")]
    [InlineData("Infinity", "Infinity")]
    [InlineData("-Infinity", "-Infinity")]
    [InlineData("nan", "nan")]
    [InlineData("-inf", "-inf")]
    [InlineData("\"NaN\"", "NaN")]
    public async Task PythonsNumbersThatAreNone(string written, string word)
    {
        await using LocalServer server = new((request, body) => new($"[{string.Join(", ", Rows(body).Select((row, i) => request == 2 && i == 1 ? written : "0.5"))}]"));
        RemoteModelException error = Assert.Throws<RemoteModelException>(() => Scored(Asking(server, batchRows: 3)));
        Assert.Equal($"The model at {server.Address} answers {word} for the output score of row 5: that is not a score, and not JSON either, though Python's json writes it. See what the model does with that row, such as dividing by 0.", error.Message);
    }

    [Fact]
    public async Task TheOutputIsNamedToo()
    {
        await using LocalServer server = new((_, body) => new($"{{\"predictions\": [{string.Join(", ", Rows(body, "instances").Select((_, i) => i == 2 ? "[1, NaN]" : "[1, 2]"))}]}}"));
        RemoteModel<House> model = new(_client, server.Address, "yes", "no") { Format = RemoteFormat.TensorFlowServing };
        Assert.Contains("answers NaN for the output no of row 3: ", Assert.Throws<RemoteModelException>(() => model.Score(Houses.Encoded, new double[2 * Houses.Count])).Message);
    }

    [Theory]
    [InlineData(RemoteFormat.TensorFlowServing, "instances", "{\"predictions\": $ROWS}")]
    [InlineData(RemoteFormat.TensorFlowServing, "instances", "{\"model\": {\"predictions\": 3}, \"predictions\": $FLAT}")]
    [InlineData(RemoteFormat.MLflow, "inputs", "{\"predictions\": $FLAT, \"more\": [1]}")]
    [InlineData(RemoteFormat.OpenInference, "inputs", "{\"model_name\": \"m\", \"outputs\": [{\"name\": \"o\", \"shape\": [7, 1], \"datatype\": \"FP64\", \"data\": $FLAT}]}")]
    [InlineData(RemoteFormat.OpenInference, "inputs", "{\"outputs\": [{\"data\": $ROWS}]}")]
    public async Task EnvelopesOfCommonServers(RemoteFormat format, string member, string envelope)
    {
        await using LocalServer server = new((_, body) =>
        {
            double[] sums = [.. Rows(body, member, format == RemoteFormat.OpenInference).Select(Sum)];
            return new(envelope.Replace("$ROWS", JsonSerializer.Serialize(sums.Select(sum => new[] { sum }))).Replace("$FLAT", JsonSerializer.Serialize(sums)));
        });
        double[] scores = Scored(new(_client, server.Address, "score") { Format = format, BatchRows = 7 });
        for (int row = 0; row < Houses.Count; row++)
            Assert.Equal(Sum(Houses.Encoded[row].ToArray()), scores[row]);
    }

    [Fact]
    public async Task SeveralOutputsInOneFlatTensor()
    {
        await using LocalServer server = new((_, body) => new($"{{\"outputs\": [{{\"data\": {JsonSerializer.Serialize(Rows(body, "inputs", isTensor: true).SelectMany(row => new[] { Sum(row), -Sum(row) }))}}}]}}"));
        double[] scores = new double[2 * Houses.Count];
        new RemoteModel<House>(_client, server.Address, "more", "less") { Format = RemoteFormat.OpenInference }.Score(Houses.Encoded, scores);
        Assert.Equal(-Sum(Houses.Encoded[4].ToArray()), scores[9]);
    }

    [Theory]
    [InlineData(RemoteFormat.Rows, "{\"predictions\": [1]}", "but the envelope of TensorFlow Serving, KServe 1 or of MLflow; set Format to RemoteFormat.TensorFlowServing or RemoteFormat.MLflow")]
    [InlineData(RemoteFormat.Rows, "{\"outputs\": [{\"name\": \"o\", \"shape\": [1], \"data\": [1]}]}", "but the envelope of the Open Inference Protocol (KServe 2); set Format to RemoteFormat.OpenInference")]
    [InlineData(RemoteFormat.MLflow, "{\"outputs\": [{\"name\": \"o\", \"shape\": [1], \"data\": [1]}]}", "set Format to RemoteFormat.OpenInference")]
    [InlineData(RemoteFormat.OpenInference, "{\"predictions\": [1]}", "set Format to RemoteFormat.TensorFlowServing or RemoteFormat.MLflow")]
    [InlineData(RemoteFormat.OpenInference, "{\"outputs\": [{\"shape\": [1], \"data\": [1]}, {\"data\": [1]}]}", "in the one output that is expected")]
    [InlineData(RemoteFormat.MLflow, "[1, 2]", "in the envelope of MLflow that Format asks for")]
    [InlineData(RemoteFormat.TensorFlowServing, "{\"predictions\": \"none\"}", "in its predictions")]
    public async Task AnotherEnvelopeIsNamed(RemoteFormat format, string answer, string said)
    {
        await using LocalServer server = new((_, _) => new(answer));
        RemoteModelException error = Assert.Throws<RemoteModelException>(() => Scored(new(_client, server.Address, "score") { Format = format, QuotesAnswers = true }));
        Assert.Contains("it is not a JSON array of numbers or of arrays of numbers ", error.Message, StringComparison.Ordinal);
        Assert.Contains($"{said}: {answer[..6]}", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"error\": \"Missing 'instances' or 'inputs'\"}", "set Format to RemoteFormat.TensorFlowServing")]
    [InlineData("JSON Value: [[1]] Is not object", "set Format to RemoteFormat.TensorFlowServing")]
    [InlineData("exactly one of {'dataframe_split', 'instances', 'inputs'}", "set Format to RemoteFormat.MLflow")]
    [InlineData("{\"error\":\"failed to parse: expected inputs\"}", "set Format to RemoteFormat.OpenInference")]
    [InlineData("the column Age\nis missing", "it answered 400 Said: the column Age is missing.")]
    public async Task ARefusalIsPassedOnWithTheEnvelopeThatItAsksFor(string refusal, string said)
    {
        await using LocalServer server = new((_, _) => new(refusal, Status: 400));
        RemoteModelException error = Assert.Throws<RemoteModelException>(() => Scored(Asking(server)));
        Assert.Contains("it answered 400 Said: " + refusal.Split('\n')[0], error.Message);
        Assert.Contains(said, error.Message);
    }

    [Fact]
    public async Task ALongRefusalIsShortened()
    {
        await using LocalServer server = new((_, _) => new(new string('x', 5000), Status: 422));
        string message = Assert.Throws<RemoteModelException>(() => Scored(Asking(server))).Message;
        Assert.EndsWith(new string('x', 300) + "….", message);
        Assert.True(message.Length < 500);
    }

    [Theory]
    [InlineData(503, 2, "2 attempts: it answered 503 Said: busy. Another attempt is not possible: All 2 calls of the budget are used up")]
    [InlineData(429, 1, "1 attempt: it answered 429 Said: busy. Another attempt is not possible: The 1 call of the budget is used up")]
    public async Task WhatTheBudgetWasSpentOnIsSaid(int status, int calls, string said)
    {
        await using LocalServer server = new((_, _) => new("busy", status));
        RemoteModel<House> model = new(_client, server.Address, "score") { Pause = TimeSpan.Zero, QuotesAnswers = true, Budget = new QueryBudget { MaxCalls = calls } };
        string message = Assert.Throws<BudgetExhaustedException>(() => Scored(model)).Message;
        Assert.Contains(said, message);
        Assert.Contains(server.Address.ToString(), message);
    }

    [Fact]
    public void AFormatThatIsNoneIsRefused() =>
        Assert.Contains("Format of a remote model is 9; it must be one of Rows, TensorFlowServing, MLflow, OpenInference.", Assert.Throws<InvalidOptionException>(() => Scored(new(_client, new Uri("http://127.0.0.1:1/"), "score") { Format = (RemoteFormat)9 })).Message);

    private static Dataset<House> Houses { get; } = Made<House>.Rows;

    private RemoteModel<House> Asking(LocalServer server, int batchRows = 1000) => new(_client, server.Address, "score") { BatchRows = batchRows, QuotesAnswers = true };

    private static double[] Scored(RemoteModel<House> model)
    {
        double[] scores = new double[Houses.Count];
        model.Score(Houses.Encoded, scores);
        return scores;
    }

    private static double[][] Rows(string body) => JsonSerializer.Deserialize<double[][]>(body)!;

    private static double[][] Rows(string body, string member, bool isTensor = false)
    {
        JsonElement rows = JsonDocument.Parse(body).RootElement.GetProperty(member);
        if (!isTensor)
            return rows.Deserialize<double[][]>()!;
        JsonElement tensor = rows[0];
        int[] shape = tensor.GetProperty("shape").Deserialize<int[]>()!;
        Assert.Equal(("input-0", "FP64"), (tensor.GetProperty("name").GetString(), tensor.GetProperty("datatype").GetString()));
        double[][] chunks = [.. tensor.GetProperty("data").Deserialize<double[]>()!.Chunk(shape[1])];
        Assert.Equal(shape[0], chunks.Length);
        return chunks;
    }

    private static double Sum(double[] row) => row.Select((value, i) => value / (i + 2)).Sum();
}
