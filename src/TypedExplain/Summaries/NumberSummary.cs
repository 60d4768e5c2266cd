using System.Collections.Immutable;
using System.Globalization;
using TypedExplain.Schema.Values;
using TypedExplain.Summaries;

namespace TypedExplain;

/// <summary>
/// What is known of many numbers without any one of them: exact counts, sums and ends, and a histogram. Immutable. The same numbers
/// give the same bits in whatever order and in however many parts they came.
/// </summary>
public class NumberSummary
{
    private readonly double _nearEdge;

    internal NumberSummary(Tally tally)
    {
        Count = tally.Count;
        (Positive, Negative, Zero) = (tally.Positive, tally.Negative, tally.Zero);
        (Minimum, Maximum) = Count == 0 ? (double.NaN, double.NaN) : (tally.Minimum, tally.Maximum);
        Sum = tally.Sum();
        SumOfMagnitudes = tally.SumOfMagnitudes();
        (Mean, StandardError, StandardDeviation) = tally.Moments();
        (MeanMagnitude, StandardErrorOfMagnitude, _) = tally.MagnitudeMoments();
        Buckets = tally.Buckets.Read(tally.Zero);
        RelativeError = tally.Buckets.RelativeError;
        _nearEdge = tally.Buckets.NearEdge;
    }

    /// <summary>How many numbers there are.</summary>
    public long Count { get; }

    /// <summary>How many are above 0.</summary>
    public long Positive { get; }

    /// <summary>How many are below 0.</summary>
    public long Negative { get; }

    /// <summary>How many are exactly 0.</summary>
    public long Zero { get; }

    /// <summary>The share of numbers above 0; not a number where there are none.</summary>
    public double PositiveShare => (double)Positive / Count;

    /// <summary>The share of numbers below 0; not a number where there are none.</summary>
    public double NegativeShare => (double)Negative / Count;

    /// <summary>The least number; not a number where there are none.</summary>
    public double Minimum { get; }

    /// <summary>The largest number; not a number where there are none.</summary>
    public double Maximum { get; }

    /// <summary>The sum of the numbers, added up exactly and rounded once.</summary>
    public double Sum { get; }

    /// <summary>The sum of the magnitudes, added up exactly and rounded once.</summary>
    public double SumOfMagnitudes { get; }

    /// <summary>The mean, rounded once; not a number where there are none.</summary>
    public double Mean { get; }

    /// <summary>The mean of the magnitudes, rounded once: how important a feature is. Not a number where there are none.</summary>
    public double MeanMagnitude { get; }

    /// <summary>The standard deviation (÷ n − 1) of the numbers; not a number for fewer than two.</summary>
    public double StandardDeviation { get; }

    /// <summary>
    /// The standard error of the mean: how far it would move with other instances from where these come from. Not a number for fewer
    /// than two.
    /// </summary>
    public double StandardError { get; }

    /// <summary>The standard error of the mean magnitude; not a number for fewer than two.</summary>
    public double StandardErrorOfMagnitude { get; }

    /// <summary>The histogram, ascending, without empty buckets.</summary>
    public ImmutableArray<SummaryBucket> Buckets { get; }

    /// <summary>How far a quantile may be off, as a share of its magnitude; see <see cref="Quantile"/>.</summary>
    public double RelativeError { get; }

    /// <summary>The largest magnitude of a number that a quantile may tell as 0; 0 where there is none.</summary>
    public double AbsoluteError => Buckets.Any(bucket => bucket is { From: < 0, To: > 0 }) ? _nearEdge : 0;

    /// <summary>
    /// The number with rank ⌊p · (n − 1)⌋ from 0: exact for the least and the largest, otherwise off by at most
    /// <see cref="RelativeError"/> of its magnitude, or <see cref="AbsoluteError"/> where that is more.
    /// </summary>
    /// <param name="p">The share of numbers below it, from 0 to 1.</param>
    /// <returns>Not a number where there are none.</returns>
    /// <exception cref="InvalidOptionException">The share is not from 0 to 1.</exception>
    public double Quantile([OptionRange(AtLeast = 0, AtMost = 1)] double p)
    {
        if (!(p is >= 0 and <= 1))
            throw new InvalidOptionException(string.Create(CultureInfo.InvariantCulture, $"p of a quantile is {p}; it must be from 0 to 1, such as 0.5 for the median."));
        if (Count == 0)
            return double.NaN;
        long rank = (long)Math.Floor(p * (Count - 1));
        if (rank <= 0 || rank >= Count - 1)
            return rank <= 0 ? Minimum : Maximum;
        long below = 0;
        foreach (SummaryBucket bucket in Buckets)
        {
            below += bucket.Count;
            if (below > rank)
                return Math.Clamp(bucket.Middle, Minimum, Maximum);
        }

        return Maximum;
    }

    /// <summary>Mean, its standard error, median and ends.</summary>
    public override string ToString() => Count == 0 ? "none" : string.Create(
        CultureInfo.InvariantCulture,
        $"{Signed(Mean)}{(Count > 1 ? $" ± {NumberText.Answer(StandardError, CultureInfo.InvariantCulture)}" : "")}, median {Signed(Quantile(0.5))}, {Signed(Minimum)} to {Signed(Maximum)} of {Count}");

    private static string Signed(double value) => NumberText.Signed(value, CultureInfo.InvariantCulture);
}
