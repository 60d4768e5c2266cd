using System.Globalization;

namespace Papers;

/// <summary>Writes the tables of a study beside the published ones and judges their orderings.</summary>
/// <param name="published">What is published.</param>
/// <param name="methods">The methods in order.</param>
/// <param name="of">The numbers of a method under a convention.</param>
public sealed class TableText<T>(PublishedTable published, IReadOnlyList<string> methods, Func<Convention, string, TableNumbers> of)
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

    /// <summary>For each published ordering between LINEX and its rival whether it came out.</summary>
    public IReadOnlyList<Verdict> Verdicts(Convention convention)
    {
        List<Verdict> verdicts = [];
        foreach ((string linex, string rival) in s_pairs)
        {
            TableNumbers own = of(convention, linex), other = of(convention, rival);
            for (int metric = 0; metric < TableMetrics.Names.Count; metric++)
            {
                PublishedCell left = published[linex, metric], right = published[rival, metric];
                if (!left.Exists || !right.Exists || own.Splits == 0 || other.Splits == 0)
                    continue;
                string name = TableMetrics.Names[metric][..^2], claim = $"{convention.Key}: {name} of {linex} {(left.Mean == right.Mean ? "as" : left.Mean < right.Mean ? "below" : "above")} {rival}";
                string measured = string.Create(CultureInfo.InvariantCulture, $"{own.OverWidths(metric).Mean:G3} against {other.OverWidths(metric).Mean:G3}");
                if (left.Mean == right.Mean)
                {
                    verdicts.Add(new(claim, Outcome.NotComparable, $"{measured}; published equal to three digits"));
                    continue;
                }

                (double difference, double p, string kind) = Paired(own, other, metric);
                bool isSame = left.Mean < right.Mean ? difference < 0 : difference > 0, isSure = p < 0.05;
                string reason = $"{measured}, {Sample.Chance(p)} ({kind})";
                string why = isSure && !isSame && IsBetter(right.Mean, left.Mean, metric) ? $"; here {linex} is ahead, in the paper behind" : "";
                if (!(isSure && isSame) && Math.Abs(left.Mean - right.Mean) <= Math.Sqrt((left.Error * left.Error) + (right.Error * right.Error)))
                    why += $"; the published {Text(left.Mean)} and {Text(right.Mean)} do not differ by their standard errors";
                verdicts.Add(isSure ? Verdict.Of(claim, isSame, reason + why) : new(claim, Outcome.NotReproduced, $"{reason}: no difference can be told{why}"));
            }
        }

        return verdicts;
    }

    private static IEnumerable<string> Metrics(Func<int, string> text) => Enumerable.Range(0, TableMetrics.Names.Count).Select(text);

    private static bool IsBetter(double own, double other, int metric) => TableMetrics.IsLower(metric) ? own < other : own > other;

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Test(TableNumbers own, TableNumbers other, int metric)
    {
        if (other.Splits != own.Splits)
            return "–";
        (double difference, double p, string kind) = Paired(own, other, metric);
        return $"{difference.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture)}, {Sample.Chance(p)} ({kind})";
    }

    /// <summary>Over splits where there are at least five, else over rows; CAC has no rows.</summary>
    private static (double Difference, double P, string Kind) Paired(TableNumbers own, TableNumbers other, int metric)
    {
        bool overSplits = own.Splits >= 5 || metric >= TableMetrics.PerRow;
        double[] left = overSplits ? own.OverSplits(metric) : own.OverRows(metric), right = overSplits ? other.OverSplits(metric) : other.OverRows(metric);
        bool[] defined = [.. left.Zip(right, (one, two) => double.IsFinite(one) && double.IsFinite(two))];
        (left, right) = ([.. left.Where((_, i) => defined[i])], [.. right.Where((_, i) => defined[i])]);
        if (left.Length < 2)
            return (left.Length == 0 ? double.NaN : left[0] - right[0], 1, "one split");
        PairedTest test = Sample.Paired(TableMetrics.Names[metric], left, right, TableMetrics.IsLower(metric));
        return (test.MeanDifference, test.StudentP, $"paired t over {left.Length} {(overSplits ? "splits" : "rows")}");
    }
}
