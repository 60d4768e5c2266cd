using System.Globalization;
using TypedExplain.Tests.Support;

namespace TypedExplain.Batch.Tests.Scale;

/// <summary>The table of docs/scale.md follows from the rates that stand above it.</summary>
public class ScalePageTests
{
    private const double NightHours = 8, SecondsPerHour = 3_600, DiskBytesPerSecond = 2e8, SlowSeconds = 0.05, QueriesPerRow = 501, BytesRead = 245, BytesOfContributions = 259, BytesOfEffects = 1_020;

    private static readonly string s_path = Path.Combine(Repository.Root, "docs", "scale.md");

    [Fact]
    public void ItsTableIsWhatTheFormulaComesTo()
    {
        string page = File.ReadAllText(s_path);
        (double trees, double linex) = (Rate(page, "| TreeSHAP"), Rate(page, "| LINEX"));
        string table = string.Join('\n', new[] { 1e8, 1e9 }.SelectMany(rows => new[]
        {
            Line(rows, "TreeSHAP", trees, BytesOfContributions, 0),
            Line(rows, "LINEX", linex, BytesOfEffects, QueriesPerRow),
            Line(rows, "LINEX, 50 ms for each row asked", 2 / (SlowSeconds * QueriesPerRow), BytesOfEffects, QueriesPerRow),
        }));
        if (Environment.GetEnvironmentVariable("SNAPSHOT_ACCEPT") == "1")
            File.WriteAllText(s_path, page = page.Replace(Table(page), table, StringComparison.Ordinal));
        Assert.Equal(table, Table(page));
    }

    private static string Table(string page) => page.Split("|---|---|---|---|---|---|---|---|\n")[1].Split("\n\n")[0];

    /// <summary>Rows a second from file to file.</summary>
    private static double Rate(string page, string start) =>
        double.Parse(page.Split('\n').First(line => line.StartsWith(start, StringComparison.Ordinal)).Split('|')[3].Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    private static string Line(double rows, string question, double rate, double bytes, double queries)
    {
        int workers = (int)Math.Ceiling(rows / rate / (NightHours * SecondsPerHour));
        Fleet fleet = new(rows, rate, workers, 100_000) { BytesPerRow = BytesRead + bytes, BytesPerSecond = DiskBytesPerSecond, QueriesPerRow = queries };
        if (fleet.Shards < workers)
            fleet = fleet with { ShardRows = Math.Ceiling(rows / workers) };
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {rows:#,##0} | {question} | {2 * workers:#,##0} | {fleet.Seconds / SecondsPerHour:0.0} | {(queries == 0 ? "none" : $"{rows * queries:0.00E+0}")} | {rows * fleet.BytesPerRow / 1e9:#,##0} GB | {2 * workers * fleet.Seconds / SecondsPerHour:#,##0} | {fleet.Bottleneck} |");
    }
}
