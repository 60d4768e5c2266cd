using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using TypedExplain.Tests;

namespace TypedExplain.Fuzz;

/// <summary>
/// Processes that append receipts are killed at any moment, one after the other: what they were told is in the log, nothing is torn,
/// and the chain holds. TYPEDEXPLAIN_LOG_KILLS and TYPEDEXPLAIN_LOG_RECEIPTS say how often and how many; 50 and 100,000 take minutes.
/// </summary>
public sealed class LogKillTests : IDisposable
{
    private static readonly int s_kills = Number("TYPEDEXPLAIN_LOG_KILLS", 5), s_receipts = Number("TYPEDEXPLAIN_LOG_RECEIPTS", 1500);

    private readonly string _folder = Directory.CreateTempSubdirectory("typedexplain-log-").FullName;

    [Fact]
    public void A_file_loses_nothing_that_was_acknowledged() => Kill(AppendLoop.File, Path.Combine(_folder, "log.jsonl"));

    [Fact]
    public void Sqlite_loses_nothing_that_was_acknowledged() => Kill(AppendLoop.Sqlite, $"Data Source={Path.Combine(_folder, "log.db")}");

    [PostgresFact]
    public void Postgres_loses_nothing_that_was_acknowledged()
    {
        using PostgresServer server = new(Path.Combine(_folder, "postgres"));
        Kill(AppendLoop.Postgres, server.ConnectionString);
    }

    [Theory]
    [InlineData(AppendLoop.File)]
    [InlineData(AppendLoop.Sqlite)]
    public async Task Two_processes_append_to_one_log(string kind)
    {
        string place = kind == AppendLoop.File ? Path.Combine(_folder, "log.jsonl") : $"Data Source={Path.Combine(_folder, "log.db")}";
        Task<(long Sequence, string Id)>[] both = [.. Enumerable.Range(0, 2).Select(_ => Task.Run(() => Killed(kind, place, 200, 0)))];
        (long Sequence, string Id)[] acknowledged = await Task.WhenAll(both);

        ReceiptLog log = AppendLoop.Open(kind, place);
        Assert.True(log.Verify().IsIntact, log.Verify().ToString());
        Assert.All(acknowledged, last => Assert.Equal(last.Id, log.Read(last.Sequence).First().Id));
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Kill(string kind, string place)
    {
        RandomStream delays = new(7, kind);
        (long Sequence, string Id) acknowledged = (-1, LogHead.Empty.Id);
        for (int kill = 0; kill < s_kills; kill++)
        {
            acknowledged = Killed(kind, place, (long)s_receipts * (kill + 1) / s_kills, (int)(delays.Bits(kill) % 25));
            ReceiptLog log = AppendLoop.Open(kind, place);
            Assert.True(log.Head.Count > acknowledged.Sequence, $"kill {kill}: {acknowledged.Sequence} was acknowledged, and the log has {log.Head.Count}");
            Assert.Equal(acknowledged.Id, log.Read(acknowledged.Sequence).First().Id);
        }

        LogVerdict verdict = AppendLoop.Open(kind, place).Verify(new(acknowledged.Sequence + 1, acknowledged.Id));
        Assert.True(verdict.IsIntact, verdict.ToString());
        Assert.True(verdict.Head.Count >= s_receipts);
    }

    /// <summary>Lets a process append until the log has so many, kills it a moment later, and gives what it said last.</summary>
    private static (long Sequence, string Id) Killed(string kind, string place, long until, int milliseconds)
    {
        using Process process = Process.Start(new ProcessStartInfo("dotnet", [typeof(AppendLoop).Assembly.Location, AppendLoop.Argument, kind, place]) { RedirectStandardOutput = true })!;
        string said = "";
        long sequence = -1;
        while (process.StandardOutput.ReadLine() is { } line)
        {
            string[] parts = line.Split(' ');
            said = parts[1];
            sequence = long.Parse(parts[0], CultureInfo.InvariantCulture);
            if (sequence + 1 >= until && milliseconds >= 0)
            {
                Thread.Sleep(milliseconds);
                process.Kill();
                milliseconds = -1;
            }
        }

        process.WaitForExit();
        Assert.True(milliseconds < 0, $"the process ended by itself with {process.ExitCode}");
        return (sequence, said);
    }

    private static int Number(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
