using BenchmarkDotNet.Attributes;

namespace TypedExplain.Benchmarks;

/// <summary>SHAP values of four features, by coalitions and read off a forest.</summary>
[MemoryDiagnoser]
public class ShapBenchmarks
{
    private static readonly Quad s_instance = new(1, 2, -1, 0.5);
    private IShapExplainer<Quad> _kernel = null!, _permutations = null!, _trees = null!, _interventional = null!;
    private Forest<Quad> _forest = null!;

    [Params(10, 100)]
    public int Background { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        RandomStream stream = new(1, "rows");
        Dataset<Quad> rows = new(Enumerable.Range(0, 1000).Select(i => new Quad(stream.Uniform(4 * i), stream.Uniform((4 * i) + 1), stream.Uniform((4 * i) + 2), stream.Uniform((4 * i) + 3))));
        _forest = new RandomForest<Quad>().Train(rows.WithTarget(rows.Rows.Select(row => Quad.Model.Predict(row))));
        WeightedRows<Quad> background = rows.Summarize(Background);
        _kernel = new KernelShap<Quad> { Background = background };
        _permutations = new PermutationShap<Quad> { Background = background };
        _trees = new TreeShap<Quad>();
        _interventional = new TreeShap<Quad> { Background = background, Expectation = TreeExpectation.Interventional };
    }

    [Benchmark(Baseline = true)]
    public ShapValues<Quad> Kernel() => _kernel.Values(Quad.Model, s_instance);

    [Benchmark]
    public ShapValues<Quad> Permutations() => _permutations.Values(Quad.Model, s_instance);

    [Benchmark]
    public ShapValues<Quad> KernelOfAForest() => _kernel.Values(_forest, s_instance);

    [Benchmark]
    public ShapValues<Quad> Trees() => _trees.Values(_forest, s_instance);

    [Benchmark]
    public ShapValues<Quad> TreesInterventional() => _interventional.Values(_forest, s_instance);
}
