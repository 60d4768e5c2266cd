using BenchmarkDotNet.Attributes;
using TypedExplain.Training;

namespace TypedExplain.Benchmarks;

/// <summary>
/// One training step: 8-100-100-100-1, 32 of 1024 rows; with a regularizer also 10 samples around each of 32 points. The
/// rows and the target are functions of a counter, so that programs in other languages can do the same work.
/// </summary>
[MemoryDiagnoser]
public class ExpoStepBenchmarks
{
    private const int Rows = 1024, Columns = 8, Batch = 32, Epochs = 20;

    private Dataset<Octet> _rows = null!, _validation = null!;

    /// <summary>The regularizer.</summary>
    [Params("none", "fidelity", "1d")]
    public string Task { get; set; } = "none";

    [GlobalSetup]
    public void Setup()
    {
        double[][] rows = [.. Enumerable.Range(0, Rows).Select(row => Enumerable.Range(row * Columns, Columns).Select(i => ((2 * Uniform((ulong)i)) - 1) * Math.Sqrt(3)).ToArray())];
        _rows = new Dataset<Octet>(rows.Select(row => new Octet(row))).WithTarget(rows.Select(Analytic));

        // As few as can be: what is measured are steps.
        _validation = _rows.Select([0, 1]);
    }

    [Benchmark(OperationsPerInvoke = Epochs * (Rows / Batch))]
    public Mlp<Octet> Step() => new ExpoTrainer<Octet>
    {
        HiddenUnits = [100, 100, 100],
        BatchSize = Batch,
        RegularizationBatchSize = Batch,
        MaxEpochs = Epochs,
        Regularizer = Task switch
        {
            "fidelity" => new FidelityRegularizer<Octet> { Samples = 10, Scale = RegularizerScale.Absolute },
            "1d" => new OneFeatureFidelityRegularizer<Octet> { Samples = 10, Scale = RegularizerScale.Absolute },
            _ => null,
        },
    }.Train(_rows, _validation);

    /// <summary>splitmix64 of an index, from 0 to 1.</summary>
    private static double Uniform(ulong index)
    {
        ulong z = unchecked(((1UL << 32) + index + 1) * 0x9E3779B97F4A7C15);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    private static double Analytic(double[] x)
    {
        double z = 0, root = Math.Sqrt(Columns);
        for (int i = 0; i < Columns; i++)
        {
            z += (i % 2 == 0 ? 1 : -1) * (1 + (i % 7)) / (4 * root) * Math.Sin(x[i]);
            if (i < Columns - 1)
                z += ((i % 3) - 1) / (2 * root) * x[i] * x[i + 1];
        }

        return 1 / (1 + Math.Exp(-z));
    }
}
