using TypedExplain.Media;

namespace Papers;

/// <summary>Rotten Tomatoes: naive Bayes's probability of a good review, 100 samples, 5 words, 5 neighboring sentences.</summary>
public sealed class ReviewBench : Bench<Sentence>
{
    private readonly Dataset<Sentence> _train;
    private readonly Func<string, double> _probability;
    private readonly IModel<Sentence> _liked;
    private readonly Lazy<Word2Vec> _words;
    private readonly int _seed;
    private readonly int _environments;
    private readonly int _samples;

    public ReviewBench(Dataset<Sentence> all, int seed, int environments, int samples, int asked, int epochs = 30, Dataset<Sentence>? own = null)
    {
        (_seed, _environments, _samples) = (seed, environments, samples);
        (_train, Dataset<Sentence> test) = all.Split(0.2, seed);
        NaiveBayes bayes = new NaiveBayesTrainer().Train([.. _train.Rows.Select(row => row.Text)], [.. _train.Target!.Values.Select(label => label > 0 ? "positive" : "negative")]);
        int positive = bayes.Classes.IndexOf("positive");
        _probability = text => bayes.Probabilities(text)[positive];
        _liked = Model.From<Sentence>(sentence => _probability(sentence.Text));
        _words = new(() => new Word2VecTrainer { Seed = seed, Epochs = epochs }.Train([.. _train.Rows.Select(row => row.Text)]));
        Quality = test.Rows.Select((row, i) => (bayes.Classify(row.Text) == "positive") == (test.Target!.Values[i] > 0)).Count(hit => hit) / (double)test.Count;

        // Spread over the file, whose first half is positive.
        int count = Math.Min(asked, test.Count);
        Asked = own ?? test.Select([.. Enumerable.Range(0, count).Select(i => (int)((long)i * test.Count / count))]);
    }

    /// <inheritdoc/>
    public override Dataset<Sentence> Asked { get; }

    /// <inheritdoc/>
    public override double Quality { get; }

    /// <inheritdoc/>
    public override int Neighbors => 5;

    /// <summary>The sentences with what they think.</summary>
    public static Dataset<Sentence> Load(string file) => Csv.Read<Sentence>(file, new CsvOptions { Target = "label" }.Labels<Tone>()).ToDataset();

    /// <inheritdoc/>
    public override IReadOnlyList<Explanation<Sentence>> Explain(IExplainer<Sentence> explainer, CancellationToken cancellation) =>
        explainer.ExplainMany(_liked, Asked.Rows, threads: 1, cancellation: cancellation).Results;

    /// <inheritdoc/>
    public override double[] Compute(Convention convention, string method, IReadOnlyList<double> widths, CancellationToken cancellation)
    {
        if (method != "SHAP")
            return base.Compute(convention, method, widths, cancellation);

        // Any explanations will do to find each sentence's neighbors.
        ExplainedRows<Sentence> rows = new(Asked, Explain(new TrivialExplainer<Sentence> { Background = Asked }, cancellation), Neighbors);
        return MethodCell.Compute(Asked.Count, widths, hasWidth: false, _ => new ReviewShapMetrics(rows, _probability, _seed, cancellation).Measure());
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Method<Sentence>> Methods(Convention convention)
    {
        TableMethods<Sentence> methods = new(convention, _environments, _seed, (neighborhood, _) => neighborhood) { Selection = FeatureSelection.Forward(5) };
        return
        [
            new("LIME", width => methods.Lime(Masked(width), width)),
            new("S-LIME", width => methods.SmoothedLime(Masked(width), width)),
            new("LINEX/rand", width => methods.Linex(Masked(width), width)),
            new("LINEX*/rand", width => methods.LinexToday(Masked(width), width)),
            new("MeLIME", width => Melime(methods, Real(width), width)),
            new("LINEX/real", width => methods.Linex(Real(width), width)),
            new("LINEX*/real", width => methods.LinexToday(Real(width), width)),
            new("trivial", _ => new TrivialExplainer<Sentence> { Background = Asked }) { HasWidth = false },
            new("random", _ => new RandomExplainer<Sentence> { Background = Asked, Seed = _seed }) { HasWidth = false },
        ];

        IExplainer<Sentence> Melime(TableMethods<Sentence> own, INeighborhood<Sentence> neighborhood, double width) => convention.Intercept
            ? new Melime<Sentence> { Neighborhood = neighborhood, Kernel = TableMethods<Sentence>.Kernel(width), Batches = 1, Seed = _seed }
            : own.Lime(neighborhood, width) with { Selection = FeatureSelection.All };
    }

    private MediaNeighborhood<Sentence> Masked(double width) => new() { Samples = _samples, Text = new MaskedText { Kernel = TableMethods<Sentence>.Kernel(width) } };

    private MediaNeighborhood<Sentence> Real(double width) => new() { Samples = _samples, Text = new Word2VecNeighborhood { Words = _words.Value, Kernel = TableMethods<Sentence>.Kernel(width) } };
}
