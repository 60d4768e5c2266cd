using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace TypedExplain.Tasks.Inputs;

/// <summary>Rows of four, eight or sixteen numbers, so that a few registers of 512 bits hold several whole ones.</summary>
internal static class NarrowRows
{
    private const int Width = 8, Registers = 4;

    /// <summary>The sums of the first rows; gives how many rows it has done, which is 0 where rows are wider or registers narrower.</summary>
    public static int Score(ReadOnlySpan<double> rows, int d, double[] sines, double[] products, Span<double> sums)
    {
        if (!Vector512.IsHardwareAccelerated || !Avx.IsSupported || d is not (4 or 8 or 16))
            return 0;
        if (d == 16)
            return ScoreTwice(rows, sines, products, sums);
        int done = sums.Length - (sums.Length % (Registers * Width / d));
        Vector512<double> a = Filled(sines), c = Filled(products);
        Vector512<long> next = d == Width ? Vector512.Create(1L, 2, 3, 4, 5, 6, 7, 7) : Vector512.Create(1L, 2, 3, 3, 5, 6, 7, 7);
        ref double x = ref MemoryMarshal.GetReference(rows), to = ref MemoryMarshal.GetReference(sums);
        for (nuint at = 0, row = 0; row < (nuint)done; at += Registers * Width)
        {
            (Vector512<double> s, Vector512<double> t) = Two(ref x, at, a, c, next);
            (Vector512<double> u, Vector512<double> v) = Two(ref x, at + (2 * Width), a, c, next);
            if (d == Width)
            {
                Sums(s.GetLower() + s.GetUpper(), t.GetLower() + t.GetUpper(), u.GetLower() + u.GetUpper(), v.GetLower() + v.GetUpper()).StoreUnsafe(ref to, row);
                row += 4;
                continue;
            }

            Sums(s.GetLower(), s.GetUpper(), t.GetLower(), t.GetUpper()).StoreUnsafe(ref to, row);
            Sums(u.GetLower(), u.GetUpper(), v.GetLower(), v.GetUpper()).StoreUnsafe(ref to, row + 4);
            row += 8;
        }

        return done;
    }

    /// <summary>Rows of two registers, four at a time.</summary>
    private static int ScoreTwice(ReadOnlySpan<double> rows, double[] sines, double[] products, Span<double> sums)
    {
        int done = sums.Length - (sums.Length % 4);
        Vector512<double> a = Vector512.Create(sines), b = Vector512.Create(sines, Width), c = Vector512.Create(products), d = Vector512.Create(products, Width);
        Vector512<long> next = Vector512.Create(1L, 2, 3, 4, 5, 6, 7, 7);
        ref double x = ref MemoryMarshal.GetReference(rows), to = ref MemoryMarshal.GetReference(sums);
        for (nuint at = 0, row = 0; row < (nuint)done; at += 4 * 2 * Width, row += 4)
        {
            Sums(
                Row(ref x, at, a, b, c, d, next),
                Row(ref x, at + (2 * Width), a, b, c, d, next),
                Row(ref x, at + (4 * Width), a, b, c, d, next),
                Row(ref x, at + (6 * Width), a, b, c, d, next)).StoreUnsafe(ref to, row);
        }

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Row(ref double x, nuint at, Vector512<double> a, Vector512<double> b, Vector512<double> c, Vector512<double> d, Vector512<long> next)
    {
        Vector512<double> one = Vector512.LoadUnsafe(ref x, at), two = Vector512.LoadUnsafe(ref x, at + Width);
        (Vector512<double> first, Vector512<double> second) = WideSine.Of(one, two);
        Vector512<double> low = Vector512.FusedMultiplyAdd(c * one, Vector512.LoadUnsafe(ref x, at + 1), a * first);
        Vector512<double> sum = Vector512.FusedMultiplyAdd(d * two, Vector512.Shuffle(two, next), Vector512.FusedMultiplyAdd(b, second, low));
        return sum.GetLower() + sum.GetUpper();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector512<double> First, Vector512<double> Second) Two(ref double x, nuint at, Vector512<double> a, Vector512<double> c, Vector512<long> next)
    {
        Vector512<double> one = Vector512.LoadUnsafe(ref x, at), two = Vector512.LoadUnsafe(ref x, at + Width);
        (Vector512<double> first, Vector512<double> second) = WideSine.Of(one, two);
        return (
            Vector512.FusedMultiplyAdd(c * one, Vector512.Shuffle(one, next), a * first),
            Vector512.FusedMultiplyAdd(c * two, Vector512.Shuffle(two, next), a * second));
    }

    /// <summary>The sums of four registers, one after the other.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Sums(Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d)
    {
        Vector256<double> ab = Avx.HorizontalAdd(a, b), cd = Avx.HorizontalAdd(c, d);
        return Vector256.Create(ab.GetLower(), cd.GetLower()) + Vector256.Create(ab.GetUpper(), cd.GetUpper());
    }

    private static Vector512<double> Filled(double[] factors) =>
        factors.Length == Width ? Vector512.Create(factors) : Vector512.Create(Vector256.Create(factors), Vector256.Create(factors));
}
