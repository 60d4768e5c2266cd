using BenchmarkDotNet.Attributes;

namespace TypedExplain.Benchmarks;

/// <summary>One explanation of four features, and what it allocates.</summary>
[MemoryDiagnoser]
public class ExplainBenchmarks
{
    private static readonly Quad s_instance = new(1, 2, -1, 0.5);
    private IExplainer<Quad> _lime = null!, _smoothed = null!, _linex = null!;

    [Params(500, 5000)]
    public int Samples { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        GaussianNeighborhood<Quad> around = new() { Samples = Samples };
        _lime = new Lime<Quad> { Neighborhood = around };
        _smoothed = new SmoothedLime<Quad> { Neighborhood = around };
        _linex = new Linex<Quad> { Neighborhood = around };
    }

    [Benchmark(Baseline = true)]
    public Explanation<Quad> Lime() => _lime.Explain(Quad.Model, s_instance);

    [Benchmark]
    public Explanation<Quad> SmoothedLime() => _smoothed.Explain(Quad.Model, s_instance);

    [Benchmark]
    public Explanation<Quad> Linex() => _linex.Explain(Quad.Model, s_instance);
}
