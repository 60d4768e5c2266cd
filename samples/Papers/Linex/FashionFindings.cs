using System.Globalization;

namespace Papers;

/// <summary>What the measurements on Fashion-MNIST say of the conventions that the paper leaves open.</summary>
/// <param name="published">The published rows.</param>
/// <param name="conventions">The defaults and the likely conventions.</param>
/// <param name="tried">What else was tried.</param>
/// <param name="of">The numbers of a method under a convention.</param>
public sealed class FashionFindings(PublishedTable published, IReadOnlyList<Convention> conventions, IReadOnlyList<Convention> tried, Func<Convention, string, TableNumbers> of)
{
    /// <summary>The published number counts as met within this factor.</summary>
    private const double Factor = 1.5;

    private static readonly string[] s_methods = ["MeLIME", "LINEX/real"];

    /// <summary>The part of the page, and whether the published rows came out anywhere.</summary>
    public (string Text, IReadOnlyList<Verdict> Verdicts) Write()
    {
        MarkdownTable table = new("row", "convention", "distance", "settled", "processor time an image");
        List<Verdict> verdicts = [];
        foreach (string method in s_methods)
        {
            (Convention Convention, TableNumbers Numbers, double Distance)[] own = Ranked(method);
            foreach ((Convention convention, TableNumbers numbers, double distance) in own)
                table.Add($"**{method}**", convention.Words, Text(distance), numbers.Besides(0) is [var settled, _] ? settled.ToString("P0", CultureInfo.InvariantCulture) : "–", numbers.Besides(0) is [_, var seconds] ? $"{seconds.ToString("0.0", CultureInfo.InvariantCulture)} s" : "–");
            if (own.Length > 0)
                verdicts.Add(Judge(method, own[0].Convention, own[0].Numbers));
        }

        return table.HasRows ? (Text(table), verdicts) : ("", []);
    }

    private string Text(MarkdownTable table) =>
        $"""
        ## How near each convention comes

        The distance of a row from the published one is the mean over its metrics of |a − b| ÷ max(a, b): 0 for the same row, towards 1 for one of quite
        another size. *Settled* is the share of images whose game came to rest within the tolerance and the caps.

        {table}
        """;

    /// <summary>Conventions by how near they come to a published row, the nearest first.</summary>
    private (Convention Convention, TableNumbers Numbers, double Distance)[] Ranked(string method) =>
    [
        .. conventions.Concat(tried).Select(convention => (Convention: convention, Numbers: of(convention, method))).Where(own => own.Numbers.Splits > 0)
            .Select(own => (own.Convention, own.Numbers, Nearness.Of(published, method, own.Numbers))).OrderBy(own => own.Item3),
    ];

    private Verdict Judge(string method, Convention convention, TableNumbers numbers)
    {
        (string Name, double Published, double Measured)[] metrics =
        [
            .. Enumerable.Range(0, TableMetrics.Names.Count).Where(metric => published[method, metric].Exists)
                .Select(metric => (TableMetrics.Names[metric][..^2], published[method, metric].Mean, numbers.OverWidths(metric).Mean)),
        ];
        return Verdict.Of(
            $"{method}'s published row, every metric within a factor of {Factor.ToString("0.#", CultureInfo.InvariantCulture)}, under the nearest of the conventions tried ({convention.Words})",
            metrics.All(metric => metric.Measured <= Factor * metric.Published && metric.Measured >= metric.Published / Factor),
            string.Join(", ", metrics.Select(metric => $"{metric.Name} {Text(metric.Measured)} for {Text(metric.Published)}")));
    }

    private static string Text(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);
}
