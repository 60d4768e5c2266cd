namespace TypedExplain.Summaries;

/// <summary>The segments by one feature.</summary>
/// <param name="feature">The feature.</param>
/// <param name="bins">Its bins.</param>
internal sealed class SegmentTallies<T>(Feature<T> feature, ValueBins<T> bins)
    where T : IFeatureRecord<T>
{
    private readonly SegmentTally<T>?[] _tallies = new SegmentTally<T>?[bins.Count];

    /// <summary>The bins.</summary>
    public ValueBins<T> Bins => bins;

    /// <summary>A segment; null where it has no explanation.</summary>
    public SegmentTally<T>? this[int bin] => _tallies[bin];

    /// <summary>Puts back what a segment held.</summary>
    public void Restore(int bin, long count, ExactSum[] above, ExactSum[] below) => _tallies[bin] = new(count, above, below);

    /// <summary>Adds the numbers of an explanation.</summary>
    /// <param name="numbers">One per feature.</param>
    /// <param name="columns">The instance.</param>
    public void Add(ReadOnlySpan<double> numbers, ReadOnlySpan<double> columns) => (_tallies[bins.Of(columns)] ??= new()).Add(numbers);

    /// <summary>Adds those of others with the same bins.</summary>
    public void Merge(SegmentTallies<T> other)
    {
        for (int bin = 0; bin < _tallies.Length; bin++)
        {
            if (other._tallies[bin] is { } added)
                (_tallies[bin] ??= new()).Merge(added);
        }
    }

    /// <summary>All segments, in the order of the values.</summary>
    public IEnumerable<SegmentSummary<T>> Read()
    {
        for (int bin = 0; bin < _tallies.Length; bin++)
        {
            SegmentTally<T> tally = _tallies[bin] ?? new();
            yield return new(feature, bins.KindOf(bin), bins.Label(bin), tally.Count, new(tally.Means()), new(tally.MeanMagnitudes()));
        }
    }
}
