using TypedExplain.Batch.Worker;

namespace TypedExplain.Orleans.Silo;

/// <summary>The job without a cluster.</summary>
internal static class PlainRun
{
    public static async Task<int> RunAsync(string rows, string folder, string counts)
    {
        JobReport report = await new SiloJob(rows, folder, counts, 0).Of(model => model.Identified("function", "1", new string('f', 64))).RunAsync();
        Console.WriteLine(FormattableString.Invariant($"{report.Rows} {report.Shards.Length} {CountedModel<Wide>.Sum(counts)}"));
        return 0;
    }
}
