namespace TypedExplain.Summaries;

/// <summary>A feature's numbers by its own value.</summary>
/// <param name="bins">The bins of the value.</param>
/// <param name="column">The column with the number that ranges are of.</param>
internal sealed class DependenceTally<T>(ValueBins<T> bins, int column)
    where T : IFeatureRecord<T>
{
    // Made where a bin is first needed: wide records have many bins that never are.
    private readonly Tally?[] _tallies = new Tally?[bins.Count];
    private readonly (double Least, double Largest)[] _values = [.. Enumerable.Repeat((double.PositiveInfinity, double.NegativeInfinity), bins.Count)];

    /// <summary>The bins of the value.</summary>
    public ValueBins<T> Bins => bins;

    /// <summary>The numbers of a bin; null where there are none.</summary>
    public Tally? this[int bin] => _tallies[bin];

    /// <summary>The least and the largest value in a bin; the first is larger where there is none.</summary>
    public (double Least, double Largest) ValuesOf(int bin) => _values[bin];

    /// <summary>Puts back what a bin held.</summary>
    public void Restore(int bin, Tally tally, double least, double largest) => (_tallies[bin], _values[bin]) = (tally, (least, largest));

    /// <summary>Adds a number.</summary>
    /// <param name="number">The number.</param>
    /// <param name="columns">The instance.</param>
    public void Add(double number, ReadOnlySpan<double> columns)
    {
        int bin = bins.Of(columns);
        (_tallies[bin] ??= Tally.Coarse()).Add(number);
        if (bins.KindOf(bin) == DependenceKind.Range)
            Widen(bin, columns[column] + 0.0, columns[column] + 0.0);
    }

    /// <summary>Adds the numbers of another one with the same bins.</summary>
    public void Merge(DependenceTally<T> other)
    {
        for (int bin = 0; bin < _tallies.Length; bin++)
        {
            if (other._tallies[bin] is not { } added)
                continue;
            (_tallies[bin] ??= Tally.Coarse()).Merge(added);
            Widen(bin, other._values[bin].Least, other._values[bin].Largest);
        }
    }

    /// <summary>All bins, in the order of the values.</summary>
    public IEnumerable<DependenceBin> Read()
    {
        for (int bin = 0; bin < _tallies.Length; bin++)
        {
            (double above, double upTo) = bins.Ends(bin);
            (double least, double largest) = _values[bin];
            yield return new(_tallies[bin] ?? Tally.Coarse(), bins.KindOf(bin), bins.Label(bin))
            {
                Above = above,
                UpTo = upTo,
                LeastValue = least > largest ? double.NaN : least,
                LargestValue = least > largest ? double.NaN : largest,
                Category = bins.CategoryOf(bin),
            };
        }
    }

    private void Widen(int bin, double least, double largest) => _values[bin] = (Math.Min(_values[bin].Least, least), Math.Max(_values[bin].Largest, largest));
}
