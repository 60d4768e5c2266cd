namespace TypedExplain.Batch.Tests.Programs;

/// <summary>Processes that are killed, and a record that kills them.</summary>
public class KilledWorkerTests
{
    [Fact]
    public async Task HoweverOftenTheWorkerIsKilledNoRowIsLostOrDoubled()
    {
        using TemporaryFolder folder = new();
        string rows = folder.Of("rows.csv");
        await WorkerProcess.RunAsync("make", "500", rows);
        Assert.Equal(0, (await WorkerProcess.RunAsync("explain", rows, "-o", folder.Of("whole"), "--shard-rows", "60")).Code);

        RandomStream stream = new(11, "kills");
        int kills = 0;
        for (bool isEnded = false; !isEnded;)
        {
            using WorkerProcess worker = WorkerProcess.Start(null, "explain", rows, "-o", folder.Of("killed"), "--shard-rows", "60");
            isEnded = !await worker.KillAsync(TimeSpan.FromMilliseconds(200 + (kills * 120) + (300 * stream.Uniform(kills))));
            kills += isEnded ? 0 : 1;
        }

        Assert.InRange(kills, 2, int.MaxValue);
        (int code, string output, _) = await WorkerProcess.RunAsync("verify", folder.Of("killed"), rows, "--rows", "20");
        Assert.Equal((0, "9 shards looked at; 20 rows made again, all the same to the bit\n"), (code, output));
        Assert.Equal(folder.Files("whole"), folder.Files("killed"));
    }

    [Fact]
    public async Task AWorkerThatIsToldToEndTidiesUpAndAsksToBeTriedAgain()
    {
        if (OperatingSystem.IsWindows())
            return;
        using TemporaryFolder folder = new();
        string rows = folder.Of("rows.csv");
        await WorkerProcess.RunAsync("make", "20000", rows);
        using WorkerProcess worker = WorkerProcess.Start(null, "explain", rows, "-o", folder.Of("out"));
        while (!Directory.Exists(folder.Of("out")) || Directory.GetFiles(folder.Of("out"), "*.tmp").Length == 0)
            await Task.Delay(20);
        worker.Signal("TERM");
        (int code, _, string told) = await worker.EndAsync();
        Assert.Equal((75, "Ended. What is finished is kept; the same command goes on from there.\n"), (code, told));
        Assert.Equal(["job.json"], folder.Files("out").Keys);
    }

    [Fact]
    public async Task ARecordThatEndsTheProcessIsFoundAndLeftOutAndTheOthersAreDone()
    {
        using TemporaryFolder folder = new();
        string rows = folder.Of("rows.csv");
        await WorkerProcess.RunAsync("make", "150", rows);
        string[] arguments = ["explain", rows, "--shard-rows", "50", "-o"];
        Assert.Equal(0, (await WorkerProcess.RunAsync([.. arguments, folder.Of("whole")])).Code);
        int crashes = 0;
        string told = "";
        for (int code = -1; code != 0; crashes += code == 0 ? 0 : 1)
        {
            using WorkerProcess worker = WorkerProcess.Start(crashAt: 77, [.. arguments, folder.Of("crashed")]);
            (code, _, told) = await worker.EndAsync();
            Assert.InRange(crashes, 0, 5);
        }

        Assert.Equal(5, crashes);
        Assert.Contains("150 rows in 3 shards", told, StringComparison.Ordinal);
        Assert.Contains("1 refused, 0 bad", told, StringComparison.Ordinal);
        string[] whole = File.ReadAllLines(Path.Combine(folder.Of("whole"), "part-00001-of-00003.csv")), crashed = File.ReadAllLines(Path.Combine(folder.Of("crashed"), "part-00001-of-00003.csv"));
        Assert.StartsWith("rows.csv,78,77,failed,the process ended 4 times while this record was asked about; try it alone,", crashed[28], StringComparison.Ordinal);
        Assert.Equal(whole[..28].Concat(whole[29..]), crashed[..28].Concat(crashed[29..]));
        Assert.Equal(folder.Files("whole")["part-00002-of-00003.manifest.json"], folder.Files("crashed")["part-00002-of-00003.manifest.json"]);

        // Verifying does not ask about it, and so does not end.
        using WorkerProcess verifier = WorkerProcess.Start(crashAt: 77, "verify", folder.Of("crashed"), rows, "--rows", "150");
        (int sound, string output, _) = await verifier.EndAsync();
        Assert.Equal(0, (await WorkerProcess.RunAsync("merge", folder.Of("crashed"))).Code);
        Assert.Contains("\"failed\":1,", File.ReadAllText(Path.Combine(folder.Of("crashed"), "summary.json")), StringComparison.Ordinal);
        Assert.Equal((0, "3 shards looked at; 149 rows made again, 1 passed over, since their records ended the process, all the same to the bit\n"), (sound, output));
    }
}
