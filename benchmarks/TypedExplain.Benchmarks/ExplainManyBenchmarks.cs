using BenchmarkDotNet.Attributes;

namespace TypedExplain.Benchmarks;

/// <summary>A thousand explanations on one thread and on two.</summary>
[MemoryDiagnoser]
public class ExplainManyBenchmarks
{
    private readonly Linex<Quad> _linex = new() { Neighborhood = new GaussianNeighborhood<Quad> { Samples = 500 } };
    private Quad[] _rows = [];

    [Params(1, 2)]
    public int Threads { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        RandomStream stream = new(1, "rows");
        _rows = [.. Enumerable.Range(0, 1000).Select(i => new Quad(stream.Uniform(4 * i), stream.Uniform((4 * i) + 1), stream.Uniform((4 * i) + 2), stream.Uniform((4 * i) + 3)))];
    }

    [Benchmark]
    public IReadOnlyList<Explanation<Quad>> ExplainMany() => _linex.ExplainMany(Quad.Model, _rows, threads: Threads).Results;
}
