using System.Buffers;
using System.Numerics.Tensors;

namespace TypedExplain.Tasks.Inputs;

/// <summary>The rows and the black box that are functions of a counter, so that every program has the same.</summary>
public sealed class Analytic
{
    private readonly int _d;
    private readonly double[] _a;
    private readonly double[] _c;

    public Analytic(int d)
    {
        double root = Math.Sqrt(d);
        _d = d;
        _a = [.. Enumerable.Range(0, d).Select(i => (i % 2 == 0 ? 1 : -1) * (1 + (i % 7)) / (4 * root))];
        _c = [.. Enumerable.Range(0, d - 1).Select(i => ((i % 3) - 1) / (2 * root))];
    }

    /// <summary>f of each row.</summary>
    /// <param name="rows">The rows, one after the other.</param>
    /// <param name="answers">One number per row.</param>
    public void Score(ReadOnlySpan<double> rows, Span<double> answers)
    {
        double[] rented = ArrayPool<double>.Shared.Rent(rows.Length);
        Span<double> sines = rented.AsSpan(0, rows.Length);
        TensorPrimitives.Sin(rows, sines);
        for (int row = 0, at = 0; row < answers.Length; row++, at += _d)
            answers[row] = -(TensorPrimitives.Dot(_a, sines.Slice(at, _d)) + Products(rows.Slice(at, _d), sines.Slice(at, _d - 1)));
        ArrayPool<double>.Shared.Return(rented);

        TensorPrimitives.Exp(answers, answers);
        TensorPrimitives.Add(answers, 1.0, answers);
        TensorPrimitives.Divide(1.0, answers, answers);
    }

    /// <summary>Row r of rows(1000, d).</summary>
    public static double[] Row(int row, int d) => [.. Enumerable.Range(0, d).Select(i => ((2 * Uniform(1, ((ulong)row * (ulong)d) + (ulong)i)) - 1) * Math.Sqrt(3))];

    /// <summary>splitmix64 as a hash of an index, from 0 to 1.</summary>
    private static double Uniform(ulong seed, ulong index)
    {
        ulong z = unchecked(((seed << 32) + index + 1) * 0x9E3779B97F4A7C15);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EB);
        return ((z ^ (z >> 31)) >> 11) * (1.0 / (1UL << 53));
    }

    /// <summary>Σ c_i·x_i·x_{i+1}; the sines are not needed any more and give their place.</summary>
    private double Products(ReadOnlySpan<double> row, Span<double> scratch)
    {
        TensorPrimitives.Multiply(row[..^1], row[1..], scratch);
        return TensorPrimitives.Dot(_c, scratch);
    }
}
