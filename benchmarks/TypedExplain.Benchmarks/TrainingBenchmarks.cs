using BenchmarkDotNet.Attributes;
using TypedExplain.Training;

namespace TypedExplain.Benchmarks;

/// <summary>Ten epochs over 1000 rows of four numbers, 2 × 200 units, on one thread.</summary>
[MemoryDiagnoser]
public class TrainingBenchmarks
{
    private Dataset<Quad> _rows = null!;

    [GlobalSetup]
    public void Setup()
    {
        RandomStream stream = new(1, "rows");
        Dataset<Quad> rows = new(Enumerable.Range(0, 1000).Select(i => new Quad(stream.Uniform(4 * i), stream.Uniform((4 * i) + 1), stream.Uniform((4 * i) + 2), stream.Uniform((4 * i) + 3))));
        _rows = rows.WithTarget(rows.Rows.Select(row => Quad.Model.Predict(row)));
    }

    [Benchmark(Baseline = true)]
    public Mlp<Quad> None() => Train(null);

    [Benchmark]
    public Mlp<Quad> Fidelity() => Train(new FidelityRegularizer<Quad>());

    [Benchmark]
    public Mlp<Quad> OneFeatureFidelity() => Train(new OneFeatureFidelityRegularizer<Quad>());

    [Benchmark]
    public Mlp<Quad> Stability() => Train(new StabilityRegularizer<Quad>());

    private Mlp<Quad> Train(IRegularizer<Quad>? regularizer) =>
        new ExpoTrainer<Quad> { HiddenUnits = [200, 200], MaxEpochs = 10, Regularizer = regularizer }.Train(_rows);
}
