namespace Papers;

/// <summary>MEPS: a forest's logarithm of the number of visits, 500 samples, 5 features, 10 neighboring persons.</summary>
public sealed class MepsBench : Bench<Respondent>
{
    private readonly Dataset<Respondent> _train;
    private readonly Forest<Respondent> _forest;
    private readonly Lazy<FittedMaple<Respondent>> _maple;
    private readonly int _seed;
    private readonly int _environments;
    private readonly int _samples;

    public MepsBench(Dataset<Respondent> all, int seed, int environments, int samples, int asked)
    {
        (_seed, _environments, _samples) = (seed, environments, samples);
        (_train, Dataset<Respondent> test) = all.Split(testFraction: 0.2, seed);
        _forest = new RandomForest<Respondent> { MinLeafRows = 5, Seed = seed, MaxThreads = 1 }.Train(_train);
        _maple = new(() => new Maple<Respondent> { Background = _train, Seed = seed, MaxThreads = 1 }.Fit(_forest));
        double[] answers = new double[test.Count];
        _forest.Score(test.Encoded, answers);
        double mean = test.Target!.Values.Average();
        Quality = 1 - (answers.Zip(test.Target.Values, (answer, target) => (answer - target) * (answer - target)).Sum() / test.Target.Values.Sum(target => (target - mean) * (target - mean)));
        Asked = test.Select([.. Enumerable.Range(0, Math.Min(asked, test.Count))]);
    }

    /// <inheritdoc/>
    public override Dataset<Respondent> Asked { get; }

    /// <inheritdoc/>
    public override double Quality { get; }

    /// <inheritdoc/>
    public override int Neighbors => 10;

    /// <summary>The persons with at least one visit, with the logarithm of their visits.</summary>
    public static Dataset<Respondent> Load(string file)
    {
        CsvResult<Respondent> read = Csv.Read<Respondent>(file, new CsvOptions { Target = "UTILIZATION" });
        int[] some = [.. Enumerable.Range(0, read.Rows.Length).Where(row => read.Targets[row] > 0)];
        return new Dataset<Respondent>(some.Select(row => read.Rows[row])).WithTarget(some.Select(row => Math.Log(read.Targets[row])));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Explanation<Respondent>> Explain(IExplainer<Respondent> explainer, CancellationToken cancellation) =>
        explainer.ExplainMany(_forest, Asked.Rows, threads: 1, cancellation: cancellation).Results;

    /// <inheritdoc/>
    public override IReadOnlyList<Method<Respondent>> Methods(Convention convention)
    {
        GaussianNeighborhood<Respondent> balanced = new() { Background = _train, Samples = _samples }, around = balanced with { Design = SamplingDesign.Independent };
        TrainingSelection<Respondent> Selection() => new() { Weights = _maple.Value.Weights, Samples = _samples + 1 };
        TableMethods<Respondent> methods = new(convention, _environments, _seed, (neighborhood, _) => neighborhood) { Selection = FeatureSelection.Auto(5) };
        return
        [
            new("LIME", width => methods.Lime(around, width)),
            new("S-LIME", width => methods.SmoothedLime(around, width)),
            new("LINEX/rand", width => methods.Linex(around, width)),
            new("LINEX*/rand", width => methods.LinexToday(balanced, width)),
            new("MAPLE", width => methods.Maple(_maple.Value, width)) { HasWidth = false },
            new("LINEX/mpl", width => methods.Linex(Selection(), width)) { HasWidth = false },
            new("LINEX*/mpl", width => methods.LinexToday(Selection(), width)) { HasWidth = false },
            new("SHAP", _ => new TreeShap<Respondent> { Background = _train }) { HasWidth = false },
            new("trivial", _ => new TrivialExplainer<Respondent> { Background = _train }) { HasWidth = false },
            new("random", _ => new RandomExplainer<Respondent> { Background = _train, Seed = _seed }) { HasWidth = false },
        ];
    }
}
