using System.Collections.Concurrent;
using System.Globalization;

namespace Papers;

/// <summary>The LINEX paper's ablations: the metrics by the number of samples, the number of environments and the kernel width.</summary>
public sealed class AblationStudy : IStudy
{
    private static readonly double[] s_widths = [0.05, 0.1, 0.25, 0.5, 0.75];

    private readonly IReadOnlyList<Ablation> _ablations =
    [
        new("Iris", "iris", "n, k and kernel width", ["LIME", "S-LIME", "LINEX/rand", "MeLIME", "LINEX/real", "LINEX/mpl"], [10, 20, 30, 40, 50], 10, [])
        {
            Splits = 3,
            Compute = Of((seed, n, k) => new IrisBench(seed, k, n)),
        },
        new("MEPS", "meps", "n, k and kernel width", ["LIME", "S-LIME", "LINEX/rand"], [50, 100, 250, 500], 250, ["meps19/meps19.csv"])
        {
            Rows = "100 test persons",
            Cost = 5,
            Compute = Of(Loaded(() => MepsBench.Load(DataFolder.File("meps19/meps19.csv")), (all, seed, n, k) => new MepsBench(all, seed, k, n, asked: 100))),
        },
        new("Rotten Tomatoes", "rt", "n, k and kernel width", ["LIME", "S-LIME", "LINEX/rand", "LINEX/real"], [25, 50, 75, 100], 100, ["rt-polarity/rt-polarity.csv"])
        {
            Rows = "60 test sentences",
            Cost = 5,
            Compute = Of(Loaded(() => ReviewBench.Load(DataFolder.File("rt-polarity/rt-polarity.csv")), (all, seed, n, k) => new ReviewBench(all, seed, k, n, asked: 60))),
        },
    ];

    /// <inheritdoc/>
    public string Name => "linex-ablations";

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public IReadOnlyList<string> Sources => ["Linex/Data", "Linex/Tables", "Linex/Figures/AblationStudy.cs"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs => [];

    /// <inheritdoc/>
    public bool HasPictures => true;

    /// <inheritdoc/>
    public IReadOnlyList<Cell> Cells(StudyOptions options) =>
    [
        .. from ablation in Chosen(options)
           from seed in Seeds(options, ablation)
           from point in Points(options, ablation)
           from method in ablation.Methods
           select new Cell(Key(ablation, seed, point.Samples, point.Environments, method), ablation.Cost, cancellation => ablation.Compute(seed, point.Samples, point.Environments, method, cancellation)),
    ];

    /// <inheritdoc/>
    public Page Draw(StudyOptions options, Numbers numbers)
    {
        string markdown = $"""
            The paper's Figures 4 to 18 show metric by parameter by data set: each point is a mean over the other two of the three parameters, which are the number of
            samples n, the number of environments k and the kernel width. Figure 3 is their legend. Here one sheet per data set has all metrics by all three. Points are means over the
            kernel widths, or splits in the charts by width, at the usual value of the other parameter, since the whole grid would take days; under TypedExplain's defaults
            ({Convention.Default.Describe()}). Error bars are standard errors over the five kernel widths; over splits in the charts by width.
            Fashion-MNIST, which the paper has too, is not run: a fit of 784 slopes takes seconds, and the grid thousands of them.

            """;
        List<Picture> pictures = [];
        List<Finding> findings = [];
        foreach (string absent in _ablations.Select(ablation => DataFolder.Absent(ablation.Needs)).OfType<string>())
            Console.Error.WriteLine($"{Name} is without one data set: {absent}.");
        foreach (Ablation ablation in Chosen(options))
        {
            Cell[] own = [.. Cells(options).Where(cell => cell.Key.StartsWith(ablation.Data + " ", StringComparison.Ordinal))];
            int absent = own.Count(cell => numbers[cell.Key] is null);
            if (absent == own.Length)
            {
                markdown += $"\n## {ablation.Data}\n\nNot computed.\n";
                continue;
            }

            string file = $"linex-ablations-{ablation.File}.svg";
            ChartSheet sheet = new($"{ablation.Data}: by n, by k and by kernel width", [.. Charts(options, numbers, ablation)]) { Columns = 5, Width = 250, Height = 210 };
            pictures.Add(new(file, sheet.ToSvg()));
            string lost = absent > 0 ? string.Create(CultureInfo.InvariantCulture, $" **{absent} of {own.Length} cells are not computed.**") : "";
            markdown += $"\n## {ablation.Data}\n\n{ablation.Rows} of {Seeds(options, ablation).Count()} split{(Seeds(options, ablation).Count() > 1 ? "s" : "")}; k = 2 by n, n = {ablation.Usual} by k and by width.{lost}\n\n![{ablation.Data}: metrics by n, k and kernel width]({file})\n";
            findings.Add(Found(options, numbers, ablation));
        }

        return new($"{Name}.md", "LINEX: ablations of n, k and the kernel width", markdown, pictures, findings);
    }

    /// <summary>Whether LINEX's coefficients are the more consistent ones, as the mean over all settings.</summary>
    private static Finding Found(StudyOptions options, Numbers numbers, Ablation ablation)
    {
        const int inconsistency = 2;
        TableNumbers[] linex = [.. Points(options, ablation).Select(point => Of(options, numbers, ablation, point.Samples, point.Environments, "LINEX/rand"))];
        TableNumbers[] lime = [.. Points(options, ablation).Select(point => Of(options, numbers, ablation, point.Samples, point.Environments, "LIME"))];
        int splits = Seeds(options, ablation).Count(), below = linex.Zip(lime).Count(pair => pair.First.OverWidths(inconsistency).Mean < pair.Second.OverWidths(inconsistency).Mean);
        Pairs pairs = linex.Concat(lime).Any(numbers => numbers.Splits < splits) ? new([], [], "rows", splits) : new(Mean(linex), Mean(lime), $"rows of {splits} splits", splits);

        // Of these figures the direction is at hand, not the numbers.
        return new($"{ablation.Data}: CI of LINEX/rand below LIME's, as the mean over all n and k", new(0, 1, true), pairs)
        {
            Besides = string.Create(CultureInfo.InvariantCulture, $"below at {below} of {linex.Length} settings"),
        };

        static double[] Mean(TableNumbers[] settings) => [.. Enumerable.Range(0, settings[0].OverRows(inconsistency).Length).Select(row => settings.Average(own => own.OverRows(inconsistency)[row]))];
    }

    private static IEnumerable<LineChart> Charts(StudyOptions options, Numbers numbers, Ablation ablation)
    {
        int[] metrics = [0, 1, 2, 3, 4];
        IReadOnlyList<int> samples = [.. Points(options, ablation).Where(point => point.Environments == 2).Select(point => point.Samples).Distinct()], environments = [.. Points(options, ablation).Where(point => point.Samples == ablation.Usual).Select(point => point.Environments)];
        foreach (int metric in metrics)
            yield return new(TableMetrics.Names[metric], "n, samples", "", [.. ablation.Methods.Select(method => Line(method, samples.Select(n => (double)n), n => Of(options, numbers, ablation, (int)n, 2, method).OverWidths(metric)))]);
        foreach (int metric in metrics)
            yield return new(TableMetrics.Names[metric], "k, environments", "", [.. ablation.Methods.Select(method => Line(method, environments.Select(k => (double)k), k => Of(options, numbers, ablation, ablation.Usual, (int)k, method).OverWidths(metric)))]);
        foreach (int metric in metrics)
        {
            yield return new(TableMetrics.Names[metric], "kernel width, √d", "", [.. ablation.Methods.Where(method => method != "LINEX/mpl").Select(method =>
                Line(method, s_widths, width => Of(options, numbers, ablation, ablation.Usual, 2, method).AtWidth(metric, Array.IndexOf(s_widths, width))))])
            { IsLogAcross = true };
        }
    }

    private static ChartLine Line(string method, IEnumerable<double> across, Func<double, Sample> up) =>
        new(method, [.. across.Select(x => (x, up(x))).Where(point => point.Item2.Count > 0).Select(point => new ChartPoint(point.x, point.Item2.Mean, point.Item2.StandardError))]);

    private static IEnumerable<(int Samples, int Environments)> Points(StudyOptions options, Ablation ablation) =>
        ablation.Samples.Where(n => !options.Quick || n <= ablation.Usual).Select(n => (n, 2)).Append((ablation.Usual, 2)).Concat(Ablation.Environments.Where(k => !options.Quick || k <= 3).Select(k => (ablation.Usual, k))).Distinct();

    private static TableNumbers Of(StudyOptions options, Numbers numbers, Ablation ablation, int samples, int environments, string method) =>
        new(numbers.Each(Seeds(options, ablation).Select(seed => Key(ablation, seed, samples, environments, method))), s_widths.Length);

    private static IEnumerable<int> Seeds(StudyOptions options, Ablation ablation) => Enumerable.Range(options.Seed, options.TrialsOr(ablation.Splits));

    private static string Key(Ablation ablation, int seed, int samples, int environments, string method) =>
        string.Create(CultureInfo.InvariantCulture, $"{ablation.Data} {ablation.Rows} n {samples} k {environments} seed {seed} {method}");

    private static Func<int, int, int, string, CancellationToken, double[]> Of<T>(Func<int, int, int, Bench<T>> prepare)
        where T : IFeatureRecord<T>
    {
        ConcurrentDictionary<(int, int, int), Lazy<Bench<T>>> benches = [];
        return (seed, n, k, method, cancellation) => benches.GetOrAdd((seed, n, k), key => new(() => prepare(key.Item1, key.Item2, key.Item3))).Value.Compute(Convention.Default, method, s_widths, cancellation);
    }

    private static Func<int, int, int, Bench<T>> Loaded<T>(Func<Dataset<T>> load, Func<Dataset<T>, int, int, int, Bench<T>> prepare)
        where T : IFeatureRecord<T>
    {
        Lazy<Dataset<T>> all = new(load);
        return (seed, n, k) => prepare(all.Value, seed, n, k);
    }

    /// <summary>Those whose data are there; only Iris in a quick run, since it takes seconds.</summary>
    private IEnumerable<Ablation> Chosen(StudyOptions options) => (options.Quick ? _ablations.Take(1) : _ablations).Where(ablation => DataFolder.Absent(ablation.Needs) is null);
}
