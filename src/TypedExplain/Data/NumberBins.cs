using TypedExplain.Data.Bins;
using TypedExplain.Numerics;

namespace TypedExplain.Data;

/// <summary>
/// The bins of one number: (−∞, c₀], (c₀, c₁], …, (c_last, ∞), and how the background lies in each. An empty bin has mean 0
/// and, like one with a single value, deviation 1e-11.
/// </summary>
internal sealed class NumberBins
{
    private const double Least = 1e-11;

    private readonly double[] _below;
    private readonly double[] _shares;

    // Where the share of each bin ends, up to the last bin that occurs.
    private readonly double[] _ends;

    /// <summary>Bins between given cuts.</summary>
    /// <param name="values">The values of the background; at least one.</param>
    /// <param name="cuts">The cut points, ascending and each once.</param>
    public NumberBins(ReadOnlySpan<double> values, double[] cuts)
    {
        Cuts = cuts;
        int bins = cuts.Length + 1;
        (Means, Deviations, Frequencies) = (new double[bins], new double[bins], new double[bins]);
        (Lowest, Highest) = (new double[bins], new double[bins]);
        (double minimum, double maximum) = (double.PositiveInfinity, double.NegativeInfinity);
        int[] counts = new int[bins];
        foreach (double value in values)
        {
            int bin = Of(value);
            (Lowest[bin], Highest[bin]) = counts[bin]++ == 0 ? (value, value) : (Math.Min(Lowest[bin], value), Math.Max(Highest[bin], value));
            Means[bin] += value;
            (minimum, maximum) = (Math.Min(minimum, value), Math.Max(maximum, value));
        }

        for (int bin = 0; bin < bins; bin++)
            Means[bin] = counts[bin] == 0 ? 0 : Means[bin] / counts[bin];
        foreach (double value in values)
            Deviations[Of(value)] += (value - Means[Of(value)]) * (value - Means[Of(value)]);
        for (int bin = 0; bin < bins; bin++)
        {
            Deviations[bin] = (counts[bin] == 0 ? 0 : Math.Sqrt(Deviations[bin] / counts[bin])) + Least;
            Frequencies[bin] = (double)counts[bin] / values.Length;
        }

        _ends = new double[Array.FindLastIndex(counts, count => count > 0)];
        double sum = 0;
        for (int bin = 0; bin < _ends.Length; bin++)
            _ends[bin] = sum += Frequencies[bin];
        Minima = [minimum, .. cuts];
        Maxima = [.. cuts, maximum];

        // A normal number between a minimum and a maximum is one whose share lies between theirs.
        _below = [.. Minima.Select((low, bin) => InverseNormal.Share((low - Means[bin]) / Deviations[bin]))];
        _shares = [.. Maxima.Select((high, bin) => InverseNormal.Share((high - Means[bin]) / Deviations[bin]) - _below[bin])];
    }

    private NumberBins(double[] cuts, double[] frequencies)
    {
        (Cuts, Frequencies) = (cuts, frequencies);
        _below = _shares = _ends = Minima = Maxima = Means = Deviations = Lowest = Highest = [];
    }

    /// <summary>The cut points, ascending.</summary>
    public double[] Cuts { get; }

    /// <summary>Where each bin begins; the first at the least value.</summary>
    public double[] Minima { get; }

    /// <summary>Where each bin ends; the last at the largest value.</summary>
    public double[] Maxima { get; }

    /// <summary>The mean of the values in each bin.</summary>
    public double[] Means { get; }

    /// <summary>Their standard deviation (÷ n), plus 1e-11.</summary>
    public double[] Deviations { get; }

    /// <summary>The share of all values that lies in each bin.</summary>
    public double[] Frequencies { get; }

    /// <summary>The least value that occurs in each bin.</summary>
    public double[] Lowest { get; }

    /// <summary>The largest value that occurs in each bin.</summary>
    public double[] Highest { get; }

    /// <summary>Bins of values.</summary>
    public static NumberBins Of(ReadOnlySpan<double> values, ReadOnlySpan<int> classes, Discretization discretization) =>
        new(values, CutPoints.Of(values, classes, discretization));

    /// <summary>Bins of which is known where they are cut and how often they occur, but not what lies in them: nothing can be drawn from them.</summary>
    /// <param name="cuts">The cut points, ascending and each once.</param>
    /// <param name="frequencies">The share of all values in each bin, one more than there are cuts.</param>
    public static NumberBins Restored(double[] cuts, double[] frequencies) => new(cuts, frequencies);

    /// <summary>The bin of a value: how many cuts lie below it.</summary>
    public int Of(double value)
    {
        // Counted rather than searched: where a value lies cannot be guessed.
        int bin = 0;
        foreach (double cut in Cuts)
            bin += cut < value ? 1 : 0;
        return bin;
    }

    /// <summary>The bin that a uniform number stands for, each as likely as it is frequent.</summary>
    public int At(double uniform)
    {
        int bin = 0;
        foreach (double end in _ends)
            bin += uniform >= end ? 1 : 0;
        return bin;
    }

    /// <summary>Values of bins: normal by the bin's mean and deviation, between its ends.</summary>
    /// <param name="ofBins">The uniform numbers that stand for the bins.</param>
    /// <param name="values">As many uniform numbers; the values that they stand for.</param>
    public void Draw(ReadOnlySpan<double> ofBins, Span<double> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            int bin = At(ofBins[i]);
            values[i] = Math.FusedMultiplyAdd(values[i], _shares[bin], _below[bin]);
        }

        // A share outside the distribution, of a bin far from its mean, counts as that mean.
        InverseNormal.Apply(values);
        for (int i = 0; i < values.Length; i++)
        {
            int bin = At(ofBins[i]);
            values[i] = Math.Clamp(Math.FusedMultiplyAdd(Deviations[bin], values[i], Means[bin]), Minima[bin], Maxima[bin]);
        }
    }

    /// <summary>The cuts of a bin: its values lie above the first and up to the second; infinite at either end.</summary>
    public (double Above, double Most) Ends(int bin) =>
        (bin == 0 ? double.NegativeInfinity : Cuts[bin - 1], bin == Cuts.Length ? double.PositiveInfinity : Cuts[bin]);

    /// <summary>A value of the bin: the given one if it is, else the nearest one between those that occur there.</summary>
    public double Inside(int bin, double value) => Of(value) == bin ? value : Math.Clamp(value, Lowest[bin], Highest[bin]);

    /// <summary>A bin in words.</summary>
    public string Label(string name, int bin, Func<double, string> format) =>
        bin == 0 ? $"{name} <= {format(Cuts[0])}" : bin == Cuts.Length ? $"{name} > {format(Cuts[^1])}" : $"{format(Cuts[bin - 1])} < {name} <= {format(Cuts[bin])}";

    /// <summary>Cuts with two decimals, or with as many digits as it takes to tell them apart.</summary>
    public string Text(double cut, IFormatProvider provider) =>
        Cuts.Select(own => TwoDecimals(own, provider)).Distinct().Count() == Cuts.Length ? TwoDecimals(cut, provider) : cut.ToString("G6", provider);

    // A number half way between two texts goes to the even one, as the reference implementation's printing does.
    private static string TwoDecimals(double cut, IFormatProvider provider) => Math.Abs(cut) < 1e9 && cut * 8 == Math.Floor(cut * 8)
        ? Math.Round((decimal)cut, 2, MidpointRounding.ToEven).ToString("F2", provider)
        : cut.ToString("F2", provider);
}
