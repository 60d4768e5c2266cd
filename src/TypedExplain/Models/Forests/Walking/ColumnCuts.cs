using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedExplain.Models.Forests.Walking;

/// <summary>
/// The thresholds that trees hold a column to. A number is coded by how many of them it is above: it is above a threshold
/// exactly where its code is above the threshold's own, so whole numbers of 16 bits answer every question about the column.
/// </summary>
/// <param name="column">The column.</param>
/// <param name="thresholds">Its thresholds in rising order, each once; from 1 to <see cref="Most"/>, none NaN.</param>
internal sealed class ColumnCuts(int column, double[] thresholds)
{
    /// <summary>The most thresholds that codes can tell apart.</summary>
    public const int Most = ushort.MaxValue;

    /// <summary>A code that no number's is above.</summary>
    public const short Never = short.MaxValue;

    /// <summary>The column.</summary>
    public int Column => column;

    /// <summary>How many halvings find a number's place.</summary>
    public int Halvings => thresholds.Length == 0 ? 0 : BitOperations.Log2((uint)thresholds.Length) + 1;

    /// <summary>The code of one of the thresholds.</summary>
    public short Code(double threshold) => (short)(Array.BinarySearch(thresholds, threshold) + short.MinValue);

    /// <summary>Codes the column in rows. NaN is above nothing.</summary>
    /// <param name="rows">The rows, one after the other.</param>
    /// <param name="columns">Numbers in a row.</param>
    /// <param name="codes">Where the code of the first row goes.</param>
    /// <param name="stride">How far the next row's is from it.</param>
    public void Encode(ReadOnlySpan<double> rows, int columns, Span<short> codes, int stride)
    {
        // Four searches side by side, without a branch that would be guessed wrong half of the time.
        int row = 0, count = rows.Length / columns;
        ref double cuts = ref MemoryMarshal.GetArrayDataReference(thresholds);
        for (; row + 4 <= count; row += 4)
        {
            int from = (row * columns) + column;
            double first = rows[from], second = rows[from + columns], third = rows[from + (2 * columns)], fourth = rows[from + (3 * columns)];
            nint a = 0, b = 0, c = 0, d = 0;
            nint length = thresholds.Length;
            while (length > 1)
            {
                nint half = length >> 1;
                a += half & -Above(first, ref cuts, a + half - 1);
                b += half & -Above(second, ref cuts, b + half - 1);
                c += half & -Above(third, ref cuts, c + half - 1);
                d += half & -Above(fourth, ref cuts, d + half - 1);
                length -= half;
            }

            int to = row * stride;
            codes[to] = (short)(a + Above(first, ref cuts, a) + short.MinValue);
            codes[to + stride] = (short)(b + Above(second, ref cuts, b) + short.MinValue);
            codes[to + (2 * stride)] = (short)(c + Above(third, ref cuts, c) + short.MinValue);
            codes[to + (3 * stride)] = (short)(d + Above(fourth, ref cuts, d) + short.MinValue);
        }

        for (; row < count; row++)
        {
            double number = rows[(row * columns) + column];
            nint a = 0;
            nint length = thresholds.Length;
            while (length > 1)
            {
                nint half = length >> 1;
                a += half & -Above(number, ref cuts, a + half - 1);
                length -= half;
            }

            codes[row * stride] = (short)(a + Above(number, ref cuts, a) + short.MinValue);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static nint Above(double number, ref double cuts, nint at) => number > Unsafe.Add(ref cuts, at) ? 1 : 0;
}
