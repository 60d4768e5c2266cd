using System.Diagnostics;

namespace TypedExplain.Batch.Worker;

/// <summary>How long the same rows take without files.</summary>
internal static class InMemory
{
    public static int Measure(IModel<Wide> model, int rows)
    {
        Wide[] instances = [.. WideRows.Of(rows, first: 0)];
        Run(model, instances[..Math.Min(rows, 500)]);
        long start = Stopwatch.GetTimestamp();
        Run(model, instances);
        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(FormattableString.Invariant($"{rows} rows in memory: {seconds:0.00} s, {rows / seconds:0} rows a second"));
        return 0;
    }

    /// <summary>Results are let go chunk by chunk, as whoever has a million rows must do.</summary>
    private static void Run(IModel<Wide> model, Wide[] instances)
    {
        foreach (Wide[] chunk in instances.Chunk(1024))
        {
            int failed = WideModel.IsForest
                ? WideModel.TreeShap.ValuesMany(model, chunk).Failed.Count
                : WideModel.Linex.ExplainMany(model, chunk).Failed.Count;
            if (failed > 0)
                throw new InvalidOperationException("A row could not be explained.");
        }
    }
}
