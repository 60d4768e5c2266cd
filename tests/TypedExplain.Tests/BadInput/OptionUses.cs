using System.Net;
using Microsoft.Data.Sqlite;
using TypedExplain.Media;

namespace TypedExplain.Tests.BadInput;

/// <summary>How each type with options is made and put to use.</summary>
internal static partial class OptionUses
{
    private static readonly One s_one = new(4);
    private static readonly Dataset<One> s_rows = new Dataset<One>([.. Enumerable.Range(0, 40).Select(i => new One(i / 4.0))]).WithTarget([.. Enumerable.Range(0, 40).Select(i => i * 2.0)]);
    private static readonly Dataset<One> s_few = s_rows.Select([0, 9, 18, 27]);
    private static readonly Feature<One> s_a = FeatureSchema.Of<One>().Features[0];
    private static readonly IModel<One> s_model = Model.From<One>(one => one.A * 3);
    private static readonly GaussianNeighborhood<One> s_around = new() { Samples = 20 };
    private static readonly FittedMaple<One> s_maple = new Maple<One> { Background = s_rows, Trees = 2 }.Fit(s_model);
    private static readonly Forest<One> s_forest = new RandomForest<One> { Trees = 2 }.Train(s_rows);
    private static readonly ImageShape s_shape = new(4, 4, 1);
    private static readonly float[] s_image = [.. Enumerable.Range(0, 16).Select(i => i / 16f)];
    private static readonly Receipt<One> s_receipt = Receipt.Of(new Lime<One> { Neighborhood = s_around }.Explain(s_model, s_one), s_model);
    private static readonly Explanation<One> s_explained = new Lime<One> { Neighborhood = s_around }.Explain(s_model, s_one);
    private static readonly Word2Vec s_words = Words(new());

    public static Dictionary<Type, (Func<object> Make, Action<object, CancellationToken> Use)> All { get; } = new()
    {
        [typeof(GaussianNeighborhood<>)] = Use(() => s_around, (around, cancellation) => _ = Around(around, cancellation)),
        [typeof(BinnedNeighborhood<>)] = Use(() => new BinnedNeighborhood<One> { Background = s_rows }, (around, cancellation) => _ = Around(around, cancellation)),
        [typeof(KdeNeighborhood<>)] = Use(() => new KdeNeighborhood<One> { Background = s_rows }, (around, cancellation) => _ = Around(around, cancellation)),
        [typeof(TrainingSelection<>)] = Use(() => new TrainingSelection<One> { Weights = s_maple.Weights }, (around, cancellation) => _ = Around(around, cancellation)),
        [typeof(MediaNeighborhood<>)] = Use(() => new MediaNeighborhood<One>(), (around, cancellation) => _ = Around(around, cancellation)),
        [typeof(ExponentialKernel)] = Use(() => new ExponentialKernel(), (kernel, cancellation) => kernel.Weigh([1, 2], 1)),
        [typeof(NormalKernel)] = Use(() => new NormalKernel { Radius = 1 }, (kernel, cancellation) => kernel.Weigh([1, 2], 1)),
        [typeof(MaskedText)] = Use(() => new MaskedText(), (text, cancellation) => _ = text.Around("a b c", new(1, "rows"), cancellation)),
        [typeof(MaskedImage)] = Use(() => new MaskedImage(), (image, cancellation) => _ = image.Around(s_image, s_shape, new(1, "rows"), cancellation)),
        [typeof(Word2VecNeighborhood)] = Use(() => new Word2VecNeighborhood { Words = s_words }, (text, cancellation) => _ = text.Around("a b c", new(1, "rows"), cancellation)),
        [typeof(ExplanationStandard)] = Use(() => new ExplanationStandard(), (standard, cancellation) => _ = Explain(new Lime<One> { Neighborhood = s_around }, cancellation).Missed(standard)),
        [typeof(TrustRegionSearch)] = Use(() => new TrustRegionSearch { MaxQueries = 300, Samples = 20 }, (search, cancellation) => _ = s_explained.TrustRegion(s_model, search, cancellation)),
        [typeof(Lime<>)] = Use(() => new Lime<One> { Neighborhood = s_around }, (lime, cancellation) => _ = Explain(lime, cancellation)),
        [typeof(SmoothedLime<>)] = Use(() => new SmoothedLime<One> { Neighborhood = s_around }, (lime, cancellation) => _ = Explain(lime, cancellation)),
        [typeof(Linex<>)] = Use(() => new Linex<One> { Neighborhood = s_around, Redraws = 1 }, (linex, cancellation) => _ = Explain(linex, cancellation)),
        [typeof(ForestAdjustment)] = Use(() => new ForestAdjustment(), (forests, cancellation) => _ = Explain(new Lime<One> { Neighborhood = s_around, Adjustment = forests }, cancellation)),
        [typeof(Melime<>)] = Use(() => new Melime<One> { Neighborhood = s_around, Batches = 2 }, (melime, cancellation) => _ = Explain(melime, cancellation)),
        [typeof(Maple<>)] = Use(() => new Maple<One> { Background = s_rows, Trees = 2 }, (maple, cancellation) => _ = maple.Fit(s_model, cancellation)),
        [typeof(GlobalSurrogate<>)] = Use(() => new GlobalSurrogate<One> { Background = s_rows }, (surrogate, cancellation) => _ = surrogate.Fit(s_model, cancellation)),
        [typeof(CeterisParibus<>)] = Use(() => new CeterisParibus<One> { Background = s_rows }, (whatIf, cancellation) => _ = whatIf.Of(s_model, s_rows[0], s_a, cancellation)),
        [typeof(PartialDependence<>)] = Use(() => new PartialDependence<One> { Background = s_rows }, (dependence, cancellation) => _ = dependence.Of(s_model, s_a, null, cancellation)),
        [typeof(AccumulatedLocalEffects<>)] = Use(() => new AccumulatedLocalEffects<One> { Background = s_rows }, (effects, cancellation) => _ = effects.Of(s_model, s_a, null, cancellation)),
        [typeof(PermutationImportance<>)] = Use(() => new PermutationImportance<One>(), (importance, cancellation) => _ = importance.Measure(s_model, s_rows, null, cancellation)),
        [typeof(InteractionStrength<>)] = Use(() => new InteractionStrength<One> { Background = s_few }, (strength, cancellation) => _ = strength.Measure(s_model, null, cancellation)),
        [typeof(RandomExplainer<>)] = Use(() => new RandomExplainer<One> { Background = s_rows }, (random, cancellation) => _ = Explain(random, cancellation)),
        [typeof(KernelShap<>)] = Use(() => new KernelShap<One> { Background = s_rows }, (shap, cancellation) => _ = shap.Values(s_model, s_one, cancellation)),
        [typeof(PermutationShap<>)] = Use(() => new PermutationShap<One> { Background = s_rows.Select([0, 1]) }, (shap, cancellation) => _ = shap.Values(s_model, s_one, cancellation)),
        [typeof(Certifier<>)] = Use(() => new Certifier<One> { Explainer = new Lime<One> { Neighborhood = s_around } }, (certifier, cancellation) => _ = certifier.Explain(s_model, s_one, cancellation)),
        [typeof(SeedVariance<>)] = Use(() => new SeedVariance<One> { Explainer = Seeded }, (metric, cancellation) => _ = metric.Evaluate(Seeded(0), s_model, s_rows, cancellation: cancellation)),
        [typeof(ResamplingStability<>)] = Use(() => new ResamplingStability<One> { Explainer = Seeded }, (metric, cancellation) => _ = metric.Evaluate(Seeded(0), s_model, s_rows, cancellation: cancellation)),
        [typeof(Stability<>)] = Use(() => new Stability<One> { Neighborhood = s_around }, (metric, cancellation) => _ = metric.Evaluate(Seeded(0), s_model, s_few, cancellation: cancellation)),
        [typeof(NeighborhoodFidelity<>)] = Use(() => new NeighborhoodFidelity<One> { Neighborhood = s_around }, (metric, cancellation) => _ = metric.Evaluate(Seeded(0), s_model, s_few, cancellation: cancellation)),
        [typeof(Unidirectionality<>)] = Use(() => new Unidirectionality<One>(), (metric, cancellation) => _ = metric.Evaluate(Seeded(0), s_model, s_few, cancellation: cancellation)),
        [typeof(CoefficientInconsistency<>)] = Use(() => new CoefficientInconsistency<One>(), (metric, cancellation) => _ = metric.Evaluate(Seeded(0), s_model, s_few, cancellation: cancellation)),
        [typeof(TrivialExplainer<>)] = Use(() => new TrivialExplainer<One> { Background = s_rows }, (trivial, cancellation) => _ = Explain(trivial, cancellation)),
        [typeof(TreeShap<>)] = Use(() => new TreeShap<One> { Background = s_rows }, (shap, cancellation) => _ = shap.Values(s_forest, s_one, cancellation)),
        [typeof(Consensus<>)] = Use(() => new Consensus<One> { Explainers = [new Lime<One> { Neighborhood = s_around }, new Linex<One> { Neighborhood = s_around }] }, (consensus, cancellation) => _ = consensus.Explain(s_model, s_one, cancellation)),
        [typeof(WordTokenizer)] = Use(() => new WordTokenizer(), (tokenizer, cancellation) => _ = new TokenizedText("a b c", TextMode.BagOfWords, tokenizer)),
        [typeof(RandomForest<>)] = Use(() => new RandomForest<One> { Trees = 2 }, (forest, cancellation) => _ = forest.Train(s_rows, cancellation)),
        [typeof(QueryBudget)] = Use(() => new QueryBudget(), (budget, cancellation) => _ = Ask(new(Client(), new("http://localhost/"), "score") { Budget = budget }, cancellation)),
        [typeof(RemoteModel<>)] = Use(() => new RemoteModel<One>(Client(), new("http://localhost/"), "score"), (model, cancellation) => _ = Ask(model, cancellation)),
        [typeof(FileReceiptLog)] = Use(() => new FileReceiptLog(Path.Combine(AppContext.BaseDirectory, "odd-options.jsonl")), (log, cancellation) => _ = log.Append(s_receipt)),
        [typeof(DatabaseReceiptLog)] = Use(() => new DatabaseReceiptLog(() => new SqliteConnection($"Data Source={Path.Combine(AppContext.BaseDirectory, "odd-options.db")}")), (log, cancellation) => _ = log.Append(s_receipt)),
        [typeof(CsvOptions)] = Use(() => new CsvOptions(), (options, cancellation) => _ = Csv.Read<One>(new StringReader("A\n1\n"), options)),
        [typeof(SummaryOptions<>)] = Use(() => new SummaryOptions<One>(), (options, cancellation) => _ = new PortfolioSummary<One>(options).ToString()),
        [typeof(SlicSegmentation)] = Use(() => new SlicSegmentation(), (image, cancellation) => _ = image.Segment(s_image, s_shape, cancellation)),
        [typeof(GridSegmentation)] = Use(() => new GridSegmentation(), (image, cancellation) => _ = image.Segment(s_image, s_shape, cancellation)),
        [typeof(QuickshiftSegmentation)] = Use(() => new QuickshiftSegmentation(), (image, cancellation) => _ = image.Segment(s_image, s_shape, cancellation)),
        [typeof(NaiveBayesTrainer)] = Use(() => new NaiveBayesTrainer(), (trainer, cancellation) => _ = trainer.Train(["a b", "c d"], ["x", "y"])),
        [typeof(Word2VecTrainer)] = Use(() => new Word2VecTrainer(), (trainer, cancellation) => _ = Words(trainer with { Epochs = Math.Min(trainer.Epochs, 1) }, cancellation)),
        [typeof(RidgeRegression)] = Use(() => new RidgeRegression(), (model, cancellation) => _ = model.Begin(1)),
        [typeof(HuberRegression)] = Use(() => new HuberRegression(), (model, cancellation) => _ = model.Begin(1)),
        [typeof(GradientDescent)] = Use(() => new GradientDescent(), (model, cancellation) => _ = model.Begin(1)),
    };

    /// <summary>What is computed rather than made.</summary>
    public static IEnumerable<object> Results { get; } =
    [
        s_rows, s_model, s_maple, s_words, s_forest, FeatureSchema.Of<One>(), s_rows.Statistics, Explain(new Lime<One> { Neighborhood = s_around }, default),
        new KernelShap<One> { Background = s_rows }.Values(s_model, s_one), new KernelShap<One> { Background = s_rows }.Interactions(s_model, s_one), new Certifier<One> { Explainer = new Lime<One> { Neighborhood = s_around } }.Explain(s_model, s_one),
        new GlobalSurrogate<One> { Background = s_rows }.Fit(s_model), new NaiveBayesTrainer().Train(["a b", "c d"], ["x", "y"]), new TokenizedText("a b c", TextMode.BagOfWords),
        new GridSegmentation().Segment(s_image, s_shape), new CachedModel<One>(s_model), ExplainedRows<One>.Of(Seeded(0), s_model, s_few),
        MetricTable<One>.Of([Seeded(0)], [new Infidelity<One>()], s_model, s_few), new ResultConverter<Explanation<One>>(), Fill.Mean, new RandomStream(1, "rows"), FeatureSelection.All,
        Summarized(), s_explained.TrustRegion(s_model),
        new PartialDependence<One> { Background = s_few }.Of(s_model, s_a), new AccumulatedLocalEffects<One> { Background = s_few }.Of(s_model, s_a), new PermutationImportance<One>().Measure(s_model, s_few),
        new PermutationImportance<One>().Plan(s_model, s_few), new InteractionStrength<One> { Background = s_few }.Measure(s_model),
    ];

    [FeatureRecord]
    public sealed partial record One([Numeric(0, 10)] double A);

    private static (Func<object>, Action<object, CancellationToken>) Use<TOptions>(Func<TOptions> make, Action<TOptions, CancellationToken> use)
        where TOptions : notnull =>
        (() => Copy(make()), (options, cancellation) => use((TOptions)options, cancellation));

    /// <summary>Records are copied, so that setting an option changes no shared one.</summary>
    private static object Copy(object options) => options.GetType().GetMethod("<Clone>$")?.Invoke(options, []) ?? options;

    private static Explanation<One> Explain(IExplainer<One> explainer, CancellationToken cancellation) => explainer.Explain(s_model, s_one, cancellation);

    private static PortfolioSummary<One> Summarized()
    {
        PortfolioSummary<One> summary = new(new() { Background = s_rows, Segments = FeatureSchema.Of<One>().Features });
        summary.Add(Explain(new Lime<One> { Neighborhood = s_around }, default));
        return summary;
    }

    private static Explanation<One> Around(INeighborhood<One> around, CancellationToken cancellation) => Explain(new Lime<One> { Neighborhood = around }, cancellation);

    private static Lime<One> Seeded(int seed) => new() { Neighborhood = s_around, Seed = seed };

    private static Word2Vec Words(Word2VecTrainer trainer, CancellationToken cancellation = default) => trainer.Train(["a b c a b c", "b c a"], null, cancellation);

    private static double Ask(RemoteModel<One> model, CancellationToken cancellation) => model.Predict(s_one, cancellation);

    private static HttpClient Client() => new(new OneAnswer());

    private sealed class OneAnswer : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new(HttpStatusCode.OK) { Content = new StringContent("[[1]]") };

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));
    }
}
