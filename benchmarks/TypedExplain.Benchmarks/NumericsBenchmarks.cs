using BenchmarkDotNet.Attributes;
using TypedExplain.Numerics;
using TypedExplain.Surrogates;

namespace TypedExplain.Benchmarks;

/// <summary>What an explanation is made of, for 500 rows of some width.</summary>
[MemoryDiagnoser]
public class NumericsBenchmarks
{
    private const int Rows = 500;

    private static readonly RandomStream s_stream = new(0, "benchmark");
    private double[] _table = [], _weights = [], _moments = [], _factor = [], _memory = [], _slopes = [];

    [Params(4, 32, 784)]
    public int Features { get; set; }

    private int Stride => Moments.Stride(Features + 2);

    [GlobalSetup]
    public void Setup()
    {
        _table = new double[Rows * Stride];
        _weights = new double[Rows];
        for (int row = 0; row < Rows; row++)
        {
            Span<double> own = _table.AsSpan(row * Stride, Features + 2);
            s_stream.For(row).FillNormal(0, own);
            (_weights[row], own[^1]) = (1 / (1 + (own[0] * own[0])), 1);
        }

        (_moments, _factor) = (new double[Stride * Stride], new double[Features * Features]);
        (_memory, _slopes) = (new double[NormalEquations.MemoryFor(Features)], new double[Features]);
        Moments.Of(_table, Stride, _weights, _moments);
    }

    [Benchmark]
    public double Normals()
    {
        s_stream.FillNormal(0, _table.AsSpan(0, Rows * Features));
        return _table[0];
    }

    [Benchmark]
    public double Exponentials()
    {
        _weights.AsSpan().Fill(-0.4);
        VectorMath.Exp(_weights);
        return _weights[0];
    }

    [Benchmark]
    public double Gram()
    {
        Moments.Of(_table, Stride, _weights, _moments);
        return _moments[0];
    }

    [Benchmark]
    public bool Factor()
    {
        WeightedRidge.Penalized(NormalEquations.From(_moments, Features, intercept: true, _memory), 1, _factor);
        return Cholesky.Factor(_factor, Features);
    }

    [Benchmark]
    public double Ridge()
    {
        WeightedRidge.Solve(NormalEquations.From(_moments, Features, intercept: true, _memory), 1, _slopes);
        return _slopes[0];
    }
}
