using System.Collections.Immutable;

namespace TypedExplain.Summaries;

/// <summary>
/// Numbers counted in buckets whose edges are doubles with few bits: every octave [2ᵏ, 2ᵏ⁺¹) is divided into equal parts. Only the
/// octaves next to the largest magnitude are kept, and what lies below counts as near 0. Which numbers these are depends on the
/// largest magnitude only, so the result does not depend on an order.
/// </summary>
/// <param name="bits">The binary logarithm of the number of buckets an octave has.</param>
/// <param name="octaves">How many octaves are kept.</param>
/// <param name="withPositions">Whether the positions of values are added up too.</param>
internal sealed class LogBuckets(int bits, int octaves, bool withPositions)
{
    private const int MantissaBits = 52;

    private readonly BucketSide _above = new(1 << bits, withPositions);
    private readonly BucketSide _below = new(1 << bits, withPositions);
    private BucketContent _near;
    private int _end;

    /// <summary>The largest distance of a number from the middle of its bucket, as a share of the number.</summary>
    public double RelativeError => 1.0 / (2 << bits);

    /// <summary>What is not 0 and counts as near it has a magnitude below this.</summary>
    public double NearEdge => Edge(Lowest);

    /// <summary>The binary logarithm of the number of buckets an octave has.</summary>
    public int Bits => bits;

    /// <summary>Whether positions of values are added up too.</summary>
    public bool WithPositions => withPositions;

    /// <summary>After the last bucket that the largest magnitude keeps.</summary>
    public int End => _end;

    /// <summary>The first bucket that is kept.</summary>
    public int Lowest => Math.Max(0, _end - (octaves << bits));

    /// <summary>What counts as near 0.</summary>
    public ref readonly BucketContent Near => ref _near;

    /// <summary>The numbers above 0.</summary>
    public BucketSide Above => _above;

    /// <summary>Those below 0.</summary>
    public BucketSide Below => _below;

    /// <summary>How many buckets there may be.</summary>
    public static int MostBuckets(int bits) => 0x7ff << bits;

    /// <summary>Makes a histogram without numbers what another one was, but for its sides.</summary>
    public void Restore(int end, in BucketContent near)
    {
        Raise(end);
        _near = near;
    }

    /// <summary>Puts back what a bucket held.</summary>
    public void Restore(int bucket, bool isBelow, in BucketContent content) => Add(bucket, isBelow, content, isZero: false);

    /// <summary>Counts a finite number.</summary>
    /// <param name="value">The number.</param>
    /// <param name="position">The position of the feature's value.</param>
    public void Add(double value, int position) => Add(BucketOf(value), value < 0, BucketContent.One(position), value == 0);

    /// <summary>Counts what another one has counted.</summary>
    public void Merge(LogBuckets other)
    {
        Raise(other._end);
        _near += other._near;
        foreach ((BucketSide side, bool isBelow) in (ReadOnlySpan<(BucketSide, bool)>)[(other._above, false), (other._below, true)])
        {
            for (int bucket = side.First; bucket < side.End; bucket++)
            {
                if (side[bucket] is { Count: > 0 } content)
                    Add(bucket, isBelow, content, isZero: false);
            }
        }
    }

    /// <summary>The buckets that hold something, ascending.</summary>
    /// <param name="zeros">How many of the numbers are exactly 0.</param>
    public ImmutableArray<SummaryBucket> Read(long zeros)
    {
        ImmutableArray<SummaryBucket>.Builder all = ImmutableArray.CreateBuilder<SummaryBucket>();
        for (int bucket = _below.End - 1; bucket >= _below.First; bucket--)
            Read(all, -Edge(bucket + 1), -Edge(bucket), _below[bucket]);
        double near = _near.Count > zeros ? NearEdge : 0;
        Read(all, -near, near, _near);
        for (int bucket = _above.First; bucket < _above.End; bucket++)
            Read(all, Edge(bucket), Edge(bucket + 1), _above[bucket]);
        return all.ToImmutable();
    }

    private void Read(ImmutableArray<SummaryBucket>.Builder all, double from, double to, in BucketContent content)
    {
        long valued = content.Count - content.Missing;
        if (content.Count > 0)
            all.Add(new(from + 0.0, to + 0.0, content.Count, content.Missing, withPositions && valued > 0 ? (double)content.Positions / (ValuePosition.Largest * valued) : null));
    }

    private void Add(int bucket, bool isBelow, in BucketContent content, bool isZero)
    {
        if (!isZero && bucket >= _end)
            Raise((bucket >> bits << bits) + (1 << bits));
        if (isZero || bucket < Lowest)
            _near += content;
        else
            (isBelow ? _below : _above).Add(bucket, content);
    }

    private void Raise(int end)
    {
        if (end <= _end)
            return;
        _end = end;
        _near += _above.CutBelow(Lowest);
        _near += _below.CutBelow(Lowest);
    }

    private int BucketOf(double value) => (int)((BitConverter.DoubleToUInt64Bits(value) & ~(1UL << 63)) >> (MantissaBits - bits));

    // After the last bucket comes infinity, where the largest double is as good.
    private double Edge(int bucket) => Math.Min(double.MaxValue, BitConverter.UInt64BitsToDouble((ulong)bucket << (MantissaBits - bits)));
}
