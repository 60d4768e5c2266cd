using System.Numerics;

namespace TypedExplain;

/// <summary>
/// The first draws of pairs, one feature's, as shares of its distribution. On which side of one half a share lies is told by
/// a column of a Hadamard matrix (Sylvester's), turned round at random in every block: the sides of two features agree in
/// half the pairs. How far from one half is spread evenly: of sixteen pairs one lies in each sixteenth.
/// </summary>
/// <param name="stream">The stream of the feature.</param>
/// <param name="feature">Its position.</param>
/// <param name="features">How many features there are.</param>
internal readonly struct OrthogonalPairs(RandomStream stream, int feature, int features)
{
    private const int LeastPairs = 16, MostPairs = 128;

    // The neighbor of 1.
    private const double LargestShare = 1 - (1.0 / (1L << 53));

    // Rows in the order of the golden section, so that the beginning of a block is nearly balanced as well.
    private const double Section = 0.6180339887498949;

    private readonly int _pairs = (int)Math.Clamp(BitOperations.RoundUpToPowerOf2((uint)features + 1), LeastPairs, MostPairs);

    private readonly RandomStream _turns = stream.For(0);

    /// <summary>Whether there is a column for the feature; those after the last are drawn like any pairs.</summary>
    public bool HasColumn => feature + 1 < _pairs;

    /// <summary>Writes the shares of pairs.</summary>
    /// <param name="first">The first pair; a multiple of <see cref="RandomStream.BlockLength"/>.</param>
    /// <param name="shares">Where the shares go, above 0 and below 1.</param>
    public void Fill(long first, Span<double> shares)
    {
        const int length = RandomStream.BlockLength;
        Span<double> draws = stackalloc double[length];
        Span<int> parts = stackalloc int[length];
        for (int start = 0; start < shares.Length; start += length)
        {
            stream.FillUniform(first + start, draws);

            // Each draw chooses a place among those before it, and what is left over says where in its part it lies.
            for (int i = 0; i < length; i++)
            {
                double place = draws[i] * (i + 1);
                int j = (int)place;
                draws[i] = place - j;
                parts[i] = parts[j];
                parts[j] = i;
            }

            bool turned = _turns.Uniform((first + start) / _pairs) < 0.5;
            for (int i = 0; i < Math.Min(length, shares.Length - start); i++)
            {
                double off = (parts[i] + draws[i]) / (2 * length);
                shares[start + i] = IsAbove(first + start + i) ^ turned ? Math.Min(0.5 + off, LargestShare) : 0.5 - off;
            }
        }
    }

    private bool IsAbove(long pair)
    {
        int step = (int)(_pairs * Section) | 1, row = (int)(pair * step) & (_pairs - 1);
        return (BitOperations.PopCount((uint)(row & (feature + 1))) & 1) == 0;
    }
}
