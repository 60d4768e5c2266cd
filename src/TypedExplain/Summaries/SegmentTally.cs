using System.Numerics;

namespace TypedExplain.Summaries;

/// <summary>The sums of every feature's numbers in one segment.</summary>
internal sealed class SegmentTally<T>
    where T : IFeatureRecord<T>
{
    private readonly ExactSum[] _above;
    private readonly ExactSum[] _below;

    /// <summary>Of no explanation.</summary>
    public SegmentTally()
        : this(0, new ExactSum[T.Schema.Features.Length], new ExactSum[T.Schema.Features.Length])
    {
    }

    /// <summary>Of what was counted before.</summary>
    public SegmentTally(long count, ExactSum[] above, ExactSum[] below) => (Count, _above, _below) = (count, above, below);

    /// <summary>How many explanations are in it.</summary>
    public long Count { get; private set; }

    /// <summary>The exact sums of each feature's numbers above 0.</summary>
    public ReadOnlySpan<ExactSum> Above => _above;

    /// <summary>The exact sums of the magnitudes of those below 0.</summary>
    public ReadOnlySpan<ExactSum> Below => _below;

    /// <summary>Adds the numbers of an explanation.</summary>
    public void Add(ReadOnlySpan<double> numbers)
    {
        Count++;
        for (int i = 0; i < numbers.Length; i++)
        {
            if (numbers[i] != 0)
                (numbers[i] > 0 ? ref _above[i] : ref _below[i]).Add(numbers[i]);
        }
    }

    /// <summary>Adds those of another one.</summary>
    public void Merge(SegmentTally<T> other)
    {
        Count += other.Count;
        for (int i = 0; i < _above.Length; i++)
        {
            _above[i].Add(other._above[i]);
            _below[i].Add(other._below[i]);
        }
    }

    /// <summary>The mean of each feature's numbers.</summary>
    public double[] Means() => Means((above, below) => above - below);

    /// <summary>The mean of their magnitudes.</summary>
    public double[] MeanMagnitudes() => Means((above, below) => above + below);

    private double[] Means(Func<BigInteger, BigInteger, BigInteger> of) =>
        [.. _above.Zip(_below, (above, below) => Count == 0 ? double.NaN : ExactRatio.Round(of(above.InUnits(), below.InUnits()), Count, -ExactSum.UnitExponent))];
}
