using System.Globalization;

namespace Papers;

/// <summary>Writes the tables of a study beside the published ones and finds their orderings.</summary>
/// <param name="published">What is published.</param>
/// <param name="methods">The methods in order.</param>
/// <param name="of">The numbers of a method under a convention.</param>
/// <param name="artefact">Why a metric of a method's rival tells nothing; null where it tells something.</param>
public sealed class TableText<T>(PublishedTable published, IReadOnlyList<string> methods, Func<Convention, string, TableNumbers> of, Func<Convention, string, int, string?> artefact)
    where T : IFeatureRecord<T>
{
    /// <summary>Which methods the paper holds LINEX's rows against.</summary>
    private static readonly (string Linex, string Rival)[] s_pairs = [("LINEX/rand", "LIME"), ("LINEX/rand", "S-LIME"), ("LINEX/real", "MeLIME"), ("LINEX/mpl", "MAPLE")];

    /// <summary>Measured, published and their difference, method after method.</summary>
    public string Table(Convention convention)
    {
        MarkdownTable table = new(["method", "", .. TableMetrics.Names]) { HasNumbers = true };
        foreach (string method in methods)
        {
            TableNumbers numbers = of(convention, method);
            if (numbers.Splits == 0)
                continue;
            table.Add([$"**{method}**", "measured", .. Metrics(metric => numbers.OverWidths(metric).WithError())]);
            if (!Enumerable.Range(0, TableMetrics.Names.Count).Any(metric => published[method, metric].Exists))
                continue;
            table.Add(["", "published", .. Metrics(metric => published[method, metric] is { Exists: true } cell ? $"{Text(cell.Mean)} ± {Text(cell.Error)}" : "–")]);
            table.Add(["", "difference", .. Metrics(metric => published[method, metric] is { Exists: true } cell ? (numbers.OverWidths(metric).Mean - cell.Mean).ToString("+0.000;-0.000;0.000", CultureInfo.InvariantCulture) : "–")]);
        }

        return table.ToString();
    }

    /// <summary>Where the defaults give better numbers than the published ones, beside those and tested against the paper's likely conventions.</summary>
    public string Comparison(Convention defaults, Convention likely)
    {
        MarkdownTable table = new("method", "metric", "published", "likely conventions", "TypedExplain default", "default − likely, paired test");
        foreach (string method in methods.Where(method => s_pairs.Any(pair => method == pair.Linex || method is "LIME" or "S-LIME")))
        {
            TableNumbers own = of(defaults, method), other = of(likely, method);
            for (int metric = 0; metric < TableMetrics.Names.Count; metric++)
            {
                PublishedCell cell = published[method, metric];
                if (!cell.Exists || own.Splits == 0 || !IsBetter(own.OverWidths(metric).Mean, cell.Mean, metric))
                    continue;
                table.Add(method, TableMetrics.Names[metric], Text(cell.Mean), other.Splits == 0 ? "–" : other.OverWidths(metric).WithError(), own.OverWidths(metric).WithError(), Test(own, other, metric));
            }
        }

        if (!table.HasRows)
            return "In no cell are the defaults better than what is published.\n";
        return "Only cells of LIME, S-LIME and LINEX, which ask the model n times as in the paper, in which the defaults are better than what is published; the paired t test compares them with our run under the likely conventions, since the published rows are not to be had.\n\n" + table;
    }

    /// <summary>Each published ordering between LINEX and its rival, under a convention.</summary>
    /// <param name="convention">The convention.</param>
    /// <param name="isToday">Whether LINEX is the library's own, rather than the published game.</param>
    public IEnumerable<Finding> Findings(Convention convention, bool isToday = false) =>
        from pair in s_pairs
        from metric in Enumerable.Range(0, TableMetrics.Names.Count)
        let left = published[pair.Linex, metric]
        let right = published[pair.Rival, metric]
        where left.Exists && right.Exists
        let name = isToday ? pair.Linex.Replace("LINEX", "LINEX*", StringComparison.Ordinal) : pair.Linex
        let both = of(convention, name).Shared(of(convention, pair.Rival))
        let own = both.Own
        let other = both.Other
        where own.Splits > 0
        select Finding.Of(
            $"{(isToday ? "today" : convention.Key)}: {TableMetrics.Names[metric][..^2]}",
            name,
            pair.Rival,
            Contrast.OfErrors(left.Mean, left.Error, right.Mean, right.Error),
            Paired(own, other, metric))
            with
        {
            IsLowerBetter = TableMetrics.IsLower(metric),
            Artefact = artefact(convention, pair.Rival, metric),
            Shown = (own.OverWidths(metric).Mean, other.OverWidths(metric).Mean),
        };

    private static IEnumerable<string> Metrics(Func<int, string> text) => Enumerable.Range(0, TableMetrics.Names.Count).Select(text);

    private static bool IsBetter(double own, double other, int metric) => TableMetrics.IsLower(metric) ? own < other : own > other;

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Test(TableNumbers own, TableNumbers other, int metric)
    {
        Pairs pairs = Paired(own, other, metric);
        if (!pairs.CanBeTested)
            return "–";
        PairedTest test = pairs.Test();
        return $"{test.MeanDifference.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture)}, {Sample.Chance(test.StudentP)} (paired t over {pairs.First.Count} {pairs.Unit})";
    }

    /// <summary>Over splits where there are at least five, else over rows of several splits; CAC has no rows.</summary>
    private static Pairs Paired(TableNumbers own, TableNumbers other, int metric)
    {
        (own, other) = own.Shared(other);
        int splits = own.Splits;
        return splits >= 5 || metric >= TableMetrics.PerRow
            ? new(own.OverSplits(metric), other.OverSplits(metric), "splits", splits)
            : new(own.OverRows(metric), other.OverRows(metric), $"rows of {splits} splits", splits);
    }
}
