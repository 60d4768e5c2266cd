using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Tasks.Inputs;

/// <summary>The rows and the black box that are functions of a counter, so that every program has the same.</summary>
public sealed class Analytic
{
    private const int Lanes = 4;

    private readonly int _d;
    private readonly double[] _a;

    // The last column has no next one: its factor is 0.
    private readonly double[] _c;

    /// <summary>The function of d numbers.</summary>
    /// <param name="d">A multiple of 4.</param>
    public Analytic(int d)
    {
        double root = Math.Sqrt(d);
        _d = d;
        _a = [.. Enumerable.Range(0, d).Select(i => (i % 2 == 0 ? 1 : -1) * (1 + (i % 7)) / (4 * root))];
        _c = [.. Enumerable.Range(0, d).Select(i => i == d - 1 ? 0 : ((i % 3) - 1) / (2 * root))];
    }

    /// <summary>f of each row.</summary>
    /// <param name="rows">The rows, one after the other.</param>
    /// <param name="answers">One number per row.</param>
    public void Score(ReadOnlySpan<double> rows, Span<double> answers)
    {
        ref double x = ref MemoryMarshal.GetReference(rows), a = ref MemoryMarshal.GetArrayDataReference(_a), c = ref MemoryMarshal.GetArrayDataReference(_c);
        for (int row = NarrowRows.Score(rows, _d, _a, _c, answers); row < answers.Length; row++)
        {
            nuint at = (nuint)(row * _d), i = 0;
            Vector256<double> sum = default, other = default;
            if (Vector512.IsHardwareAccelerated)
                sum = Wide(ref Unsafe.Add(ref x, at), ref a, ref c, ref i);
            for (; i + (2 * Lanes) < (nuint)_d; i += 2 * Lanes)
            {
                Vector256<double> one = Vector256.LoadUnsafe(ref x, at + i), two = Vector256.LoadUnsafe(ref x, at + i + Lanes);
                (Vector256<double> first, Vector256<double> second) = Sine.Of(one, two);
                sum = Add(sum, one, Vector256.LoadUnsafe(ref x, at + i + 1), first, ref a, ref c, i);
                other = Add(other, two, Vector256.LoadUnsafe(ref x, at + i + Lanes + 1), second, ref a, ref c, i + Lanes);
            }

            for (; i < (nuint)_d; i += Lanes)
            {
                Vector256<double> one = Vector256.LoadUnsafe(ref x, at + i);
                Vector256<double> next = i + Lanes < (nuint)_d ? Vector256.LoadUnsafe(ref x, at + i + 1) : Vector256.Shuffle(one, Vector256.Create(1L, 2, 3, 3));
                sum = Add(sum, one, next, Sine.Of(one, one).First, ref a, ref c, i);
            }

            answers[row] = Vector256.Sum(sum + other);
        }

        TensorPrimitives.Sigmoid(answers, answers);
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

    /// <summary>The sum over those numbers that fill two registers of 512 bits.</summary>
    private Vector256<double> Wide(ref double x, ref double a, ref double c, ref nuint i)
    {
        const int Wide = 2 * Lanes;
        Vector512<double> sum = default, other = default;
        for (; i + (2 * Wide) <= (nuint)_d; i += 2 * Wide)
        {
            Vector512<double> one = Vector512.LoadUnsafe(ref x, i), two = Vector512.LoadUnsafe(ref x, i + Wide);
            (Vector512<double> first, Vector512<double> second) = WideSine.Of(one, two);
            sum = Add(sum, one, Vector512.LoadUnsafe(ref x, i + 1), first, ref a, ref c, i);
            Vector512<double> next = i + (2 * Wide) < (nuint)_d ? Vector512.LoadUnsafe(ref x, i + Wide + 1) : Vector512.Shuffle(two, Vector512.Create(1L, 2, 3, 4, 5, 6, 7, 7));
            other = Add(other, two, next, second, ref a, ref c, i + Wide);
        }

        sum += other;
        return sum.GetLower() + sum.GetUpper();
    }

    private static Vector512<double> Add(Vector512<double> sum, Vector512<double> x, Vector512<double> next, Vector512<double> sine, ref double a, ref double c, nuint i) =>
        Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref c, i) * x, next, Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref a, i), sine, sum));

    private static Vector256<double> Add(Vector256<double> sum, Vector256<double> x, Vector256<double> next, Vector256<double> sine, ref double a, ref double c, nuint i) =>
        Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref c, i) * x, next, Vector256.FusedMultiplyAdd(Vector256.LoadUnsafe(ref a, i), sine, sum));
}
