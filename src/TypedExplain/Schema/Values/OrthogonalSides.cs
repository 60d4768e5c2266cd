using System.Numerics;

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
    public void Sign(long first, Span<double> normals)
    {
        for (int i = 0; HasColumn && i < normals.Length;)
        {
            bool turned = IsTurned(first + i);
            for (int end = EndOfBlock(first, i, normals.Length); i < end; i++)
                normals[i] = IsAbove(first + i) ^ turned ? Math.Abs(normals[i]) : -Math.Abs(normals[i]);
        }
    }

    private int EndOfBlock(long first, int at, int count) => (int)Math.Min(count, at + _pairs - ((first + at) % _pairs));

    private bool IsTurned(long pair) => _turns.Uniform(pair / _pairs) < 0.5;

    private bool IsAbove(long pair)
    {
        int step = (int)(_pairs * Section) | 1, row = (int)(pair * step) & (_pairs - 1);
        return (BitOperations.PopCount((uint)(row & (feature + 1))) & 1) == 0;
    }
}
