using System.Globalization;

namespace Papers;

/// <summary>Appendix A of the LINEX paper: how long the methods take, as multiples of LIME's time.</summary>
public sealed class TimesStudy : IStudy
{
    private const string Survey = "meps19/meps19.csv";
    private const int Splits = 5, Persons = 50;
    private const double Width = 0.25, WarmUp = 700, Measured = 1000;

    /// <summary>The methods that the paper times, with their times as multiples of LIME's.</summary>
    private static readonly (string Method, double Published)[] s_methods = [("S-LIME", 2.3), ("LINEX/rand", 2.5), ("MAPLE", 1.5)];

    /// <summary>One measurement at a time, so that none is disturbed by another of this program.</summary>
    private static readonly Lock s_alone = new();

    private readonly Lazy<Dataset<Respondent>> _persons = new(() => MepsBench.Load(DataFolder.File(Survey)));

    /// <inheritdoc/>
    public string Name => "linex-times";

    /// <inheritdoc/>
    public int Version => 1;

    /// <inheritdoc/>
    public IReadOnlyList<string> Sources => ["Linex/TimesStudy.cs"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Needs => [Survey];

    /// <inheritdoc/>
    public bool HasPictures => false;

    private static IReadOnlyList<string> All => ["LIME", .. s_methods.Select(own => own.Method), "LINEX*/rand"];

    /// <inheritdoc/>
    public IReadOnlyList<Cell> Cells(StudyOptions options) =>
    [
        .. from seed in Seeds(options)
           select new Cell(Key(options, "Iris", seed), 3, cancellation => Measure(new IrisBench(seed, environments: 2, samples: 10), cancellation)),
        .. from seed in options.Quick ? [] : Seeds(options)
           select new Cell(Key(options, "MEPS", seed), 60, cancellation => Measure(new MepsBench(_persons.Value, seed, environments: 2, samples: 500, asked: Persons), cancellation)),
    ];

    /// <inheritdoc/>
    public Page Draw(StudyOptions options, Numbers numbers)
    {
        MarkdownTable table = new("data", "method", "ms an instance", "÷ LIME's", "published") { HasNumbers = true };
        foreach (string data in Sets(options))
        {
            foreach ((string method, int at) in All.Select((method, at) => (method, at)))
                table.Add(at == 0 ? data : "", method, new Sample(Times(data, at)).WithError("0.00"), new Sample([.. Times(data, at).Zip(Times(data, 0), (own, lime) => own / lime)]).WithError("0.00"), s_methods.FirstOrDefault(own => own.Method == method).Published is > 0 and var times ? times.ToString("0.0", CultureInfo.InvariantCulture) : "–");
        }

        string text = $"""
            ## Numbers

            Processor time of this library on one thread, mean ± standard error over {Seeds(options).Count()} splits, or those of them that are finished; published: multiples of LIME's time in Python (2.5 seconds for 30 flowers where LIME takes 1, 47
            for 500 persons where LIME takes 18).

            {table}
            What dominates differs. The library answers most of the time with the model: all methods but MAPLE ask it equally often, and a fit takes little beside that, so that the game
            costs less than in the paper. MAPLE asks the model once per instance, and its trees are grown before.

            ## Conventions

            Iris: 30 flowers, 10 samples; MEPS: {Persons} persons, 500 samples and 5 features; 2 environments; kernel width {Width.ToString(CultureInfo.InvariantCulture)} √d. The time of a random forest's training, and of MAPLE's own forest, is not
            counted. Every method explains all of them again and again for a second, after 0.7 seconds that are not counted. Run with `--threads 1`.
            """;
        return new($"{Name}.md", "LINEX: Appendix A, how long the methods take", text, [], options.Quick ? [] : [.. from data in Sets(options) from own in s_methods select Found(data, own.Method, own.Published)]);

        Finding Found(string data, string method, double published) =>
            Finding.Of($"{data}: time", method, "LIME", new(published, 1, true), new(Times(data, All.ToList().IndexOf(method)), Times(data, 0), "splits", Seeds(options).Count())) with
            {
                Claim = $"{data}: time of {method} above LIME's",
                HasFactor = true,
            };

        IReadOnlyList<double> Times(string data, int at) => [.. numbers.Each(Seeds(options).Select(seed => Key(options, data, seed))).Select(cell => cell?[at] ?? double.NaN)];
    }

    private static string[] Sets(StudyOptions options) => options.Quick ? ["Iris"] : ["Iris", "MEPS"];

    /// <summary>Processor milliseconds that each method takes for an instance.</summary>
    private static double[] Measure<T>(Bench<T> bench, CancellationToken cancellation)
        where T : IFeatureRecord<T>
    {
        lock (s_alone)
        {
            IExplainer<T>[] explainers = [.. All.Select(name => bench.Methods(Convention.Default).Single(own => own.Name == name).OfWidth(Width))];
            return [.. explainers.Select(Time)];
        }

        double Time(IExplainer<T> explainer)
        {
            // The compiler is done with the code after the first part.
            _ = Repeat(explainer, WarmUp);
            return Repeat(explainer, Measured);
        }

        double Repeat(IExplainer<T> explainer, double milliseconds)
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            double passed = 0;
            int repeats = 0;
            for (; passed < milliseconds; repeats++)
            {
                _ = bench.Explain(explainer, cancellation);
                passed = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
            }

            return passed / (repeats * bench.Asked.Count);
        }
    }

    private static IEnumerable<int> Seeds(StudyOptions options) => Enumerable.Range(options.Seed, options.TrialsOr(Splits));

    private static string Key(StudyOptions options, string data, int seed) => string.Create(CultureInfo.InvariantCulture, $"{data} seed {seed}{(options.Quick ? ", quick" : "")}");
}
