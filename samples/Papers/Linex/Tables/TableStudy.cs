using System.Globalization;

namespace Papers;

/// <summary>A table of the LINEX paper on one data set: every method under every convention over several splits.</summary>
public abstract class TableStudy<T> : IStudy
    where T : IFeatureRecord<T>
{
    /// <summary>Where CAC stands among the metrics.</summary>
    private const int CacAt = 5;

    private const string Today =
        """
        LINEX is the published game, one draw of the environments; drawn evenly, each holds the instance. LINEX* is LINEX as TypedExplain does it unless
        told otherwise: without dice, and for tables with neighbors in balanced pairs. It asks the model as often, and no convention has a part in it.


        """;

    private readonly System.Collections.Concurrent.ConcurrentDictionary<(int Seed, StudyOptions Options), Lazy<Bench<T>>> _benches = [];

    /// <inheritdoc/>
    public abstract string Name { get; }

    /// <inheritdoc/>
    public int Version => 2;

    /// <inheritdoc/>
    public IReadOnlyList<string> Sources => ["Linex/Data", "Linex/Tables", $"Linex/{GetType().Name}.cs"];

    /// <inheritdoc/>
    public abstract IReadOnlyList<string> Needs { get; }

    /// <inheritdoc/>
    public bool HasPictures => false;

    /// <summary>What the data set is called.</summary>
    protected abstract string Data { get; }

    /// <summary>What is published.</summary>
    protected abstract PublishedTable Published { get; }

    /// <summary>The conventions, TypedExplain's defaults first and the likely ones second.</summary>
    protected virtual IReadOnlyList<Convention> Conventions => [Convention.Default, Convention.Likely];

    /// <summary>The methods in the order of the table.</summary>
    protected abstract IReadOnlyList<string> Methods { get; }

    /// <summary>The kernel widths, in units of √d: τ of all of the paper's tables.</summary>
    protected virtual IReadOnlyList<double> Widths { get; } = [0.05, 0.1, 0.25, 0.5, 0.75];

    /// <summary>How many splits there are.</summary>
    protected abstract int Splits(StudyOptions options);

    /// <summary>Names the settings in keys: samples, environments, rows.</summary>
    protected abstract string Settings(StudyOptions options);

    /// <summary>Prepares a split.</summary>
    protected abstract Bench<T> Prepare(StudyOptions options, int seed);

    /// <summary>What the page says of the protocol, before the tables.</summary>
    protected abstract string Protocol(StudyOptions options, Sample quality);

    /// <summary>What the page says after the tables.</summary>
    protected virtual string After(StudyOptions options, Numbers numbers) => "";

    /// <summary>Why a metric tells nothing of a method's rival; null where it tells something.</summary>
    protected virtual string? Artefact(string rival, int metric) => null;

    /// <summary>Roughly how many seconds a cell takes.</summary>
    protected virtual double Cost(string method) => 1;

    /// <summary>The same where the convention has a part in it.</summary>
    protected virtual double Cost(Convention convention, string method) => Cost(method);

    /// <summary>Conventions that were tried besides.</summary>
    protected virtual IReadOnlyList<Convention> Tried => [];

    /// <summary>The methods that they were tried with.</summary>
    protected virtual IReadOnlyList<string> TriedMethods => [];

    /// <summary>Whether a convention was tried with one of them.</summary>
    protected virtual bool IsTried(Convention convention, string method) => true;

    /// <summary>A budget in words.</summary>
    protected static string Budget(double budget) => double.IsPositiveInfinity(budget) ? "no budget" : string.Create(CultureInfo.InvariantCulture, $"t = {budget:0.###}");

    /// <inheritdoc/>
    public IReadOnlyList<Cell> Cells(StudyOptions options)
    {
        List<Cell> cells = [];
        for (int split = 0; split < Splits(options); split++)
        {
            int seed = options.Seed + split;
            cells.Add(new(QualityKey(options, seed), 1, _ => [BenchOf(options, seed).Quality]));
            cells.AddRange(Conventions.SelectMany(convention => Wanted(options, convention).Select(method => CellOf(options, seed, convention, method))));
        }

        cells.AddRange(from convention in options.Quick ? [] : Tried from seed in TriedSeeds(options) from method in TriedMethods.Intersect(Wanted(options, convention)) where IsTried(convention, method) select CellOf(options, seed, convention, method));

        // The cheap ones first, so that a run that is broken off has most of the page.
        return [.. cells.OrderBy(cell => cell.Cost)];
    }

    /// <inheritdoc/>
    public Page Draw(StudyOptions options, Numbers numbers)
    {
        TableText<T> text = new(Published, Methods, (convention, method) => Of(options, numbers, convention, method), (_, rival, metric) => metric == CacAt ? Echo(options, numbers) : Artefact(rival, metric));
        Sample quality = new([.. numbers.Of(Seeds(options).Select(seed => QualityKey(options, seed))).Select(own => own[0])]);
        int cells = Cells(options).Count, absent = Cells(options).Count(cell => numbers[cell.Key] is null);
        string markdown = $"{Protocol(options, quality).Trim()}\n\n"
            + (absent > 0 ? string.Create(CultureInfo.InvariantCulture, $"**{absent} of {cells} cells are not computed; the tables are of the others.**\n\n") : "")
            + Today
            + string.Concat(Conventions.Select(convention => $"## {char.ToUpperInvariant(convention.Words[0])}{convention.Words[1..]}\n\n{convention.Describe()}.\n\n{text.Table(convention)}\n"))
            + (Conventions.Count > 1 ? $"## TypedExplain's defaults against the paper's numbers\n\n{text.Comparison(Conventions[0], Conventions[1])}\n" : "")
            + TriedText(options, numbers)
            + After(options, numbers);
        return new($"{Name}.md", $"LINEX on {Data}: Tables 3 to 5", markdown, [], [.. Conventions.SelectMany(convention => text.Findings(convention)), .. text.Findings(Conventions[0], isToday: true)]);
    }

    /// <summary>Why CAC is no measure of explanations.</summary>
    private string Echo(StudyOptions options, Numbers numbers) => Of(options, numbers, Conventions[0], "trivial") is { Splits: > 0 } trivial
        ? string.Create(CultureInfo.InvariantCulture, $"an echo of the input, which says nothing of the model, has {trivial.OverWidths(CacAt).Mean:0.000}")
        : "it rewards slopes that look like the input";

    private string TriedText(StudyOptions options, Numbers numbers)
    {
        if (Tried.Count == 0 || options.Quick)
            return "";
        MarkdownTable table = new(["method", "convention", .. TableMetrics.Names]);
        foreach (string method in TriedMethods)
        {
            table.Add([$"**{method}**", "published", .. Enumerable.Range(0, TableMetrics.Names.Count).Select(metric => Published[method, metric] is { Exists: true } cell ? cell.Mean.ToString("0.000", CultureInfo.InvariantCulture) : "–")]);
            foreach (Convention convention in Tried.Where(convention => IsTried(convention, method)))
            {
                TableNumbers own = new(numbers.Each(TriedSeeds(options).Select(seed => Key(options, seed, convention, method))), Widths.Count);
                if (own.Splits > 0)
                    table.Add(["", convention.Words, .. Enumerable.Range(0, TableMetrics.Names.Count).Select(metric => own.OverWidths(metric).WithError())]);
            }
        }

        return $"## Conventions tried\n\nAs the likely ones ({Conventions[^1].Describe()}) but for what is named; {Plural(TriedSeeds(options).Count())}.\n\n{table}\n";
    }

    /// <summary>The numbers of a method under a convention.</summary>
    protected TableNumbers Of(StudyOptions options, Numbers numbers, Convention convention, string method) =>
        new(numbers.Each(Seeds(options).Select(seed => Key(options, seed, convention, method))), Widths.Count);

    /// <summary>The cell of a method on a split.</summary>
    protected Cell CellOf(StudyOptions options, int seed, Convention convention, string method) =>
        new(Key(options, seed, convention, method), Cost(convention, method), cancellation => BenchOf(options, seed).Compute(convention, method, Widths, cancellation));

    /// <summary>The seeds of the splits.</summary>
    protected IEnumerable<int> Seeds(StudyOptions options) => Enumerable.Range(options.Seed, Splits(options));

    /// <summary>The first splits, on which conventions are tried.</summary>
    private IEnumerable<int> TriedSeeds(StudyOptions options) => Seeds(options).Take(3);

    private static string Plural(int splits) => splits == 1 ? "1 split" : $"{splits} splits";

    /// <summary>Methods that the options ask for; SHAP and the baselines once, since no convention has a part in them.</summary>
    private IEnumerable<string> Wanted(StudyOptions options, Convention convention) => Methods.Where(method =>
        (options.Neighborhood is null || method is "trivial" or "random" or "SHAP" || Family(method) == options.Neighborhood)
        && (convention == Conventions[0] || !IsFree(method)));

    private static string Family(string method) => method switch
    {
        "MeLIME" or "LINEX/real" or "LINEX*/real" => "real",
        "MAPLE" or "LINEX/mpl" or "LINEX*/mpl" => "mpl",
        _ => "rand",
    };

    /// <summary>Whether no convention has a part in a method.</summary>
    private static bool IsFree(string method) => method is "SHAP" or "trivial" or "random" || IsToday(method);

    /// <summary>Whether it is LINEX as the library does it unless told otherwise.</summary>
    private static bool IsToday(string method) => method.StartsWith("LINEX*", StringComparison.Ordinal);

    private Bench<T> BenchOf(StudyOptions options, int seed) => _benches.GetOrAdd((seed, options), key => new(() => Prepare(key.Options, key.Seed))).Value;

    private string QualityKey(StudyOptions options, int seed) => string.Create(CultureInfo.InvariantCulture, $"{Name} {Settings(options)} seed {seed} model");

    private string Key(StudyOptions options, int seed, Convention convention, string method) => IsFree(method)
        ? string.Create(CultureInfo.InvariantCulture, $"{Name} {Settings(options)} seed {seed} {method}")
        : string.Create(CultureInfo.InvariantCulture, $"{Name} {Settings(options)} seed {seed} {method}: {convention.Describe()}");
}
