using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using TypedExplain.Tests.Zoo;

namespace TypedExplain.Tests.Models.Remote;

/// <summary>Servers that mean harm: rows go nowhere else, nothing is read without end, and what a message shows is nobody's secret.</summary>
public sealed class HostileServerTests : IDisposable
{
    private const string Secret = "hunter2";

    private readonly HttpClient _follows = new(), _stays = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    public void Dispose()
    {
        _follows.Dispose();
        _stays.Dispose();
    }

    [Theory]
    [InlineData(301, true)]
    [InlineData(302, true)]
    [InlineData(303, true)]
    [InlineData(307, true)]
    [InlineData(308, true)]
    [InlineData(301, false)]
    [InlineData(307, false)]
    public async Task Rows_are_not_carried_to_another_address(int status, bool follows)
    {
        List<string> carried = [];
        await using LocalServer other = new((_, body) =>
        {
            carried.Add(body);
            return new("[1]");
        });
        await using LocalServer server = new((_, _) => new("", status, Headers: $"Location: {other.Address}?key={Secret}\r\n"));
        QueryBudget budget = new() { MaxCalls = 10 };
        RemoteModel<House> model = new(follows ? _follows : _stays, server.Address, "score") { Budget = budget, Pause = TimeSpan.Zero };

        for (int i = 0; i < 3; i++)
        {
            string said = Assert.Throws<RemoteModelException>(() => model.Predict(Houses[0])).Message;
            Assert.Contains("redirect", said);
            Assert.Contains(other.Address.ToString(), said);
            Assert.DoesNotContain(Secret, said);
        }

        // A client that follows redirects is not used again; one that does not asks each time, and each time is counted.
        Assert.Equal(follows ? 1 : 3, server.Requests);
        Assert.Equal(server.Requests, budget.Calls);
        Assert.DoesNotContain(carried, body => body.Length > 0);
    }

    [Fact]
    public async Task A_redirect_in_a_circle_is_followed_once_at_most()
    {
        LocalServer? own = null;
        await using LocalServer server = new((_, _) => new("", 307, Headers: $"Location: {own!.Address}?again\r\n"));
        own = server;
        RemoteModel<House> model = new(_follows, server.Address, "score") { Pause = TimeSpan.Zero };

        for (int i = 0; i < 5; i++)
            Assert.Contains("redirect", Assert.Throws<RemoteModelException>(() => model.Predict(Houses[0])).Message);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task An_answer_without_end_is_left_early()
    {
        await using LocalServer server = new((_, _) => new("[1" + new string(' ', 10_000)) { Repeats = true });
        RemoteModelException error = Assert.Throws<RemoteModelException>(() => Asking(server).Predict(Houses[0]));

        Assert.Contains("it answered more than 65664 bytes, too many for the scores that were asked for", error.Message);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task An_answer_that_announces_ten_gigabytes_is_not_read()
    {
        await using LocalServer server = new((_, _) => new("[", Headers: "Content-Length: 10737418240\r\n"));

        Assert.Contains("more than 65664 bytes", Assert.Throws<RemoteModelException>(() => Asking(server).Predict(Houses[0])).Message);
    }

    [Fact]
    public async Task A_bomb_of_gzip_is_not_unpacked()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[] blanks = Encoding.ASCII.GetBytes(new string(' ', 1 << 20));
            for (int i = 0; i < 100; i++)
                gzip.Write(blanks);
        }

        await using LocalServer server = new((_, _) => new("", Headers: "Content-Encoding: gzip\r\n", Bytes: packed.ToArray()));
        using HttpClient unpacks = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        RemoteModel<House> model = new(unpacks, server.Address, "score");
        long before = GC.GetAllocatedBytesForCurrentThread();
        string said = Assert.Throws<RemoteModelException>(() => model.Predict(Houses[0])).Message;

        Assert.Contains("more than 65664 bytes", said);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public async Task Damaged_gzip_is_a_failed_attempt()
    {
        await using LocalServer server = new((_, _) => new("", Headers: "Content-Encoding: gzip\r\n", Bytes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]));
        using HttpClient unpacks = new(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        RemoteModel<House> model = new(unpacks, server.Address, "score") { Retries = 0 };

        Assert.Contains("compressed and damaged", Assert.Throws<RemoteModelException>(() => model.Predict(Houses[0])).Message);
    }

    [Fact]
    public async Task An_answer_in_drops_ends_with_the_time_limit()
    {
        await using LocalServer server = new((_, _) => new("[0.5" + new string(' ', 50_000) + "]") { Drips = true });
        RemoteModel<House> model = new(_stays, server.Address, "score") { Timeout = TimeSpan.FromSeconds(1), Pause = TimeSpan.Zero };

        Assert.Contains("in 1 attempt: it had not answered after 1 s", Assert.Throws<RemoteModelException>(() => model.Predict(Houses[0])).Message);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task The_time_limit_is_one_over_all_attempts()
    {
        await using LocalServer server = new((_, _) => new("", 503));
        RemoteModel<House> model = new(_stays, server.Address, "score") { Timeout = TimeSpan.FromSeconds(3), Pause = TimeSpan.FromSeconds(2), Retries = 1000 };

        // After the first pause of two seconds one of four would follow.
        Assert.Contains("in 2 attempts: it answered 503 ServiceUnavailable", Assert.Throws<RemoteModelException>(() => model.Predict(Houses[0])).Message);
    }

    [Fact]
    public async Task Retry_after_is_kept()
    {
        List<DateTime> asked = [];
        await using LocalServer server = new((request, _) =>
        {
            asked.Add(DateTime.UtcNow);
            return request == 1 ? new("", 429, Headers: "Retry-After: 1\r\n") : new("[0.5]");
        });
        Assert.Equal(0.5, Asking(server).Predict(Houses[0]));
        Assert.True(asked[1] - asked[0] >= TimeSpan.FromMilliseconds(990));

        await using LocalServer later = new((_, _) => new("", 503, Headers: "Retry-After: 7200\r\n"));
        Assert.Contains("and asks to wait 7200 s, longer than Timeout leaves", Assert.Throws<RemoteModelException>(() => Asking(later).Predict(Houses[0])).Message);
        Assert.Equal(1, later.Requests);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(500)]
    [InlineData(200)]
    public async Task What_the_server_repeats_of_a_record_is_in_no_message(int status)
    {
        // The server's words, its reason and its answer hold the row.
        await using LocalServer server = new((_, body) => new($"bad row {body}", status, Reason: $"Row {body[..Math.Min(body.Length, 40)]}"));
        UriBuilder address = new(server.Address) { UserName = "admin", Password = Secret, Query = $"key={Secret}" };
        RemoteModel<House> model = new(_stays, address.Uri, "score") { Retries = 1, Pause = TimeSpan.Zero };
        string said = Assert.Throws<RemoteModelException>(() => model.Predict(Houses[0])).Message;

        Assert.Contains(server.Address.ToString(), said);
        Assert.DoesNotContain(Secret, said);
        Assert.DoesNotContain("admin", said);
        Assert.DoesNotContain("bad row", said);
        Assert.DoesNotContain(JsonSerializer.Serialize(Houses.Encoded[0][0]), said.Replace(server.Address.ToString(), ""));
        Assert.DoesNotContain("Row ", said);
    }

    [Theory]
    [InlineData("[1,[2,3,4]]")]
    [InlineData("[[1],[2,3,4]]")]
    [InlineData("[[1,2,3],[4]]")]
    [InlineData("[1,2,[3,4]]")]
    [InlineData("[1,2,3,4]")]
    [InlineData("[[1,2],3,4]")]
    public async Task Four_numbers_are_not_two_rows_of_two_unless_they_are_divided_so(string answer)
    {
        await using LocalServer server = new((_, _) => new(answer));
        RemoteModel<House> model = new(_stays, server.Address, "a", "b");

        Assert.Contains("is not what was agreed on", Assert.Throws<RemoteModelException>(() => model.Score(new Dataset<House>(Houses.Rows.Take(2)).Encoded, new double[4])).Message);
    }

    [Fact]
    public async Task The_server_counts_what_the_budget_counts_through_failures_retries_and_cancellation()
    {
        int rows = 0;
        await using LocalServer server = new((request, body) =>
        {
            Interlocked.Add(ref rows, JsonSerializer.Deserialize<double[][]>(body)!.Length);
            return (request % 5) switch { 0 => new("", 503), 1 => new("[1, 2", CutAt: 3), 2 => new("", 307, Headers: "Location: /other\r\n"), 3 => new("", 500), _ => new("[0.5]") };
        });
        QueryBudget budget = new() { MaxCalls = 60, MaxRows = 60 };
        int scored = 0, failed = 0, ended = 0;
        Parallel.For(0, 80, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            using CancellationTokenSource cancellation = new();
            if (i % 10 == 0)
                cancellation.Cancel();
            RemoteModel<House> model = new(_stays, server.Address, "score") { Budget = budget, Pause = TimeSpan.Zero };
            try
            {
                _ = model.Predict(Houses[0], cancellation.Token);
                Interlocked.Increment(ref scored);
            }
            catch (RemoteModelException)
            {
                Interlocked.Increment(ref failed);
            }
            catch (Exception error) when (error is BudgetExhaustedException or OperationCanceledException)
            {
                Interlocked.Increment(ref ended);
            }
        });

        Assert.Equal(80, scored + failed + ended);

        // What was canceled after it was reserved never left.
        Assert.InRange(server.Requests, 1, (int)budget.Calls);
        Assert.InRange(budget.Calls, server.Requests, server.Requests + 8);
        Assert.Equal(server.Requests, rows);
        Assert.InRange(budget.Calls, 1, 60);
    }

    [Fact]
    public void Addresses_and_times_at_their_ends()
    {
        Assert.Contains("is relative, and its client has no BaseAddress", Assert.Throws<InvalidOptionException>(() => new RemoteModel<House>(_stays, new Uri("score?key=hunter2", UriKind.Relative), "score").Predict(Houses[0])).Message);
        Assert.Contains("has the scheme ftp; it must be http or https", Assert.Throws<InvalidOptionException>(() => new RemoteModel<House>(_stays, new Uri("ftp://host/score"), "score")).Message);
        foreach (TimeSpan time in new[] { TimeSpan.FromDays(50), TimeSpan.MaxValue, TimeSpan.MinValue, Timeout.InfiniteTimeSpan })
        {
            Assert.Contains("at most 24 days", Assert.Throws<InvalidOptionException>(() => new RemoteModel<House>(_stays, new Uri("http://127.0.0.1:1/"), "score") { Timeout = time }.Predict(Houses[0])).Message);
            Assert.Contains("at most 24 days", Assert.Throws<InvalidOptionException>(() => new RemoteModel<House>(_stays, new Uri("http://127.0.0.1:1/"), "score") { Pause = time }.Predict(Houses[0])).Message);
        }
    }

    [Fact]
    public async Task A_relative_address_is_completed_by_the_clients_base()
    {
        await using LocalServer server = new((_, _) => new("[0.5]"));
        using HttpClient client = new() { BaseAddress = new(server.Address, "/") };

        Assert.Equal(0.5, new RemoteModel<House>(client, new Uri("score", UriKind.Relative), "score").Predict(Houses[0]));
    }

    private static Dataset<House> Houses { get; } = Made<House>.Rows;

    private RemoteModel<House> Asking(LocalServer server) => new(_stays, server.Address, "score") { Pause = TimeSpan.Zero };
}
