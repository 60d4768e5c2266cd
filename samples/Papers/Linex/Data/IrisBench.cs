using Quickstart;

namespace Papers;

/// <summary>Iris: a forest's probability of setosa, 10 samples, 3 neighboring flowers.</summary>
public sealed class IrisBench : Bench<Flower>
{
    private static readonly FeatureStatistics<Flower> s_raw = RawUnits.Of(new Flower(0, 0, 0, 0), new Flower(2, 2, 2, 2));

    private readonly Dataset<Flower> _train;
    private readonly IModel<Flower> _model;
    private readonly FittedMaple<Flower> _maple;
    private readonly int _seed;
    private readonly int _environments;
    private readonly int _samples;

    public IrisBench(int seed, int environments, int samples)
    {
        (_seed, _environments, _samples) = (seed, environments, samples);
        Dataset<Iris> given = IrisData.Load();
        Dataset<Flower> all = new Dataset<Flower>(given.Rows.Select(row => new Flower(row.SepalLength, row.SepalWidth, row.PetalLength, row.PetalWidth)))
            .WithLabels(given.Target!.Values.Select(label => (Species)(int)label));
        (_train, Asked) = all.Split(testFraction: 0.2, seed);
        Forest<Flower> forest = new RandomForest<Flower> { Seed = seed, MaxThreads = 1 }.Train(_train);
        _model = forest.Output(Species.Setosa);
        _maple = new Maple<Flower> { Background = _train, Seed = seed, MaxThreads = 1 }.Fit(_model);
        Quality = Accuracy(forest, Asked);
    }

    /// <inheritdoc/>
    public override Dataset<Flower> Asked { get; }

    /// <inheritdoc/>
    public override double Quality { get; }

    /// <inheritdoc/>
    public override int Neighbors => 3;

    /// <inheritdoc/>
    public override IReadOnlyList<Explanation<Flower>> Explain(IExplainer<Flower> explainer, CancellationToken cancellation) =>
        explainer.ExplainMany(_model, Asked.Rows, threads: 1, cancellation: cancellation);

    /// <inheritdoc/>
    public override IReadOnlyList<Method<Flower>> Methods(Convention convention)
    {
        INeighborhood<Flower> around = Measured(new GaussianNeighborhood<Flower> { Background = _train, Samples = _samples }, convention);
        INeighborhood<Flower> density = Measured(new KdeNeighborhood<Flower> { Background = _train, Samples = _samples, Components = 3 }, convention);
        TrainingSelection<Flower> selection = new() { Weights = _maple.Weights, Samples = Math.Min(_samples, _maple.Weights.Rows.Count) + 1 };
        INeighborhood<Flower> leaves = Measured(selection, convention), allLeaves = Measured(selection with { Samples = _maple.Weights.Rows.Count + 1 }, convention);
        return
        [
            new("LIME", "rand", width => Lime(around, width, convention)),
            new("S-LIME", "rand", width => new SmoothedLime<Flower> { Neighborhood = around, Kernel = Kernel(width), Environments = _environments, Intercept = convention.Intercept, Ridge = convention.Ridge, Bootstrap = convention.Bootstrap, Seed = _seed }),
            new("LINEX/rand", "rand", width => Linex(around, width, convention)),
            new("MeLIME", "real", width => convention.Intercept
                ? new Melime<Flower> { Neighborhood = density, Kernel = Kernel(width), ImportanceTolerance = 0.1, ErrorTolerance = 0.1, Seed = _seed }
                : Lime(density, width, convention)),
            new("LINEX/real", "real", width => Linex(density, width, convention)),
            new("MAPLE", "mpl", width => convention.Intercept ? _maple : Lime(allLeaves, width, convention)) { HasWidth = false },
            new("LINEX/mpl", "mpl", width => Linex(leaves, width, convention)) { HasWidth = false },
            new("SHAP", "", _ => new KernelShap<Flower> { Background = _train, Seed = _seed }) { HasWidth = false },
            new("trivial", "", _ => new TrivialExplainer<Flower> { Background = _train }) { HasWidth = false },
            new("random", "", _ => new RandomExplainer<Flower> { Background = _train, Seed = _seed }) { HasWidth = false },
        ];
    }

    private static ExponentialKernel Kernel(double width) => new() { Width = width };

    private static INeighborhood<Flower> Measured(INeighborhood<Flower> neighborhood, Convention convention) => (convention.HasRawUnits, neighborhood) switch
    {
        (false, _) => neighborhood,
        (_, IWeightedNeighborhood<Flower> weighted) => new RemeasuredWeighted<Flower>(weighted, s_raw),
        _ => new Remeasured<Flower>(neighborhood, s_raw),
    };

    private Lime<Flower> Lime(INeighborhood<Flower> neighborhood, double width, Convention convention) =>
        new() { Neighborhood = neighborhood, Kernel = Kernel(width), Intercept = convention.Intercept, Ridge = convention.Ridge, Seed = _seed };

    private Linex<Flower> Linex(INeighborhood<Flower> neighborhood, double width, Convention convention) => new()
    {
        Neighborhood = neighborhood,
        Kernel = Kernel(width),
        Environments = _environments,
        Intercept = convention.Intercept,
        Ridge = convention.Ridge,
        Bootstrap = convention.Bootstrap,
        Budget = convention.Budget,
        Seed = _seed,
    };

    private static double Accuracy(Forest<Flower> forest, Dataset<Flower> test)
    {
        int classes = forest.Outputs.Length;
        double[] scores = new double[test.Count * classes];
        forest.Score(test.Encoded, scores);
        return Enumerable.Range(0, test.Count).Count(row => scores.AsSpan(row * classes, classes).IndexOfMax() == (int)test.Target!.Values[row]) / (double)test.Count;
    }
}
