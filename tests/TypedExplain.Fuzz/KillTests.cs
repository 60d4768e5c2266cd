using System.Diagnostics;
using TypedExplain.Media;
using TypedExplain.Tests.Support;
using Xunit.Abstractions;

namespace TypedExplain.Fuzz;

/// <summary>A process that is killed in the middle of writing leaves whole files: the one that was there, or the one that it had finished.</summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 12;

    private readonly string _folder = Directory.CreateTempSubdirectory("typedexplain-kill-").FullName;

    [Fact]
    public void A_process_that_is_killed_while_it_writes()
    {
        FaultCount count = new("kill during write");
        string table = Path.Combine(_folder, WriteLoop.Table), vectors = Path.Combine(_folder, WriteLoop.Vectors);
        for (int kill = 0; kill < Kills; kill++)
        {
            int number = kill;
            count.Try($"kill {number}", () => Kill(table, 7 * number), _ => false);
            count.Try($"the table after kill {number}", () => Assert.True(WriteLoop.IsWhole(Csv.Read<Row>(table).Rows)), _ => false);
            count.Try($"the vectors after kill {number}", () => Assert.Equal(WriteLoop.Words, Word2Vec.Load(vectors).Words.Length), _ => false);
        }

        count.Report(output.WriteLine);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    /// <summary>Lets another process write again and again, and ends it a while after its first file is there.</summary>
    private void Kill(string table, int milliseconds)
    {
        using Process process = Process.Start(new ProcessStartInfo(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [typeof(WriteLoop).Assembly.Location, WriteLoop.Argument, _folder]))!;
        DateTime written = File.Exists(table) ? File.GetLastWriteTimeUtc(table) : default;
        while (!process.HasExited && (!File.Exists(table) || File.GetLastWriteTimeUtc(table) == written))
            Thread.Sleep(1);
        Thread.Sleep(milliseconds);
        Assert.False(process.HasExited);
        process.Kill();
        process.WaitForExit();
    }
}
