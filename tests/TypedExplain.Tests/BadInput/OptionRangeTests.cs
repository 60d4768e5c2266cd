using System.Net;
using System.Reflection;
using TypedExplain.Media;
using TypedExplain.Tests.Support;

namespace TypedExplain.Tests.BadInput;

/// <summary>What an option states with <c>[OptionRange]</c>, which the compiler checks, is what the running program refuses.</summary>
public partial class OptionRangeTests
{
    private static readonly One s_one = new(4);
    private static readonly Dataset<One> s_rows = new Dataset<One>([.. Enumerable.Range(0, 40).Select(i => new One(i / 4.0))]).WithTarget([.. Enumerable.Range(0, 40).Select(i => i * 2.0)]);
    private static readonly IModel<One> s_model = Model.From<One>(one => one.A * 3);
    private static readonly GaussianNeighborhood<One> s_around = new() { Samples = 20 };
    private static readonly FittedMaple<One> s_maple = new Maple<One> { Background = s_rows, Trees = 2 }.Fit(s_model);
    private static readonly ImageShape s_shape = new(4, 4, 1);
    private static readonly float[] s_image = [.. Enumerable.Range(0, 16).Select(i => i / 16f)];
    private static readonly Word2Vec s_words = Words(new());

    private static readonly Dictionary<Type, (Func<object> Make, Action<object> Use)> s_uses = new()
    {
        [typeof(GaussianNeighborhood<>)] = Use(() => s_around, around => _ = Around(around)),
        [typeof(BinnedNeighborhood<>)] = Use(() => new BinnedNeighborhood<One> { Background = s_rows }, around => _ = Around(around)),
        [typeof(KdeNeighborhood<>)] = Use(() => new KdeNeighborhood<One> { Background = s_rows }, around => _ = Around(around)),
        [typeof(TrainingSelection<>)] = Use(() => new TrainingSelection<One> { Weights = s_maple.Weights }, around => _ = Around(around)),
        [typeof(MediaNeighborhood<>)] = Use(() => new MediaNeighborhood<One>(), around => _ = Around(around)),
        [typeof(ExponentialKernel)] = Use(() => new ExponentialKernel(), kernel => kernel.Weigh([1, 2], 1)),
        [typeof(NormalKernel)] = Use(() => new NormalKernel { Radius = 1 }, kernel => kernel.Weigh([1, 2], 1)),
        [typeof(MaskedText)] = Use(() => new MaskedText(), text => _ = text.Around("a b c", new(1, "rows"))),
        [typeof(MaskedImage)] = Use(() => new MaskedImage(), image => _ = image.Around(s_image, s_shape, new(1, "rows"))),
        [typeof(Word2VecNeighborhood)] = Use(() => new Word2VecNeighborhood { Words = s_words }, text => _ = text.Around("a b c", new(1, "rows"))),
        [typeof(ExplanationStandard)] = Use(() => new ExplanationStandard(), standard => _ = Explain(new Lime<One> { Neighborhood = s_around }).Missed(standard)),
        [typeof(Lime<>)] = Use(() => new Lime<One> { Neighborhood = s_around }, lime => _ = Explain(lime)),
        [typeof(SmoothedLime<>)] = Use(() => new SmoothedLime<One> { Neighborhood = s_around }, lime => _ = Explain(lime)),
        [typeof(Linex<>)] = Use(() => new Linex<One> { Neighborhood = s_around, Redraws = 1 }, linex => _ = Explain(linex)),
        [typeof(ForestAdjustment)] = Use(() => new ForestAdjustment(), forests => _ = Explain(new Lime<One> { Neighborhood = s_around, Adjustment = forests })),
        [typeof(Melime<>)] = Use(() => new Melime<One> { Neighborhood = s_around, Batches = 2 }, melime => _ = Explain(melime)),
        [typeof(Maple<>)] = Use(() => new Maple<One> { Background = s_rows, Trees = 2 }, maple => _ = maple.Fit(s_model)),
        [typeof(GlobalSurrogate<>)] = Use(() => new GlobalSurrogate<One> { Background = s_rows }, surrogate => _ = surrogate.Fit(s_model)),
        [typeof(RandomExplainer<>)] = Use(() => new RandomExplainer<One> { Background = s_rows }, random => _ = Explain(random)),
        [typeof(KernelShap<>)] = Use(() => new KernelShap<One> { Background = s_rows }, shap => _ = shap.Values(s_model, s_one)),
        [typeof(PermutationShap<>)] = Use(() => new PermutationShap<One> { Background = s_rows.Select([0, 1]) }, shap => _ = shap.Values(s_model, s_one)),
        [typeof(Certifier<>)] = Use(() => new Certifier<One> { Explainer = new Lime<One> { Neighborhood = s_around } }, certifier => _ = certifier.Explain(s_model, s_one)),
        [typeof(SeedVariance<>)] = Use(() => new SeedVariance<One> { Explainer = Seeded }, metric => _ = metric.Evaluate(Seeded(0), s_model, s_rows)),
        [typeof(ResamplingStability<>)] = Use(() => new ResamplingStability<One> { Explainer = Seeded }, metric => _ = metric.Evaluate(Seeded(0), s_model, s_rows)),
        [typeof(RandomForest<>)] = Use(() => new RandomForest<One> { Trees = 2 }, forest => _ = forest.Train(s_rows)),
        [typeof(QueryBudget)] = Use(() => new QueryBudget(), budget => _ = Ask(new(Client(), new("http://localhost/"), "score") { Budget = budget })),
        [typeof(RemoteModel<>)] = Use(() => new RemoteModel<One>(Client(), new("http://localhost/"), "score"), model => _ = Ask(model)),
        [typeof(CsvOptions)] = Use(() => new CsvOptions(), options => _ = Csv.Read<One>(new StringReader("A\n1\n"), options)),
        [typeof(SlicSegmentation)] = Use(() => new SlicSegmentation(), image => _ = image.Segment(s_image, s_shape)),
        [typeof(GridSegmentation)] = Use(() => new GridSegmentation(), image => _ = image.Segment(s_image, s_shape)),
        [typeof(QuickshiftSegmentation)] = Use(() => new QuickshiftSegmentation(), image => _ = image.Segment(s_image, s_shape)),
        [typeof(NaiveBayesTrainer)] = Use(() => new NaiveBayesTrainer(), trainer => _ = trainer.Train(["a b", "c d"], ["x", "y"])),
        [typeof(Word2VecTrainer)] = Use(() => new Word2VecTrainer(), trainer => _ = Words(trainer with { Epochs = Math.Min(trainer.Epochs, 1) })),
        [typeof(RidgeRegression)] = Use(() => new RidgeRegression(), model => _ = model.Begin(1)),
        [typeof(HuberRegression)] = Use(() => new HuberRegression(), model => _ = model.Begin(1)),
        [typeof(GradientDescent)] = Use(() => new GradientDescent(), model => _ = model.Begin(1)),
    };

    public static TheoryData<Type, string> Options { get; } = RangedOptions.In(typeof(OptionRangeAttribute).Assembly);

    [Theory]
    [MemberData(nameof(Options))]
    public void The_stated_range_is_what_is_refused(Type type, string option)
    {
        Assert.True(s_uses.TryGetValue(type, out (Func<object> Make, Action<object> Use) uses), $"{type} has a range and no use here");
        PropertyInfo property = uses.Make().GetType().GetProperty(option)!;

        RangedOptions.Agree(property, uses.Make, uses.Use);
    }

    [FeatureRecord]
    public sealed partial record One([Numeric(0, 10)] double A);

    private static (Func<object>, Action<object>) Use<TOptions>(Func<TOptions> make, Action<TOptions> use)
        where TOptions : notnull =>
        (() => Copy(make()), options => use((TOptions)options));

    /// <summary>Records are copied, so that setting an option changes no shared one.</summary>
    private static object Copy(object options) => options.GetType().GetMethod("<Clone>$")?.Invoke(options, []) ?? options;

    private static Explanation<One> Explain(IExplainer<One> explainer) => explainer.Explain(s_model, s_one);

    private static Explanation<One> Around(INeighborhood<One> around) => Explain(new Lime<One> { Neighborhood = around });

    private static Lime<One> Seeded(int seed) => new() { Neighborhood = s_around, Seed = seed };

    private static Word2Vec Words(Word2VecTrainer trainer) => trainer.Train(["a b c a b c", "b c a"], null, default);

    private static double Ask(RemoteModel<One> model) => model.Predict(s_one);

    private static HttpClient Client() => new(new OneAnswer());

    private sealed class OneAnswer : HttpMessageHandler
    {
        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
            new(HttpStatusCode.OK) { Content = new StringContent("[[1]]") };

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => Task.FromResult(Send(request, cancellationToken));
    }
}
