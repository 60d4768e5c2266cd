using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using TypedExplain.Training.Kernels;
using RunSummary = BenchmarkDotNet.Reports.Summary;

namespace TypedExplain.Benchmarks;

/// <summary>The products of a training step, on one thread, in the three forms that a layer needs.</summary>
[Config(typeof(Speed))]
public class MatrixProductBenchmarks
{
    private readonly Scratch<float> _scratch = new();
    private float[] _left = [], _right = [], _product = [];

    /// <summary>Rows × inputs × outputs.</summary>
    [Params("64x64x64", "256x256x256", "512x512x512", "512x200x200", "128x12x100", "3424x400x400")]
    public string Shape { get; set; } = "";

    private int M => Part(0);

    private int K => Part(1);

    private int N => Part(2);

    [GlobalSetup]
    public void Setup()
    {
        _left = [.. Enumerable.Range(0, M * K).Select(i => (i % 17) - 8f)];
        _right = [.. Enumerable.Range(0, K * N).Select(i => (i % 13) - 6f)];
        _product = new float[M * N];
    }

    [Benchmark(Baseline = true)]
    public void Forward() => MatrixProduct.Multiply(new MatrixView<float>(_left, M, K), new MatrixView<float>(_right, K, N), _product.AsSpan(), _scratch);

    [Benchmark]
    public void LeftTransposed() => MatrixProduct.Multiply(new MatrixView<float>(_left, K, M).Transposed, new MatrixView<float>(_right, K, N), _product.AsSpan(), _scratch);

    [Benchmark]
    public void RightTransposed() => MatrixProduct.Multiply(new MatrixView<float>(_left, M, K), new MatrixView<float>(_right, N, K).Transposed, _product.AsSpan(), _scratch);

    private int Part(int index) => int.Parse(Shape.Split('x')[index], System.Globalization.CultureInfo.InvariantCulture);

    private sealed class Speed : ManualConfig
    {
        public Speed() => AddColumn(new GigaFlops());
    }

    /// <summary>Two operations per product of a row and a column, over the mean time.</summary>
    private sealed class GigaFlops : IColumn
    {
        public string Id => nameof(GigaFlops);

        public string ColumnName => "GFLOP/s";

        public bool AlwaysShow => true;

        public ColumnCategory Category => ColumnCategory.Custom;

        public int PriorityInCategory => 0;

        public bool IsNumeric => true;

        public UnitType UnitType => UnitType.Dimensionless;

        public string Legend => "10⁹ additions and multiplications a second";

        public string GetValue(RunSummary summary, BenchmarkCase benchmark)
        {
            double operations = 2.0 * ((string)benchmark.Parameters["Shape"]).Split('x').Select(part => double.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).Aggregate((a, b) => a * b);
            return summary[benchmark]?.ResultStatistics is { } time ? (operations / time.Mean).ToString("F0", System.Globalization.CultureInfo.InvariantCulture) : "?";
        }

        public string GetValue(RunSummary summary, BenchmarkCase benchmark, SummaryStyle style) => GetValue(summary, benchmark);

        public bool IsAvailable(RunSummary summary) => true;

        public bool IsDefault(RunSummary summary, BenchmarkCase benchmark) => false;
    }
}
