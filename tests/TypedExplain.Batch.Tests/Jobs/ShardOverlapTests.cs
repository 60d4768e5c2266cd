using TypedExplain.Batch.Jobs;

namespace TypedExplain.Batch.Tests.Jobs;

/// <summary>While the files of one shard are finished, the model is asked about the next one.</summary>
public sealed class ShardOverlapTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    private readonly TemporaryFolder _folder = new();
    private readonly TaskCompletionSource _second = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Client[] _clients = Clients.Many(100);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TheSecondShardIsAskedAboutBeforeTheFirstIsFinished()
    {
        ExplanationJob<Client> job = Job(file => file == 0 ? _second.Task.WaitAsync(s_patience) : Task.CompletedTask, SeenFrom(20, Clients.Score));
        Assert.Equal(100, (await job.RunAsync()).Rows);
        await (job with { Format = new CsvFormat(), Model = Clients.Model, Folder = _folder.Of("plain") }).RunAsync();
        Assert.Equal(_folder.Files("plain").Where(IsResult), _folder.Files("out").Where(IsResult));
    }

    [Fact]
    public async Task NoMoreThanTwoShardsAreAtWork()
    {
        bool isThird = false;
        ExplanationJob<Client> job = Job(file => file == 0 ? _second.Task.WaitAsync(s_patience) : Task.CompletedTask, client =>
        {
            isThird |= Number(client) >= 40 && !_second.Task.IsCompleted;
            return Clients.Score(client);
        });
        Task<JobReport> run = job.RunAsync().AsTask();
        using CancellationTokenSource patience = new(s_patience);
        while (!File.Exists(_folder.Of("out/part-00001-of-00005.manifest.json")))
            await Task.Delay(5, patience.Token);
        _second.SetResult();
        Assert.Equal(100, (await run).Rows);
        Assert.False(isThird);
    }

    [Fact]
    public async Task WhereAFileCannotBeFinishedThatIsToldAndTheNextShardIsGivenUp()
    {
        async Task EndAsync(int file)
        {
            if (file != 0)
                return;
            await _second.Task.WaitAsync(s_patience);
            throw new IOException("the disk is full");
        }

        using CancellationTokenSource patience = new(s_patience);
        ExplanationJob<Client> job = Job(EndAsync, SeenFrom(500, client =>
        {
            // From then on the model is slow: the second shard would take half a minute, so it ends only by being told to.
            if (_second.Task.IsCompleted)
                Thread.Sleep(1);
            return Clients.Score(client);
        }));
        BatchException error = await Assert.ThrowsAsync<BatchException>(async () => await (job with { Source = Source(1_500), ShardRows = 500 }).RunAsync(default, null, patience.Token));
        Assert.False(patience.IsCancellationRequested);
        Assert.Contains("part-00000-of-00003 could not be written or read: the disk is full", error.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Of("out"), "*.manifest.json"));
        Assert.Empty(Directory.GetFiles(_folder.Of("out"), "*.tmp"));
        Assert.Empty(Directory.GetFiles(_folder.Of("out/attempts")));
    }

    [Fact]
    public async Task WhereTheModelIsGoneInTheNextShardThisOneIsFinished()
    {
        ExplanationJob<Client> job = Job(file => file == 0 ? _second.Task.WaitAsync(s_patience) : Task.CompletedTask, SeenFrom(20, client =>
            Number(client) >= 20 ? throw new TimeoutException("away") : Clients.Score(client)));
        BatchException error = await Assert.ThrowsAsync<BatchException>(async () => await job.RunAsync());
        Assert.StartsWith("part-00001-of-00005 was given up", error.Message, StringComparison.Ordinal);
        Assert.Equal("part-00000-of-00005.manifest.json", Path.GetFileName(Assert.Single(Directory.GetFiles(_folder.Of("out"), "*.manifest.json"))));
    }

    [Fact]
    public void WhatIsAskedNoLongerIsNotSuspect()
    {
        using (Attempts died = new(_folder.Of("."), "part"))
            died.BeginBatch(1);
        using (Attempts after = new(_folder.Of("."), "part"))
        {
            Assert.True(after.IsSuspect(1, 8));
            after.BeginBatch(1);
            after.EndAsking();
            after.Finish();
        }

        using (Attempts died = new(_folder.Of("."), "part"))
        {
            died.BeginBatch(1);
            died.EndAsking();
        }

        using Attempts next = new(_folder.Of("."), "part");
        Assert.False(next.IsSuspect(1, 8));
    }

    private static bool IsResult(KeyValuePair<string, string> file) => file.Key.EndsWith(".csv", StringComparison.Ordinal);

    // Samples have no key; the client itself is asked about with it.
    private static int Number(Client client) => client.Number is ['K', '-', .. var number] ? int.Parse(number, System.Globalization.CultureInfo.InvariantCulture) : -1;

    /// <summary>A model that tells when it is asked about a client from a number on.</summary>
    private Func<Client, double> SeenFrom(int number, Func<Client, double> score) => client =>
    {
        if (Number(client) >= number)
            _second.TrySetResult();
        return score(client);
    };

    private CsvSource<Client> Source(int rows) => new(_folder.Write("clients.csv", Clients.Csv(Clients.Many(rows))));

    private ExplanationJob<Client> Job(Func<int, Task> end, Func<Client, double> score) => Clients.Job(Source(_clients.Length), _folder.Of("out")) with
    {
        Format = new GatedFormat(end),
        Model = Model.From(score).Identified("score", "1", new string('a', 64)),
    };
}
