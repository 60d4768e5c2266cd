using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TypedExplain.Numerics;

/// <summary>
/// Puts draws that lie column after column into rows, scaled and moved, four columns of four rows at a time: a row takes
/// its numbers side by side rather than one in each pass over all rows.
/// </summary>
internal static class RowTiles
{
    /// <summary>Columns that are put into rows together.</summary>
    public const int Columns = 8;

    /// <summary>Rows that are filled together: their draws stay in the first cache.</summary>
    public const int Rows = 128;

    private const int Side = 4;

    /// <summary>Writes scale·draw + center, or, around rows, scale·draw rounded and added to what the row holds.</summary>
    /// <param name="draws">The draws: of each column <see cref="Rows"/> numbers, of which the first are used.</param>
    /// <param name="scales">The scale of each column.</param>
    /// <param name="centers">The center of each column; empty for what the rows hold.</param>
    /// <param name="rows">The rows, from the first of the columns on.</param>
    /// <param name="count">How many rows there are, at most <see cref="Rows"/>.</param>
    /// <param name="stride">Numbers in a row.</param>
    /// <param name="minimum">The least number that is wanted.</param>
    /// <param name="maximum">The greatest.</param>
    /// <returns>Whether all numbers lie between the limits, or on one.</returns>
    public static bool Write(ReadOnlySpan<double> draws, ReadOnlySpan<double> scales, ReadOnlySpan<double> centers, Span<double> rows, int count, int stride, double minimum, double maximum)
    {
        int wide = scales.Length - (scales.Length % Side), high = count - (count % Side);
        bool areWithin = true;
        for (int column = 0; column < wide; column += Side)
        {
            areWithin &= WriteFour(
                draws[(column * Rows)..],
                Vector256.Create(scales[column..]),
                centers.IsEmpty ? default : Vector256.Create(centers[column..]),
                centers.IsEmpty,
                rows[column..],
                high,
                stride,
                Vector256.Create(minimum),
                Vector256.Create(maximum));
        }

        for (int column = 0; column < scales.Length; column++)
        {
            for (int row = column < wide ? high : 0; row < count; row++)
            {
                double draw = draws[(column * Rows) + row];
                ref double own = ref rows[(row * stride) + column];
                own = centers.IsEmpty ? (scales[column] * draw) + own : Math.FusedMultiplyAdd(scales[column], draw, centers[column]);
                areWithin &= own >= minimum && own <= maximum;
            }
        }

        return areWithin;
    }

    private static bool WriteFour(ReadOnlySpan<double> draws, Vector256<double> scales, Vector256<double> centers, bool aroundRows, Span<double> rows, int count, int stride, Vector256<double> minimum, Vector256<double> maximum)
    {
        if (count == 0)
            return true;

        // The furthest that is read and written.
        _ = draws[(3 * Rows) + count - 1];
        _ = rows[((count - 1) * stride) + Side - 1];
        ref double from = ref MemoryMarshal.GetReference(draws);
        ref double to = ref MemoryMarshal.GetReference(rows);
        Vector256<double> within = Vector256<double>.AllBitsSet;
        nuint step = (nuint)stride;
        for (nuint row = 0; row < (nuint)count; row += Side, to = ref Unsafe.Add(ref to, Side * step))
        {
            (Vector256<double> a, Vector256<double> b, Vector256<double> c, Vector256<double> d) = Transpose.Of(
                Vector256.LoadUnsafe(ref from, row), Vector256.LoadUnsafe(ref from, row + Rows), Vector256.LoadUnsafe(ref from, row + (2 * Rows)), Vector256.LoadUnsafe(ref from, row + (3 * Rows)));
            if (aroundRows)
            {
                a = (scales * a) + Vector256.LoadUnsafe(ref to);
                b = (scales * b) + Vector256.LoadUnsafe(ref to, step);
                c = (scales * c) + Vector256.LoadUnsafe(ref to, 2 * step);
                d = (scales * d) + Vector256.LoadUnsafe(ref to, 3 * step);
            }
            else
            {
                a = Vector256.FusedMultiplyAdd(scales, a, centers);
                b = Vector256.FusedMultiplyAdd(scales, b, centers);
                c = Vector256.FusedMultiplyAdd(scales, c, centers);
                d = Vector256.FusedMultiplyAdd(scales, d, centers);
            }

            within &= AreWithin(a, minimum, maximum) & AreWithin(b, minimum, maximum) & AreWithin(c, minimum, maximum) & AreWithin(d, minimum, maximum);
            a.StoreUnsafe(ref to);
            b.StoreUnsafe(ref to, step);
            c.StoreUnsafe(ref to, 2 * step);
            d.StoreUnsafe(ref to, 3 * step);
        }

        return Vector256.EqualsAll(within.AsUInt64(), Vector256<ulong>.AllBitsSet);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> AreWithin(Vector256<double> values, Vector256<double> minimum, Vector256<double> maximum) =>
        Vector256.GreaterThanOrEqual(values, minimum) & Vector256.LessThanOrEqual(values, maximum);
}
