using BenchmarkDotNet.Attributes;

namespace TypedExplain.Benchmarks;

/// <summary>Generated code at work: encoding a record, and drawing 500 neighbors and writing them in interpretable form.</summary>
[MemoryDiagnoser]
public class NeighborhoodBenchmarks
{
    private const int Samples = 500;

    private readonly Quad _instance = new(1, 2, -1, 0.5);
    private readonly double[] _encoded = new double[4], _neighbors = new double[Samples * 4], _interpretable = new double[Samples * 8];
    private GaussianNeighborhood<Quad> _around = null!;
    private BinnedNeighborhood<Quad> _bins = null!;
    private KdeNeighborhood<Quad> _density = null!;
    private Dataset<Quad> _rows = null!;
    private Forest<Quad> _forest = null!;

    [GlobalSetup]
    public void Setup()
    {
        RandomStream stream = new(1, "rows");
        double[] numbers = new double[1008];
        stream.FillNormal(0, numbers);
        _rows = new(numbers.Take(1000).Chunk(4).Select(own => new Quad(own[0], own[1], own[2], own[3])));
        _forest = new RandomForest<Quad>().Train(_rows.WithTarget(_rows.Rows.Select(row => Quad.Model.Predict(row))));
        _around = new() { Background = _rows, Samples = Samples };
        _bins = new() { Background = _rows, Samples = Samples };
        _density = new() { Background = _rows, Samples = Samples };
        FeatureSchema.Of<Quad>().Encode(_instance, _encoded);
        Perturb();
    }

    [Benchmark]
    public void Encode() => FeatureSchema.Of<Quad>().Encode(_instance, _encoded);

    [Benchmark]
    public void Perturb() => _around.Sample(_encoded, new RandomStream(0, "benchmark"), _neighbors);

    [Benchmark]
    public void PerturbByBins() => _bins.Sample(_encoded, new RandomStream(0, "benchmark"), _neighbors);

    [Benchmark]
    public void PerturbByDensity() => _density.Sample(_encoded, new RandomStream(0, "benchmark"), _neighbors);

    [Benchmark]
    public void Interpret() => _around.Statistics.Interpret(_encoded, _neighbors, _interpretable, 8);

    [Benchmark]
    public void AskAForest() => _forest.Score(new EncodedRows<Quad>(_neighbors), _interpretable.AsSpan(0, Samples));
}
