using System.Diagnostics;
using System.Globalization;
using TypedExplain.Quality.Sets;

namespace TypedExplain.Quality.Pages;

/// <summary>What TreeSHAP of large forests costs: time by the number of nodes and the depth.</summary>
public static class TreesPage
{
    private const int TreeCount = 1_000, Rows = 4_000, Explained = 64, LeastRepeats = 3;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    public static void Write(TextWriter page)
    {
        page.WriteLine("# TreeSHAP of 1,000 trees and 500 features, on one thread\n");
        Dataset<FiveHundred> rows = FiveHundred.Draw(Rows);
        Dataset<FiveHundred> rated = rows.WithTarget(rows.Rows.Select(row => row.Target()));
        FiveHundred[] instances = [.. rows.Rows.Take(Explained)];
        List<string[]> table = [];
        foreach (int depth in (int[])[4, 6, 8, 10, 12])
        {
            Forest<FiveHundred> forest = new RandomForest<FiveHundred> { Trees = TreeCount, MaxDepth = depth, FeaturesPerSplit = 22, Seed = Settings.DataSeed }.Train(rated);
            long nodes = forest.Trees.Sum(tree => (long)tree.NodeCount);
            double one = Least(1, () => new TreeShap<FiveHundred>().Values(forest, instances[0]));
            double many = Least(Explained, () => new TreeShap<FiveHundred>().ValuesMany(forest, instances, threads: 1));
            ShapValues<FiveHundred> values = new TreeShap<FiveHundred>().Values(forest, instances[0]);
            double sum = values.BaseValue;
            for (int i = 0; i < 500; i++)
                sum += values.Contributions[i];
            table.Add([Text(depth), Text(nodes), Text(one, "0.0"), Text(many, "0.0"), Text(one * 1e6 / (nodes * depth), "0.00"), Text(many * 1e6 / (nodes * depth), "0.00"), Text(Math.Abs(sum - values.Prediction), "0.0E+0")]);
        }

        MarkdownTable.Write(page, ["depth", "nodes", "one instance, ms", "of 64 together, ms each", "ns a node and level", "of 64 together", "sum less prediction"], table);
    }

    /// <summary>The least of the times that fit into two seconds, so that the code is compiled for good, in milliseconds each.</summary>
    private static double Least(int count, Action work)
    {
        double least = double.PositiveInfinity;
        long began = Stopwatch.GetTimestamp();
        for (int i = 0; i < LeastRepeats || Stopwatch.GetElapsedTime(began) < s_patience; i++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            least = Math.Min(least, Stopwatch.GetElapsedTime(start).TotalMilliseconds / count);
        }

        return least;
    }

    private static string Text(double number, string format = "0") => number.ToString(format, CultureInfo.InvariantCulture);
}
