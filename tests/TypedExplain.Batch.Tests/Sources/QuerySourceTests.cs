using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace TypedExplain.Batch.Tests.Sources;

/// <summary>Records from queries and from streams.</summary>
public class QuerySourceTests
{
    private const string Query = "SELECT * FROM clients WHERE id >= @from AND id < @below ORDER BY id";

    private static readonly Client[] s_clients = Clients.Many(50);

    [Fact]
    public async Task RangesOfKeysGiveTheRowsOfTheTable()
    {
        using TemporaryFolder folder = new();
        QuerySource<Client> source = new("clients", Fill(folder), Shards());
        Rows<Client> rows = await Rows<Client>.ReadAsync(source, batchRows: 7);
        Assert.Equal([], rows.Bad.Select(bad => bad.ToString()));
        Assert.Equal(s_clients, rows.Records);
        Assert.Equal(3, rows.Shards);
        Assert.Equal("from 0,from 20,from 40", string.Join(',', source.Parts!.Value));
    }

    [Fact]
    public async Task EachValueIsReadByItsOwnType()
    {
        using TemporaryFolder folder = new();
        Func<DbConnection> connect = Fill(folder, "UPDATE clients SET income = 'much' WHERE id = 3", "UPDATE clients SET age = 7 WHERE id = 4", "UPDATE clients SET income = 12 WHERE id = 5", "UPDATE clients SET age = NULL WHERE id = 6", "UPDATE clients SET region = 2 WHERE id = 7", "UPDATE clients SET age = 20.5 WHERE id = 8");
        Rows<Client> rows = await Rows<Client>.ReadAsync(new QuerySource<Client>("clients", connect, Shards()));
        Assert.Equal(
            [
                "row 4: Income is \"much\"; it is of another type than its column; it must be of numbers.",
                "row 5: Age is \"7\"; it must be a whole number, 18 to 100.",
                "row 7: Age: a value is missing; it must be a whole number, 18 to 100.",
                "row 8: Region is \"withheld (protected)\"; it must be North, South, East.",
                "row 9: Age is \"20.5\"; it must be a whole number, 18 to 100.",
            ],
            rows.Bad.Select(bad => bad.ToString()));
        Assert.Equal(12, rows.Records[3 + 1 - 1].Income);
    }

    [Fact]
    public async Task WhatDoesNotFitIsRefusedBeforeAnyWork()
    {
        using TemporaryFolder folder = new();
        Func<DbConnection> connect = Fill(folder);
        Assert.Contains("has no ORDER BY", Assert.Throws<InvalidOptionException>(() => new QueryShard("all", "SELECT * FROM clients")).Message, StringComparison.Ordinal);
        Assert.Contains("no column for Income", await RefusedAsync("SELECT number, age, savings, region, isowner FROM clients ORDER\n BY id"), StringComparison.Ordinal);
        Assert.Contains("where Client.Age takes numbers", await RefusedAsync("SELECT number, region AS age, income, savings, region, isowner FROM clients ORDER BY id"), StringComparison.Ordinal);
        Assert.Contains("no such table", await RefusedAsync("SELECT * FROM absent ORDER BY id"), StringComparison.Ordinal);
        QuerySource<Client> source = new("clients", connect, Shards());
        SourceShard shard = (await source.PlanAsync(10))[1];
        QuerySource<Client> other = new("clients", connect, [.. Shards().Take(1), new QueryShard("from 20", Query).With("@from", 21).With("@below", 40)]);
        Assert.Contains("is another one than the job was planned with", (await Assert.ThrowsAsync<BatchException>(async () => await other.ReadAsync(shard, 10).GetAsyncEnumerator().MoveNextAsync())).Message, StringComparison.Ordinal);
        Assert.Contains("has no shard from 20", (await Assert.ThrowsAsync<BatchException>(async () => await new QuerySource<Client>("clients", connect, Shards()[0]).ReadAsync(shard, 10).GetAsyncEnumerator().MoveNextAsync())).Message, StringComparison.Ordinal);
        Assert.Contains("twice", Assert.Throws<InvalidOptionException>(() => new QuerySource<Client>("clients", connect, Shards()[0], Shards()[0])).Message, StringComparison.Ordinal);

        async Task<string> RefusedAsync(string query) =>
            (await Assert.ThrowsAsync<BatchException>(async () => await new QuerySource<Client>("clients", connect, new QueryShard("all", query)).PlanAsync(10))).Message;
    }

    [Fact]
    public async Task AJobOverQueriesHasTheResultsOfOneOverAFile()
    {
        using TemporaryFolder folder = new();
        ExplanationJob<Client> job = Clients.Job(new QuerySource<Client>("clients", Fill(folder), [.. Shards(), new QueryShard("none", Query).With("@from", 100).With("@below", 120)]), folder.Of("query"));
        JobReport report = await job.RunAsync();
        Assert.Equal((50, 4), (report.Rows, report.Finished));
        Assert.True((await job.VerifyAsync(10)).IsSound);
        Assert.Equal(50, job.Merge().Rows);
    }

    [Fact]
    public async Task StreamsGiveTheirRecordsByNameAndTellBadOnes()
    {
        StreamSource<Client> source = new("clients", Stream, "a", "b");
        Rows<Client> rows = await Rows<Client>.ReadAsync(source, batchRows: 3);
        Assert.Equal(2, rows.Shards);
        Assert.Equal(s_clients[..20].Where((_, i) => i != 4), rows.Records);
        Assert.Equal("row 5: Age is \"7\"; it must be a whole number, 18 to 100.", Assert.Single(rows.Bad).ToString());
        Assert.Equal(s_clients[..10].Where((_, i) => i != 4), (await Rows<Client>.ReadAsync(new StreamSource<Client>("all", () => Stream("a")))).Records);
        Assert.Throws<InvalidOptionException>(() => new StreamSource<Client>("clients", Stream));
        await Assert.ThrowsAsync<BatchException>(async () => await source.ReadAsync(new("c", 0, 0), 1).GetAsyncEnumerator().MoveNextAsync());
    }

    private static async IAsyncEnumerable<Client> Stream(string shard)
    {
        await Task.Yield();
        for (int i = 0; i < 10; i++)
            yield return s_clients[(shard == "a" ? 0 : 10) + i] is { Number: "K-4" } client ? client with { Age = 7 } : s_clients[(shard == "a" ? 0 : 10) + i];
    }

    private static QueryShard[] Shards() => [.. new[] { 0, 20, 40 }.Select(from => new QueryShard(string.Create(CultureInfo.InvariantCulture, $"from {from}"), Query).With("@from", from).With("@below", from + 20))];

    private static Func<DbConnection> Fill(TemporaryFolder folder, params string[] changes)
    {
        SqliteConnection Connect() => new(new SqliteConnectionStringBuilder { DataSource = folder.Of("clients.db"), Pooling = false }.ConnectionString);
        using SqliteConnection connection = Connect();
        connection.Open();
        Run("CREATE TABLE clients (id INTEGER PRIMARY KEY, number TEXT, age, income, savings REAL, region, isowner INTEGER)");
        for (int i = 0; i < s_clients.Length; i++)
        {
            Client client = s_clients[i];
            Run(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO clients VALUES ({i}, '{client.Number}', {client.Age}, {client.Income:F1}, {(client.Savings is { } savings ? savings.ToString(CultureInfo.InvariantCulture) : "NULL")}, '{client.Region}', {(client.IsOwner ? 1 : 0)})"));
        }

        foreach (string change in changes)
            Run(change);
        return Connect;

        void Run(string text)
        {
            using SqliteCommand command = connection.CreateCommand();
            command.CommandText = text;
            command.ExecuteNonQuery();
        }
    }
}
