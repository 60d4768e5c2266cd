using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace TypedExplain.Schema.Values;

/// <summary>
/// On which side of its middle each pair's first draw of a feature lies: a column of a Hadamard matrix (Sylvester's), turned
/// round at random in every block. Columns of different features agree in half the pairs of a block.
/// </summary>
/// <param name="stream">The stream of the feature.</param>
/// <param name="feature">Its position.</param>
/// <param name="features">How many features there are.</param>
internal readonly struct OrthogonalSides(RandomStream stream, int feature, int features)
{
    private const int LeastPairs = 16, MostPairs = 128;
    private const long SignBit = long.MinValue;
    private const int BitsOfALong = 64;

    // Rows in the order of the golden section, so that the beginning of a block is nearly balanced as well.
    private const double Section = 0.6180339887498949;

    private readonly int _pairs = (int)Math.Clamp(BitOperations.RoundUpToPowerOf2((uint)features + 1), LeastPairs, MostPairs);

    private readonly RandomStream _turns = stream.For(0);

    /// <summary>Whether there is a column for the feature; those after the last keep the sides that they are drawn on.</summary>
    private bool HasColumn => feature + 1 < _pairs;

    /// <summary>Puts shares of a distribution, the first of each pair, on their side of one half.</summary>
    /// <param name="first">The first pair.</param>
    /// <param name="shares">The shares.</param>
    /// <param name="largest">The largest share.</param>
    public void Turn(long first, Span<double> shares, double largest)
    {
        for (int i = 0; HasColumn && i < shares.Length;)
        {
            bool turned = IsTurned(first + i);
            for (int end = EndOfBlock(first, i, shares.Length); i < end; i++)
            {
                if (shares[i] < 0.5 == (IsAbove(first + i) ^ turned))
                    shares[i] = Math.Min(1 - shares[i], largest);
            }
        }
    }

    /// <summary>Gives standard normal numbers, the first of each pair, their sign.</summary>
    /// <param name="first">The first pair.</param>
    /// <param name="normals">The numbers.</param>
    [SkipLocalsInit]
    public void Sign(long first, Span<double> normals)
    {
        if (!HasColumn)
            return;

        // The column is the same in every block, so it is worked out once.
        Span<long> below = stackalloc long[MostPairs];
        below = below[.._pairs];
        WriteSigns(below);
        for (int i = 0; i < normals.Length;)
        {
            int at = (int)((first + i) % _pairs), end = EndOfBlock(first, i, normals.Length);
            SetSigns(normals[i..end], below.Slice(at, end - i), IsTurned(first + i) ? SignBit : 0);
            i = end;
        }
    }

    /// <summary>Writes the column as bits of signs, several rows at a time; a column has at least sixteen.</summary>
    private void WriteSigns(Span<long> below)
    {
        int width = Vector<long>.Count;
        Vector<long> rows = Vector.CreateSequence(0L, Step), column = new(feature + 1), steps = new((long)Step * width);
        for (int pair = 0; pair < below.Length; pair += width, rows += steps)
        {
            // What lies above a row's bits, the column has not.
            Vector<long> common = rows & column;
            common ^= common >> 4;
            common ^= common >> 2;
            common ^= common >> 1;
            (common << (BitsOfALong - 1)).CopyTo(below[pair..]);
        }
    }

    /// <summary>Gives each number the sign that a bit says, turned round or not.</summary>
    private static void SetSigns(Span<double> numbers, ReadOnlySpan<long> below, long turn)
    {
        Span<long> bits = MemoryMarshal.Cast<double, long>(numbers);
        Vector<long> sizes = new(~SignBit), turns = new(turn);
        int i = 0;
        for (; i <= bits.Length - Vector<long>.Count; i += Vector<long>.Count)
            ((new Vector<long>(bits[i..]) & sizes) | (new Vector<long>(below[i..]) ^ turns)).CopyTo(bits[i..]);
        for (; i < bits.Length; i++)
            bits[i] = (bits[i] & ~SignBit) | (below[i] ^ turn);
    }

    private int EndOfBlock(long first, int at, int count) => (int)Math.Min(count, at + _pairs - ((first + at) % _pairs));

    private bool IsTurned(long pair) => _turns.Uniform(pair / _pairs) < 0.5;

    private bool IsAbove(long pair) => Parity((int)(pair * Step) & (_pairs - 1), feature + 1) == 0;

    /// <summary>How many rows apart those of a pair and the next one are.</summary>
    private int Step => (int)(_pairs * Section) | 1;

    /// <summary>The element of the Hadamard matrix: 0 for 1, and 1 for −1.</summary>
    private static long Parity(int row, int column) => BitOperations.PopCount((uint)(row & column)) & 1;
}
