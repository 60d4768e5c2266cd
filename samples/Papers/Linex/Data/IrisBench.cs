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

    public IrisBench(int seed, int environments, int samples, Dataset<Flower>? asked = null)
    {
        (_seed, _environments, _samples) = (seed, environments, samples);
        (_train, Dataset<Flower> test) = AllFlowers().Split(testFraction: 0.2, seed);
        Asked = asked ?? test;
        Forest<Flower> forest = new RandomForest<Flower> { Seed = seed, MaxThreads = 1 }.Train(_train);

        // The paper explains the probability itself, and not its log odds.
        _model = forest.Output(Species.Setosa).As(OutputKind.Score);
        _maple = new Maple<Flower> { Background = _train, Seed = seed, MaxThreads = 1 }.Fit(_model);
        Quality = Accuracy(forest, test);
    }

    /// <inheritdoc/>
    public override Dataset<Flower> Asked { get; }

    /// <inheritdoc/>
    public override double Quality { get; }

    /// <inheritdoc/>
    public override int Neighbors => 3;

    /// <summary>The 150 flowers with their species.</summary>
    public static Dataset<Flower> AllFlowers()
    {
        Dataset<Iris> given = IrisData.Load();
        return new Dataset<Flower>(given.Rows.Select(row => new Flower(row.SepalLength, row.SepalWidth, row.PetalLength, row.PetalWidth))).WithLabels(given.Target!.Values.Select(label => (Species)(int)label));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Explanation<Flower>> Explain(IExplainer<Flower> explainer, CancellationToken cancellation) =>
        explainer.ExplainMany(_model, Asked.Rows, threads: 1, cancellation: cancellation).Results;

    /// <inheritdoc/>
    public override IReadOnlyList<Method<Flower>> Methods(Convention convention)
    {
        GaussianNeighborhood<Flower> balanced = new() { Background = _train, Samples = _samples }, around = balanced with { Design = SamplingDesign.Independent };
        KdeNeighborhood<Flower> density = new() { Background = _train, Samples = _samples, Components = 3 };
        TrainingSelection<Flower> selection = new() { Weights = _maple.Weights, Samples = Math.Min(_samples, _maple.Weights.Rows.Count) + 1 };
        TableMethods<Flower> methods = new(convention, _environments, _seed, (neighborhood, width) => Measured(neighborhood, width, convention));
        return
        [
            new("LIME", width => methods.Lime(around, width)),
            new("S-LIME", width => methods.SmoothedLime(around, width)),
            new("LINEX/rand", width => methods.Linex(around, width)),
            new("LINEX*/rand", width => methods.LinexToday(balanced, width)),
            new("MeLIME", width => methods.Melime(density, width)),
            new("LINEX/real", width => methods.Linex(density, width)),
            new("LINEX*/real", width => methods.LinexToday(density, width)),
            new("MAPLE", width => methods.Maple(_maple, width)) { HasWidth = false },
            new("LINEX/mpl", width => methods.Linex(selection, width)) { HasWidth = false },
            new("LINEX*/mpl", width => methods.LinexToday(selection, width)) { HasWidth = false },
            new("SHAP", _ => new KernelShap<Flower> { Background = _train, Seed = _seed }) { HasWidth = false },
            new("trivial", _ => new TrivialExplainer<Flower> { Background = _train }) { HasWidth = false },
            new("random", _ => new RandomExplainer<Flower> { Background = _train, Seed = _seed }) { HasWidth = false },
        ];
    }

    private static INeighborhood<Flower> Measured(INeighborhood<Flower> neighborhood, double width, Convention convention) => (convention.HasRawUnits, neighborhood) switch
    {
        (false, _) => neighborhood,
        (_, IWeightedNeighborhood<Flower> weighted) => new RemeasuredWeighted<Flower>(weighted, s_raw),
        _ when convention.HasRawDistances => new Remeasured<Flower>(neighborhood, s_raw),
        _ => new StandardDistances<Flower>(neighborhood, s_raw, TableMethods<Flower>.Kernel(width)),
    };

    private static double Accuracy(Forest<Flower> forest, Dataset<Flower> test)
    {
        int classes = forest.Outputs.Length;
        double[] scores = new double[test.Count * classes];
        forest.Score(test.Encoded, scores);
        return Enumerable.Range(0, test.Count).Count(row => scores.AsSpan(row * classes, classes).IndexOfMax() == (int)test.Target!.Values[row]) / (double)test.Count;
    }
}
