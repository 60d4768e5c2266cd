namespace Papers;

/// <summary>Two things measured on the same units.</summary>
public sealed record Pairs
{
    /// <summary>Units of which one is not finite are left out.</summary>
    /// <param name="first">The first thing's numbers.</param>
    /// <param name="second">The second one's, unit by unit.</param>
    /// <param name="unit">What the units are, such as "divisions".</param>
    /// <param name="splits">How many splits or divisions they are of; fewer than two are no test.</param>
    public Pairs(IReadOnlyList<double> first, IReadOnlyList<double> second, string unit, int splits)
    {
        if (first.Count != second.Count)
            throw new ArgumentException($"{first.Count} and {second.Count} {unit} cannot be paired.");
        bool[] defined = [.. first.Zip(second, (one, other) => double.IsFinite(one) && double.IsFinite(other))];
        (First, Second) = ([.. first.Where((_, i) => defined[i])], [.. second.Where((_, i) => defined[i])]);
        (Unit, Splits) = (unit, splits);
    }

    /// <summary>The first thing's numbers.</summary>
    public IReadOnlyList<double> First { get; }

    /// <summary>The second one's.</summary>
    public IReadOnlyList<double> Second { get; }

    /// <summary>What the units are.</summary>
    public string Unit { get; }

    /// <summary>How many splits they are of.</summary>
    public int Splits { get; }

    /// <summary>Whether there is anything to test.</summary>
    public bool CanBeTested => Splits >= 2 && First.Count >= 2;

    /// <summary>The paired test of first − second.</summary>
    public PairedTest Test() => Sample.Paired("difference", First, Second);
}
