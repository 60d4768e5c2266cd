using TypedExplain.Generated;

namespace TypedExplain.Media;

/// <summary>
/// How the neighbors of one text or image are drawn: each is told by one number per part (word, segment, pixel), and those
/// numbers are what a surrogate is fitted to.
/// </summary>
/// <remarks>Made for one instance and used by one thread at a time. What it draws is a function of its arguments only.</remarks>
public abstract class MediaNeighbors
{
    private protected MediaNeighbors()
    {
    }

    /// <summary>How many parts the instance has.</summary>
    public abstract int Parts { get; }

    /// <summary>Writes the numbers of the instance itself; all 1 where a part is merely there or not.</summary>
    /// <param name="values">One number per part.</param>
    public virtual void Own(Span<double> values) => values.Fill(1);

    /// <summary>Draws neighbors.</summary>
    /// <param name="values">Where they go: for each neighbor in turn, one number per part.</param>
    public abstract void Draw(Span<double> values);

    /// <summary>Weighs neighbors by their distance from the instance.</summary>
    /// <param name="values">The neighbors as they were drawn.</param>
    /// <param name="weights">Where one number per neighbor goes, 0 or more.</param>
    public abstract void Weigh(ReadOnlySpan<double> values, Span<double> weights);

    /// <summary>Puts a neighbor among the media of a record.</summary>
    internal abstract void Put(int media, int neighbor, ReadOnlySpan<double> values, MediaValues record);

    /// <summary>Weighs neighbors by a kernel of their squared distance, part by part, from the instance.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="values">The neighbors.</param>
    /// <param name="weights">Where the weights go.</param>
    protected void WeighBy(IKernel kernel, ReadOnlySpan<double> values, Span<double> weights)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        double[] own = new double[Parts];
        Own(own);
        for (int row = 0; row < weights.Length; row++)
        {
            ReadOnlySpan<double> neighbor = values.Slice(row * own.Length, own.Length);
            double squares = 0;
            for (int j = 0; j < own.Length; j++)
                squares = Math.FusedMultiplyAdd(neighbor[j] - own[j], neighbor[j] - own[j], squares);
            weights[row] = squares;
        }

        kernel.Weigh(weights, own.Length);
    }
}
